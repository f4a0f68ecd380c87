import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { codes } from '../../server/src/service/codes.ts';
import type { OffsetRange } from '../../server/src/service/finding.ts';
import type { ReadPlan } from '../../server/src/service/index.ts';
import { examples } from '../support/examples.ts';
import { runs } from '../support/fuzz.ts';
import { service } from '../support/service.ts';

const known = new Set(codes.map(({ code }) => code));
const levels = { 'trust/proof-missing': 'error' } as const;

/** What hands, tools and bad pastes do to a text. */
const insertions = ['', ' ', '  ', '\n', '\r\n', '\t', '"', "'", '- ', ': ', '#', '[', ']', '{', '}', '&a ', '*a', '|', '>', '---\n', '? ', '!', '%', '@', '`', '$', '\u00A0', '\u00AD', '\u2013', '\uFEFF', '\u2028', '\0', '😀', '\ud83d', 'organizations:\n', '# fedplan-disable-next-line plan/wrong-value\n'];
const mutation = fc.record({ at: fc.nat(), length: fc.oneof(fc.constant(0), fc.nat({ max: 3 }), fc.nat({ max: 400 })), insert: fc.constantFrom(...insertions), from: fc.nat(), copied: fc.oneof(fc.constant(0), fc.nat({ max: 200 })) });

/** Cuts a part out, and puts a piece of the text's own, or something else, in its place. */
function mutate(text: string, { at, length, insert, from, copied }: { at: number; length: number; insert: string; from: number; copied: number }): string {
  const start = at % (text.length + 1);
  const source = from % (text.length + 1);
  return text.slice(0, start) + insert + text.slice(source, source + copied) + text.slice(start + length);
}

function checkRanges(what: string, text: string, ranges: readonly OffsetRange[]): void {
  for (const { start, end } of ranges) assert.ok(start >= 0 && start <= end && end <= text.length, `${what}: ${start}–${end} of ${text.length}`);
}

/** Asks everything that an editor asks. */
function useAll(plan: ReadPlan, offset: number): void {
  const { text } = plan.document;
  checkRanges('findings', text, plan.findings.map(({ range }) => range));
  for (const finding of plan.findings) {
    assert.ok(known.has(finding.code), finding.code);
    for (const { edits } of service.fixes(plan, finding)) checkRanges(`fix of ${finding.code}`, text, edits.map(({ range }) => range));
  }
  checkRanges('judged', text, service.judge(plan, levels).map(({ range }) => range));
  service.complete(plan, offset);
  service.hover(plan, offset);
  service.signatureHelp(plan, offset);
  for (const ranges of [service.definitions(plan, offset), service.references(plan, offset, true), service.selection(plan, offset)]) checkRanges('places', text, ranges);
  service.renameStart(plan, offset);
  for (const { edits } of service.refactors(plan, { start: offset, end: offset })) checkRanges('rewriting', text, edits.map(({ range }) => range));
  service.rename(plan, offset, 'other');
  service.outline(plan);
  service.foldingRanges(plan);
  service.links(plan);
  checkRanges('tokens', text, service.semanticTokens(plan).map(({ range }) => range));
  service.profileHints(plan);
  service.runChecksLenses(plan);
  checkRanges('formatting', text, service.format(plan).map(({ range }) => range));
  checkRanges('fix all', text, service.fixAll(plan, plan.findings).map(({ range }) => range));
  service.repairPdf(plan);
  service.checkSubjects(plan);
}

test('an example, mutated again and again, is read and served without an exception, and as if it were new', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(examples)), fc.array(mutation, { minLength: 1, maxLength: 4 }), fc.nat(), (example, mutations, place) => {
      let text = example;
      let plan: ReadPlan | undefined;
      for (const each of mutations) {
        text = mutate(text, each);
        plan = service.read(text, plan);
        useAll(plan, place % (text.length + 1));
      }
      assert.deepEqual(plan?.findings.map(({ code, range, message }) => ({ code, range, message })), service.read(text).findings.map(({ code, range, message }) => ({ code, range, message })));
    }),
    { numRuns: Math.ceil(runs / 4) },
  );
});
