import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { compareParse, parseRows, wantedOfParse } from './compareParse.ts';
import type { ParseRow } from './compareParse.ts';
import { counter, isEnough, newComparison, summary } from './comparison.ts';
import type { Comparison } from './comparison.ts';
import { freshTexts } from './freshTexts.ts';
import { isKnownParseDifference } from './known.ts';
import { parseAnswer } from './parseAnswer.ts';
import type { ParseAnswer } from './parseAnswer.ts';
import type { Request } from './request.ts';
import { vocabularyOf } from './vocabulary.ts';

declare const __projectRoot: string;

const read = (...names: string[]): string => readFileSync(path.join(__projectRoot, ...names), 'utf8');
const recorded = read('test', 'powershell-engine', 'recorded', 'parse.jsonl')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Request & ParseAnswer);

function compare(comparison: Comparison<ParseRow>, text: string, real: ParseAnswer, ours: ParseAnswer): void {
  compareParse(counter(comparison, real.id, (row) => isKnownParseDifference(real, row, text)), real, ours);
}

test('agrees with what PowerShell itself said of the recorded texts', (t) => {
  const comparison = newComparison(parseRows, wantedOfParse);
  for (const each of recorded) compare(comparison, each.text, each, parseAnswer(each));
  for (const line of summary(comparison)) t.diagnostic(line);
  assert.ok(recorded.length >= 4000, `${recorded.length} recorded answers`);
  assert.ok(comparison.tallies['error or none'].asked >= 4000, 'most of them are compared');
  assert.ok(comparison.tallies['commands and elements'].asked >= 20_000, 'their commands are compared');
  assert.ok(isEnough(comparison), JSON.stringify(comparison.disagreements.slice(0, 10)));
});

test('accuses no recorded text that PowerShell accepts', () => {
  const accepted = recorded.filter(({ errors }) => errors.length === 0);
  const accused = accepted.flatMap((each) => parseAnswer(each).errors.map(({ id, start }) => `${each.id}: ${id} at ${start}`));
  assert.ok(accepted.length >= 2000, `${accepted.length} accepted texts`);
  assert.deepEqual(accused, []);
});

test('a recording that says otherwise is counted as a disagreement', () => {
  const comparison = newComparison(parseRows, wantedOfParse);
  const text = 'Get-FederationTrust -Identity';
  const ours = parseAnswer({ id: 'a', text });
  const twisted: readonly ParseAnswer[] = [
    { ...ours, errors: [{ id: 'UnexpectedToken', start: 0, end: 1 }] },
    { ...ours, commands: [{ name: 'Get-FederationTrust', start: 0, end: 28, elements: [] }] },
  ];
  for (const each of twisted) compare(comparison, text, each, ours);
  assert.deepEqual(comparison.disagreements.map(({ row }) => row), ['error or none', 'commands and elements']);
});

test('fresh texts are the same for the same seed', () => {
  const vocabulary = vocabularyOf(read('server', 'data', 'cmdletCatalogue.jsonl'));
  const some = (seed: number): string[] => {
    const texts = freshTexts(seed, vocabulary);
    return Array.from({ length: 50 }, () => texts.next().value.text);
  };
  assert.deepEqual(some(7), some(7));
  assert.notDeepEqual(some(7), some(8));
});
