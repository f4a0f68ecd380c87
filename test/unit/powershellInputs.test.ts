/**
 * What is typed, pasted or broken, through all that reads scripts. The suite takes a share; 200,000 texts and every prefix of every recorded one:
 * FEDPLAN_FUZZ_RUNS=20000 npm run unit -- powershellInputs
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { openCatalogue } from '../../server/src/service/catalogue/catalogue.ts';
import type { VersionCode } from '../../server/src/service/catalogue/cmdlet.ts';
import { bindScript } from '../../server/src/service/powershell/binder/index.ts';
import { completeScript } from '../../server/src/service/powershell/completeScript.ts';
import { readScript } from '../../server/src/service/powershell/readScript.ts';
import { judgeScript } from '../../server/src/service/scriptRules/judgeScript.ts';
import { freshTexts, mutated } from '../conformance/freshTexts.ts';
import { Random } from '../conformance/random.ts';
import { vocabularyOf } from '../conformance/vocabulary.ts';
import { runs } from '../support/fuzz.ts';
import { catalogueText } from '../support/service.ts';

declare const __projectRoot: string;

const catalogue = openCatalogue(catalogueText);
/** Offering all cmdlets again and again would test their number only. */
const offered = { ...catalogue, entries: catalogue.entries.slice(0, 20), commands: catalogue.commands.slice(0, 5) };
const recorded = [...new Set(['bind', 'complete', 'parse', 'static'].flatMap((name) =>
  readFileSync(path.join(__projectRoot, 'test', 'powershell-engine', 'recorded', `${name}.jsonl`), 'utf8').split('\n').filter(Boolean).map((line) => (JSON.parse(line) as { readonly text: string }).text),
))];
const seed = Number(process.env.FEDPLAN_FUZZ_SEED ?? 2026);
const versionLists: readonly (readonly VersionCode[])[] = [[], ['2016'], ['2010', 'EXO']];
/** No text here is longer than some thousand characters: milliseconds, on a busy machine too. */
const longest = 10_000;

function survives(text: string, random: Random): void {
  const begun = performance.now();
  const offset = random.below(text.length + 1);
  try {
    const script = readScript(text);
    bindScript(script.tree, catalogue, { version: '2016', output: { kind: 'object', properties: new Map() } });
    const at = { key: 'run' as const, versions: random.pick(versionLists), defined: [], isOpen: false, words: 'reversible', hasUndo: false };
    for (const { range, code, fixes = [] } of judgeScript(script, at, catalogue)) {
      for (const { start, end } of [range, ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.range))]) assert.ok(start >= 0 && start <= end && end <= text.length, `${code} ${start}-${end}`);
    }
    for (const { replace, label } of completeScript(text, offset, offered, '2016')) assert.ok(replace.start >= 0 && replace.start <= offset && offset <= replace.end && replace.end <= text.length, label);
  } catch (error) {
    assert.fail(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\nin ${JSON.stringify(text)} at ${offset}`);
  }
  const took = performance.now() - begun;
  assert.ok(took < longest, `${took} ms for ${JSON.stringify(text)} at ${offset}`);
}

test('texts that nobody has seen, and recorded ones broken at random', () => {
  const random = new Random(seed);
  const fresh = freshTexts(seed, vocabularyOf(catalogueText));
  for (let count = 0; count < 5 * runs; count++) {
    survives(fresh.next().value.text, random);
    survives(mutated(random, random.pick(recorded)), random);
  }
});

test('every prefix of recorded texts', () => {
  const step = Math.max(1, Math.round(20_000 / runs));
  const random = new Random(seed);
  let next = random.below(step);
  for (const text of recorded) {
    for (; next <= text.length; next += step) survives(text.slice(0, next), random);
    next -= text.length + 1;
  }
});

test('characters of any kind', () => {
  const random = new Random(seed);
  const characters = (below: number, length: number): string => Array.from({ length: random.below(length) }, () => String.fromCharCode(random.below(below))).join('');
  for (let count = 0; count < runs; count++) {
    survives(characters(128, 100), random);
    survives(`Set-AcceptedDomain ${characters(65_536, 60)}`, random);
  }
});
