import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { openCatalogue } from '../../server/src/service/catalogue/catalogue.ts';
import { bindScript } from '../../server/src/service/powershell/binder/index.ts';
import { parseScript } from '../../server/src/service/powershell/parser/index.ts';
import { freshTexts } from '../conformance/freshTexts.ts';
import { vocabularyOf } from '../conformance/vocabulary.ts';
import { runs } from '../support/fuzz.ts';

declare const __projectRoot: string;

const file = readFileSync(path.join(__projectRoot, 'server', 'data', 'cmdletCatalogue.jsonl'), 'utf8');
const catalogue = openCatalogue(file);
const fewCmdlets = { cmdlets: vocabularyOf(file).cmdlets.filter(({ name }) => /^(?:New|Set|Get)-(?:OrganizationRelationship|AcceptedDomain|ExchangeServer|ClientAccessService)$/.test(name)) };

/** Binds it and checks that all ranges are inside the text. */
function survives(text: string): void {
  for (const { binding } of bindScript(parseScript(text).tree, catalogue, { output: { kind: 'object', properties: new Map() } })) {
    for (const { start, end, id } of binding?.errors ?? []) if (!(start >= 0 && start <= end && end <= text.length)) assert.fail(`${id} ${start}-${end} in ${JSON.stringify(text)}`);
    for (const { nameStart, nameEnd } of binding?.bound.values() ?? []) assert.ok(nameStart >= 0 && nameStart <= nameEnd && nameEnd <= text.length);
  }
}

test('composed and broken texts', () => {
  const texts = freshTexts(20_260_902, fewCmdlets);
  for (let count = 0; count < 20 * runs; count++) survives(texts.next().value.text);
});

test('calls of any pieces', () => {
  const pieces = fc.constantFrom(...'-Identity -Name: -DomainNames -Id -E -Bogus -- - --% , | ; @p @{a=1} $x $null $true $p=@{Name=1} ( ) { } \' " 5 a,b -Confirm:$false -WhatIf 2>&1 *'.split(' '), '\n', "'a b'", '@()');
  fc.assert(fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => survives(`Set-OrganizationRelationship ${parts.join(' ')}`)), { numRuns: 10 * runs });
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => survives(`Set-AcceptedDomain ${text}`)), { numRuns: 5 * runs });
});

for (const unit of [' -Identity a', ' a', ' @p', ' -E', ' -Bogus', ' -DomainNames', ' (1)', ',a', ' @{a=1}', '; $p=@{}; Set-AcceptedDomain @p', ' | Set-AcceptedDomain', '; foreach ($p in 1) { Set-AcceptedDomain @p; $p=@{} }']) {
  test(`10,000 times ${JSON.stringify(unit)} ends in time`, () => {
    const started = performance.now();
    survives(`Set-AcceptedDomain${unit.repeat(10_000)}`);
    assert.ok(performance.now() - started < 10_000, `${performance.now() - started} ms`);
  });
}
