import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { bindAnswerer } from './bindAnswer.ts';
import type { BindAnswer } from './bindAnswer.ts';
import { bindRows, compareBind, wantedOfBind } from './compareBind.ts';
import { counter, isEnough, newComparison, summary } from './comparison.ts';
import type { Request } from './request.ts';

declare const __projectRoot: string;

const read = (...names: string[]): string => readFileSync(path.join(__projectRoot, ...names), 'utf8');
const answer = bindAnswerer(read('server', 'data', 'cmdletCatalogue.jsonl'));
const recorded = read('test', 'powershell-engine', 'recorded', 'bind.jsonl')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Request & BindAnswer);

test('agrees with what PowerShell itself bound of the recorded calls', (t) => {
  const comparison = newComparison(bindRows, wantedOfBind);
  for (const each of recorded) compareBind(counter(comparison, each.id), each, answer(each));
  for (const line of summary(comparison)) t.diagnostic(line);
  assert.ok(comparison.tallies['accepted or refused'].asked >= 2700, 'most of them are compared');
  assert.ok(comparison.tallies['bound parameters'].asked >= 1000, 'what is bound is compared');
  assert.ok(isEnough(comparison), JSON.stringify(comparison.disagreements.slice(0, 10)));
});

test('refuses no recorded call that PowerShell accepts', () => {
  const accepted = recorded.filter(({ errors }) => errors.length === 0);
  const accused = accepted.flatMap((each) => answer(each).errors.map(({ id }) => `${each.id}: ${id} in ${each.text}`));
  assert.ok(accepted.length >= 1000, `${accepted.length} accepted calls`);
  assert.deepEqual(accused, []);
});

test('a recording that says otherwise is counted as a disagreement', () => {
  const comparison = newComparison(bindRows, wantedOfBind);
  const ours = answer({ id: 'a', text: 'Get-FederationTrust x' });
  const twisted: readonly BindAnswer[] = [
    { ...ours, errors: [{ id: 'MissingArgument', parameter: 'Identity' }] },
    { ...ours, calls: [{ cmdlet: 'Get-FederationTrust', set: '', bound: ['DomainController'] }] },
  ];
  for (const each of twisted) compareBind(counter(comparison, each.id), each, ours);
  assert.deepEqual(comparison.disagreements.map(({ row }) => row), ['accepted or refused', 'bound parameters']);
});
