import assert from 'node:assert/strict';
import test from 'node:test';
import { suppressFix } from '../../server/src/service/features/suppressFix.ts';
import { judge, type Levels } from '../../server/src/service/judgement.ts';
import { readPlan } from '../../server/src/service/readPlan.ts';

const plan = (comment = '', organization = ''): string => `federationPlan: 1\n${comment}titel: x\norganizations:\n  a:\n    acceptedDomains: [a.example]\n${organization}`;
const shown = (text: string, levels?: Levels): string[] => judge(text, readPlan(text).findings, levels).map(({ code, severity }) => `${code} ${severity}`);

test('a comment suppresses a finding of the next line, and only that code', () => {
  assert.deepEqual(shown(plan()), ['plan/unknown-key error']);
  assert.deepEqual(shown(plan('# fedplan-disable-next-line plan/unknown-key\n')), []);
  assert.deepEqual(shown(plan('# fedplan-disable-next-line plan/unknown-key, plan/wrong-type\n')), ['plan/unused-suppression information']);
  assert.deepEqual(shown(plan('# fedplan-disable-next-line plan/unknown-key\n').replaceAll('\n', '\r\n')), []);
});

test('a comment that suppresses nothing is told', () => {
  assert.deepEqual(shown(plan('# fedplan-disable-next-line plan/wrong-type\n')), ['plan/unused-suppression information', 'plan/unknown-key error']);
  assert.deepEqual(shown(plan('# fedplan-disable-next-line plan/unknown-key\n\n')), ['plan/unused-suppression information', 'plan/unknown-key error']);
  assert.deepEqual(shown(plan('# see fedplan-disable-next-line plan/wrong-type\n')), ['plan/unknown-key error']);
});

test('levels are the user’s, but what is not YAML stays an error', () => {
  assert.deepEqual(shown(plan(), { 'plan/unknown-key': 'warning' }), ['plan/unknown-key warning']);
  assert.deepEqual(shown(plan(), { 'plan/unknown-key': 'off' }), []);
  assert.deepEqual(shown('title: [\n', { 'yaml/syntax': 'off' }), ['yaml/syntax error']);
  assert.deepEqual(shown(plan(), JSON.parse('{"__proto__": "off"}') as Levels), ['plan/unknown-key error']);
});

test('the fix writes the comment with the line’s indentation, and the finding goes', () => {
  const text = plan('', '    rol: partner\n').replace('titel', 'title');
  const read = readPlan(text);
  const [finding] = read.findings;
  assert.ok(finding);
  const edit = suppressFix(read, finding)?.edits[0];
  assert.ok(edit);
  const after = text.slice(0, edit.range.start) + edit.newText + text.slice(edit.range.end);
  assert.match(after, /\n {4}# fedplan-disable-next-line plan\/unknown-key\n {4}rol: partner\n/);
  assert.deepEqual(shown(after), []);
});

test('no comment is offered inside a text of several lines', () => {
  const text = 'federationPlan: 1\norganizations:\n  a:\n    acceptedDomains:\n      - name: a.example\n        federationProof:\n          one\n          two\n';
  const read = readPlan(text);
  const finding = read.findings.find(({ code }) => code === 'trust/proof-shape');
  assert.ok(finding);
  const inside = { ...finding, range: { start: text.indexOf('two'), end: text.length - 1 } };
  assert.equal(suppressFix(read, inside), undefined);
});
