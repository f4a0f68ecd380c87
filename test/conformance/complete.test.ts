import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { openCatalogue } from '../../server/src/service/catalogue/catalogue.ts';
import { completeScript } from '../../server/src/service/powershell/completeScript.ts';
import { hoverScript } from '../../server/src/service/powershell/hoverScript.ts';
import { compareComplete, completeRows, wantedOfComplete } from './compareComplete.ts';
import { counter, isEnough, newComparison, summary } from './comparison.ts';
import { completeAnswerer } from './completeAnswer.ts';
import type { CompleteAnswer, CompleteRequest } from './completeAnswer.ts';
import { Composer } from './composeScript.ts';
import { freshCursors } from './freshCursors.ts';
import { mutated } from './freshTexts.ts';
import { isKnownCompleteDifference } from './known.ts';
import { Random } from './random.ts';
import { vocabularyOf } from './vocabulary.ts';

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

test('fresh cursors are the same for the same seed', () => {
  const some = (seed: number): string[] => {
    const cursors = freshCursors(seed, read('server', 'data', 'cmdletCatalogue.jsonl'));
    return Array.from({ length: 50 }, () => cursors.next().value.text);
  };
  assert.deepEqual(some(7), some(7));
  assert.notDeepEqual(some(7), some(8));
});

test('completion and hover answer at every offset of composed scripts, whole, cut off and broken', { timeout: 50_000 }, () => {
  const file = read('server', 'data', 'cmdletCatalogue.jsonl');
  const whole = openCatalogue(file);
  // Offering all names at thousands of offsets would test their number only.
  const catalogue = { ...whole, entries: whole.entries.slice(0, 20), commands: whole.commands.slice(0, 20) };
  const random = new Random(20260821);
  const composer = new Composer(random, vocabularyOf(file));
  let asked = 0;
  while (asked < 1500) {
    const script = composer.script();
    const text = random.chance(0.5) ? script : mutated(random, script);
    for (let offset = 0; offset <= text.length; offset += 1 + random.below(4)) {
      asked++;
      for (const [written, at] of [[text, offset], [text.slice(0, offset), offset]] as const) {
        for (const { replace, label } of completeScript(written, at, catalogue, '2016')) {
          assert.ok(0 <= replace.start && replace.start <= at && at <= replace.end && replace.end <= written.length, `${label} at ${at} of ${JSON.stringify(written)}`);
        }
      }
      const hover = hoverScript(text, offset, catalogue, '2016');
      if (hover) assert.ok(0 <= hover.range.start && hover.range.start < hover.range.end && hover.range.end <= text.length, JSON.stringify(text));
    }
  }
});
