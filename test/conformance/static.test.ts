import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { compareStatic, staticRows, wantedOfStatic } from './compareStatic.ts';
import { counter, isEnough, newComparison, summary } from './comparison.ts';
import type { Request } from './request.ts';
import { staticAnswerer } from './staticAnswer.ts';
import type { StaticAnswer } from './staticAnswer.ts';

declare const __projectRoot: string;

const read = (...names: string[]): string => readFileSync(path.join(__projectRoot, ...names), 'utf8');
const answer = staticAnswerer(read('server', 'data', 'cmdletCatalogue.jsonl'));
const recorded = read('test', 'powershell-engine', 'recorded', 'static.jsonl')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Request & StaticAnswer);

test('agrees with what PowerShell bound of calls whose arguments are expressions', (t) => {
  const comparison = newComparison(staticRows, wantedOfStatic);
  for (const each of recorded) compareStatic((isKnown) => counter(comparison, each.id, isKnown), each, answer(each));
  for (const line of summary(comparison)) t.diagnostic(line);
  assert.ok(comparison.tallies['call refused or not'].asked >= 700, 'most of them are compared');
  assert.ok(comparison.tallies['parameters of a call'].asked >= 400, 'what is bound is compared');
  assert.ok(isEnough(comparison), JSON.stringify(comparison.disagreements.slice(0, 10)));
});

test('a recording that says otherwise is counted as a disagreement', () => {
  const comparison = newComparison(staticRows, wantedOfStatic);
  const ours = answer({ id: 'a', text: 'Get-FederationTrust $x' });
  const [call] = ours.calls;
  assert.ok(call);
  const twisted = [{ ...call, errors: [{ id: 'MissingArgument', start: 0, end: 1 }] }, { ...call, bound: ['DomainController'] }];
  for (const each of twisted) compareStatic((isKnown) => counter(comparison, 'a', isKnown), { id: 'a', calls: [each] }, ours);
  assert.deepEqual(comparison.disagreements.map(({ row }) => row), ['call refused or not', 'parameters of a call']);
});
