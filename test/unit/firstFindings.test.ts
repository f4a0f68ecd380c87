import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { rangeAfter, textChange } from '../../server/src/service/plan/textChange.ts';
import { readPlan, type ReadPlan } from '../../server/src/service/readPlan.ts';
import { service } from '../support/service.ts';
import { runs } from '../support/fuzz.ts';

const step = (id: string, more = ''): string => `  - id: ${id}\n    title: Something that is to be done by somebody, in many words\n    organization: a\n${more}`;
const steps = Array.from({ length: 400 }, (_, index) => step(`step-${index}`)).join('');
const plan = (first: string, last: string): string => `federationPlan: 1\norganizations:\n  a: { acceptedDomains: [a.example] }\nsteps:\n${first}${steps}${last}`;
const said = ({ document: { text } }: ReadPlan, findings: ReadPlan['findings']): string[] => findings.map(({ code, range }) => `${code}: ${text.slice(range.start, range.end)}`);

test('of a short plan all is said at once', () => {
  const short = readPlan('federationPlan: 1\norganizations:\n  a: {}\nsteps:\n  - { id: x, organization: b }\n');
  assert.ok(short.isSettled);
  assert.equal(short.firstFindings, short.findings);
});

test('of a long plan that is new YAML and schema come first', () => {
  const long = readPlan(plan(step('twice', '    colour: red\n'), step('twice')));
  assert.deepEqual(said(long, long.firstFindings), ['plan/unknown-key: colour']);
  assert.ok(!long.isSettled);
  assert.deepEqual(said(long, long.findings), ['plan/unknown-key: colour', 'plan/duplicate-step: twice']);
  assert.ok(long.isSettled);
  assert.equal(long.firstFindings, long.findings);
});

test('after a change what was said of the whole plan stays, in its new place', () => {
  const before = readPlan(plan(step('twice'), step('twice')));
  assert.deepEqual(said(before, before.findings), ['plan/duplicate-step: twice']);
  const moved = readPlan(plan(step('twice', '    commandPrompt: netsh winhttp > show proxy\n'), step('twice')), before);
  assert.deepEqual(said(moved, moved.firstFindings), ['step/command-prompt: >', 'plan/duplicate-step: twice']);
  assert.deepEqual(moved.firstFindings.map(({ range }) => range), moved.findings.map(({ range }) => range));
});

test('what a broken plan seemed to lack is not said of it once it is mended, and what was known stays', () => {
  const text = plan(step('twice'), step('twice'));
  const before = readPlan(text);
  assert.deepEqual(said(before, before.findings), ['plan/duplicate-step: twice']);
  const broken = readPlan(text.replace('  a: {', '  a: : {'), before);
  assert.deepEqual(broken.findings.map(({ code }) => code).filter((code) => code !== 'yaml/syntax'), []);
  const mended = readPlan(text, broken);
  assert.deepEqual(said(mended, mended.firstFindings), ['plan/duplicate-step: twice']);
  const conflict = readPlan(text.replace('organizations:', '<<<<<<< ours\norganizations:'), before);
  assert.deepEqual(conflict.findings.map(({ code }) => code), ['yaml/merge-marker']);
  const resolved = readPlan(text, conflict);
  assert.deepEqual(said(resolved, resolved.firstFindings), ['plan/duplicate-step: twice']);
});

test('what is found before a break stays while more is typed', () => {
  const text = plan(step('twice') + step('twice'), '  - id: "open\n');
  const broken = readPlan(text);
  const found = said(broken, broken.findings).filter((each) => !each.startsWith('yaml/'));
  assert.deepEqual(found, ['plan/duplicate-step: twice']);
  const typed = readPlan(`${text}x`, broken);
  assert.deepEqual(said(typed, typed.firstFindings).filter((each) => !each.startsWith('yaml/')), found);
});

test('what is still to be found is not taken for suppressed in vain', () => {
  const long = readPlan(plan(step('twice'), step('twice').replace('  - id', '  # fedplan-disable-next-line plan/duplicate-step\n  - id')));
  assert.deepEqual(service.judgeFirst(long, {}), []);
  assert.deepEqual(service.judge(long, {}), []);
});

test('a change is what differs', () => {
  const text = fc.oneof(fc.string({ maxLength: 20 }), fc.nat({ max: 9000 }).map((length) => 'ab'.repeat(length)));
  fc.assert(
    fc.property(text, text, text, text, (head, cut, insert, tail) => {
      const [before, after] = [head + cut + tail, head + insert + tail];
      const { start, endBefore, endAfter } = textChange(before, after);
      assert.ok(start <= endBefore && start <= endAfter);
      assert.equal(before.slice(0, start) + after.slice(start, endAfter) + before.slice(endBefore), after);
    }),
    { numRuns: runs },
  );
});

for (const [name, range, now] of [
  ['before it', [0, 3], [0, 3]],
  ['behind it', [8, 10], [10, 12]],
  ['around it', [2, 9], [2, 11]],
  ['that ends in it', [2, 6], [2, 9]],
  ['that begins in it', [6, 9], [5, 11]],
  ['that was replaced', [5, 6], undefined],
] as const) {
  test(`a range after a change: one ${name}`, () => {
    const found = rangeAfter({ start: 5, endBefore: 7, endAfter: 9 }, { start: range[0], end: range[1] });
    assert.deepEqual(found === undefined ? undefined : [found.start, found.end], now);
  });
}
