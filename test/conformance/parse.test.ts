import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { answer } from './answer.ts';
import type { ParseAnswer, Request } from './answer.ts';
import { compare, newComparison, ratio, rows, summary, wanted } from './compare.ts';
import { freshTexts } from './freshTexts.ts';
import { vocabularyOf } from './vocabulary.ts';

declare const __projectRoot: string;

const read = (...names: string[]): string => readFileSync(path.join(__projectRoot, ...names), 'utf8');
const recorded = read('test', 'powershell-engine', 'recorded', 'parse.jsonl')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Request & ParseAnswer);

test('agrees with what PowerShell itself said of the recorded texts', (t) => {
  const comparison = newComparison();
  for (const each of recorded) compare(comparison, each.text, each, answer(each));
  for (const line of summary(comparison)) t.diagnostic(line);
  assert.ok(recorded.length >= 4000, `${recorded.length} recorded answers`);
  assert.ok(comparison.tallies['error or none'].asked >= 4000, 'most of them are compared');
  assert.ok(comparison.tallies['commands and elements'].asked >= 20_000, 'their commands are compared');
  for (const row of rows) assert.ok(ratio(comparison.tallies[row]) >= wanted[row], `${row}: ${JSON.stringify(comparison.disagreements.filter((each) => each.row === row).slice(0, 5))}`);
});

test('accuses no recorded text that PowerShell accepts', () => {
  const accepted = recorded.filter(({ errors }) => errors.length === 0);
  const accused = accepted.flatMap((each) => answer(each).errors.map(({ id, start }) => `${each.id}: ${id} at ${start}`));
  assert.ok(accepted.length >= 2000, `${accepted.length} accepted texts`);
  assert.deepEqual(accused, []);
});

test('a recording that says otherwise is counted as a disagreement', () => {
  const comparison = newComparison();
  const text = 'Get-FederationTrust -Identity';
  const ours = answer({ id: 'a', text });
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
