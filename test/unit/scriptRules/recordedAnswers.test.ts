import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { readScript } from '../../../server/src/service/powershell/readScript.ts';
import { judgeScript } from '../../../server/src/service/scriptRules/judgeScript.ts';
import { scriptRules } from '../../../server/src/service/scriptRules/index.ts';
import type { Circumstances } from '../../../server/src/service/scriptRules/scriptRule.ts';

declare const __projectRoot: string;

interface Answer {
  readonly text: string;
  readonly errors: readonly { readonly id: string }[];
}

const recorded = readFileSync(path.join(__projectRoot, 'test', 'powershell-engine', 'recorded', 'parse.jsonl'), 'utf8');
const answers = recorded.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Answer);
const at: Circumstances = { key: 'run', versions: ['2016'], defined: [], isOpen: false, words: '', hasUndo: false };

/** What PowerShell 7 refuses and Windows PowerShell has, so that nothing is said of it. */
const otherShell = /^[ \t]*(?:workflow|configuration)\s|\b(?:parallel|sequence)\b/im;
/** The parser takes a redirection without a command for a command's name. */
const onlyRedirection = /^\s*\d>/;
const ofOneShell = new Set(['InvalidUnicodeEscapeSequence', 'ErrorLoadingAssembly', 'UnexpectedKeyword', 'ParserError']);

test('a script that PowerShell reads has no syntax finding, and one that it does not has one', () => {
  const accused: string[] = [];
  const missed: string[] = [];
  for (const { text, errors } of answers) {
    const codes = judgeScript(readScript(text), at).map(({ code }) => code);
    const causes = new Set(['script/syntax', ...scriptRules.filter(({ explainsSyntax }) => explainsSyntax).map(({ code }) => code)]);
    if (errors.length === 0 && codes.includes('script/syntax')) accused.push(text);
    const isOfOne = errors.some(({ id }) => ofOneShell.has(id)) || otherShell.test(text) || onlyRedirection.test(text);
    if (errors.length > 0 && !isOfOne && !codes.some((code) => causes.has(code))) missed.push(`${errors[0]?.id ?? ''}: ${text}`);
  }
  assert.deepEqual(accused, []);
  assert.deepEqual(missed, []);
});

test('findings stand in their script, and each says more than a name', () => {
  for (const { text } of answers) {
    for (const { code, message, range, fixes = [] } of judgeScript(readScript(text), at)) {
      const places = [range, ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.range))];
      assert.ok(places.every(({ start, end }) => start >= 0 && start <= end && end <= text.length), `${code} in ${JSON.stringify(text)}`);
      assert.match(message, /^.{20,}[.)]$/su, code);
    }
  }
});

test('ten thousand brackets are one finding', () => {
  for (const text of ['('.repeat(10_000), '{'.repeat(10_000), '$('.repeat(10_000), '"$('.repeat(5000), '@{a='.repeat(5000), '['.repeat(10_000)]) {
    assert.equal(judgeScript(readScript(text), at).length, 1, text.slice(0, 8));
  }
});
