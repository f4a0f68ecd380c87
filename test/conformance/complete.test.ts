import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { compareComplete, completeRows, wantedOfComplete } from './compareComplete.ts';
import { completeAnswerer } from './completeAnswer.ts';
import type { CompleteAnswer, CompleteRequest } from './completeAnswer.ts';
import { counter, isEnough, newComparison, summary } from './comparison.ts';
import { isKnownCompleteDifference } from './known.ts';

declare const __projectRoot: string;

const read = (...names: string[]): string => readFileSync(path.join(__projectRoot, ...names), 'utf8');
const answer = completeAnswerer(read('server', 'data', 'cmdletCatalogue.jsonl'));
const recorded = read('test', 'powershell-engine', 'recorded', 'complete.jsonl')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as CompleteRequest & CompleteAnswer);

test('offers what PowerShell itself offered at the recorded cursors', (t) => {
  const comparison = newComparison(completeRows, wantedOfComplete);
  for (const each of recorded) compareComplete(counter(comparison, each.id, () => isKnownCompleteDifference(each.text)), each, answer(each));
  for (const line of summary(comparison)) t.diagnostic(line);
  assert.ok(comparison.tallies['parameter names'].asked >= 600, 'parameters are compared');
  assert.ok(comparison.tallies.values.asked >= 30, 'values are compared');
  assert.ok(isEnough(comparison), JSON.stringify(comparison.disagreements.slice(0, 10)));
});

test('a recording that says otherwise is counted as a disagreement', () => {
  const comparison = newComparison(completeRows, wantedOfComplete);
  const text = 'Get-FederationTrust -';
  const ours = answer({ id: 'a', text, cursor: text.length });
  assert.deepEqual(ours.items.map((item) => item.text).slice(0, 2), ['-Identity', '-DomainController']);
  const twisted: readonly CompleteAnswer[] = [
    { ...ours, items: ours.items.slice(1) },
    { ...ours, replaceStart: 0 },
    { ...ours, items: [] },
    { ...ours, items: [{ kind: 'ParameterValue', text: 'None' }] },
  ];
  for (const each of twisted) compareComplete(counter(comparison, each.id), each, ours);
  assert.deepEqual(comparison.disagreements.map(({ row }) => row), ['parameter names', 'replaced range', 'nothing to offer', 'values']);
});
