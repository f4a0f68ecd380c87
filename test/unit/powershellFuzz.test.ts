import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { PowershellFuzz } from '../conformance/fuzzPowershell.ts';
import { runs } from '../support/fuzz.ts';

declare const __projectRoot: string;

const read = (...names: string[]): string => readFileSync(path.join(__projectRoot, ...names), 'utf8');
const fuzz = new PowershellFuzz(read('server', 'data', 'cmdletCatalogue.jsonl'), read('test', 'conformance', 'adminScripts.txt'));
const recorded = read('test', 'powershell-engine', 'recorded', 'mended.jsonl')
  .split('\n')
  .filter(Boolean)
  .map((line) => (JSON.parse(line) as { readonly text: string }).text);

// scripts/fuzzPowershell.mjs looks further: at hundreds of thousands of texts, and at every prefix of every recorded one.
test('random and broken texts go through parser, binder, rules and completion', () => {
  let asked = 0;
  for (const { text, offset } of fuzz.random(20_261_129, runs, recorded)) {
    fuzz.survive(text, offset);
    asked++;
  }
  assert.equal(asked, runs);
});

test('every prefix of what was once read wrongly goes through all of them', () => {
  for (const text of recorded.filter((each, index) => index % 8 === 0 && each.length < 60)) for (let end = 0; end <= text.length; end++) fuzz.survive(text.slice(0, end), end);
});
