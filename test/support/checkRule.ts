import assert from 'node:assert/strict';
import test from 'node:test';
import type { Finding } from '../../server/src/service/finding.ts';
import { ownProfilesOf, readProfileFile } from '../../server/src/service/plan/ownProfiles.ts';
import { readPlan } from '../../server/src/service/readPlan.ts';

interface RuleCase {
  /** The plan, with «…» around each place where the rule must find something. */
  readonly finds: string;
  /** Words that the first message must have. */
  readonly says: RegExp;
  /** The text after the first finding's quick fix; absent: it must have none. */
  readonly fixed?: string;
}

/**
 * A rule's whole test: what it finds and where, what its fix makes of it, and plans on which it must say nothing.
 *
 * @param profile the text of a profile file that the plans may name
 */
export function checkRule(code: string, cases: Readonly<Record<string, RuleCase>>, silent: Readonly<Record<string, string>>, profile?: string): void {
  for (const [name, { finds, says, fixed }] of Object.entries(cases)) {
    test(`${code}: ${name}`, () => {
      const { text, ranges } = unmark(finds);
      const found = findingsOf(code, text, profile);
      assert.deepEqual(found.map(({ range }) => text.slice(range.start, range.end)), ranges.map(({ start, end }) => text.slice(start, end)));
      assert.deepEqual(found.map(({ range }) => range), ranges);
      assert.match(found[0]?.message ?? '', says);
      assert.equal(found[0]?.fixes[0] === undefined ? undefined : apply(text, found[0]), fixed);
    });
  }
  for (const [name, text] of Object.entries(silent)) {
    test(`${code} is silent: ${name}`, () => assert.deepEqual(findingsOf(code, text, profile).map(({ message }) => message), []));
  }
}

export function findingsOf(code: string, text: string, profile?: string): Finding[] {
  const own = profile === undefined ? undefined : ownProfilesOf([readProfileFile('file:///own.fedprofile.yaml', profile)], true);
  return readPlan(text, undefined, undefined, own).findings.filter((finding) => finding.code === code);
}

export function apply(text: string, finding: Finding): string {
  const edits = [...(finding.fixes[0]?.edits ?? [])].sort((a, b) => b.range.start - a.range.start);
  return edits.reduce((at, { range, newText }) => at.slice(0, range.start) + newText + at.slice(range.end), text);
}

function unmark(marked: string): { text: string; ranges: { start: number; end: number }[] } {
  const ranges: { start: number; end: number }[] = [];
  let text = '';
  for (const part of marked.split(/([«»])/)) {
    if (part === '«') ranges.push({ start: text.length, end: -1 });
    else if (part === '»') ranges[ranges.length - 1] = { start: ranges.at(-1)?.start ?? 0, end: text.length };
    else text += part;
  }
  return { text, ranges };
}
