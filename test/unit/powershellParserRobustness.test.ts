import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { commandsOf, parseScript, walk } from '../../server/src/service/powershell/parser/index.ts';
import { freshTexts } from '../conformance/freshTexts.ts';
import { Random } from '../conformance/random.ts';

declare const __projectRoot: string;

/** Reads it and checks that all ranges are inside the text and inside one another's order. */
function survives(text: string): void {
  const { tree, errors, comments, newerSyntax } = parseScript(text);
  const check = (what: string, { start, end }: { readonly start: number; readonly end: number }): void => {
    if (!(start >= 0 && start <= end && end <= text.length)) assert.fail(`${what} ${start}-${end} in ${JSON.stringify(text)}`);
  };
  walk(tree, (node) => check(node.kind, node));
  for (const each of errors) check(each.id, each);
  for (const each of [...comments, ...newerSyntax]) check('', each);
  for (const { command } of commandsOf(tree)) {
    for (const each of command.elements) if (each.start < command.start || each.end > command.end) assert.fail(`an element outside its command in ${JSON.stringify(text)}`);
  }
}

const recorded = readFileSync(path.join(__projectRoot, 'test', 'powershell-engine', 'recorded', 'parse.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => (JSON.parse(line) as { readonly text: string }).text);

test('every prefix of recorded texts', () => {
  for (const text of recorded.filter((_, index) => index % 40 === 0)) {
    for (let end = 0; end <= text.length; end++) survives(text.slice(0, end));
  }
});

test('composed and broken texts', () => {
  const texts = freshTexts(20_260_901, { cmdlets: [{ name: 'Get-FederationTrust', parameters: ['Identity', 'DomainController'] }] });
  for (let count = 0; count < 4000; count++) survives(texts.next().value.text);
});

test('any characters at all', () => {
  const signs = fc.constantFrom(...'{ } ( ) [ ] $ @ " \' ` # < > | & ; , . : ? ! % * + - = / \\ ~ – — “ ‘ \n \r \t a 1 $x -eq @" "@ @\' \'@ $( @{ @( <# #> if function class'.split(' '), ' ', '\n', '\u00a0', '\ud83d');
  fc.assert(fc.property(fc.array(signs, { maxLength: 40 }), (parts) => survives(parts.join(''))), { numRuns: 3000, seed: 1 });
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), survives), { numRuns: 1000, seed: 1 });
});

const openings = ['(', '{', '$(', '@(', '@{a=', '$a[', '$a.b(', '[a(', '{[a({', '[a[', '!', '- ', ',', '[int]', '$a=', '$a ? 1 : ', 'if(1){', 'switch(1){1{', 'try{', 'function a{', 'class a{a(){'];
for (const opening of openings) {
  test(`10,000 times ${opening} is one finding`, () => {
    const text = opening.repeat(10_000);
    survives(text);
    assert.deepEqual(parseScript(text).errors.map(({ id }) => id), ['ScriptTooComplicated']);
  });
}

for (const unit of ['[', '"$(', 'a|', '1+', '$a.b', 'elseif(1){}', '&', '${', '`\n', ';', '"', "'", '@"\n$(', ':a while ']) {
  test(`10,000 times ${JSON.stringify(unit)} ends`, () => survives(unit.repeat(10_000)));
}

test('what is nested less deep than the bound is read', () => {
  const text = `${'('.repeat(100)}1${')'.repeat(100)}`;
  assert.deepEqual(parseScript(text).errors, []);
});

test('random bytes as text', () => {
  const random = new Random(5);
  for (let count = 0; count < 300; count++) survives(Array.from({ length: 200 }, () => String.fromCharCode(random.below(256))).join(''));
});
