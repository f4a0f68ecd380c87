import assert from 'node:assert/strict';
import test from 'node:test';
import { openCatalogue } from '../../../server/src/service/catalogue/catalogue.ts';
import { readScript } from '../../../server/src/service/powershell/readScript.ts';
import { judgeScript } from '../../../server/src/service/scriptRules/judgeScript.ts';
import { catalogueText } from '../../support/service.ts';

const catalogue = openCatalogue(catalogueText);
const findings = (text: string): number => judgeScript(readScript(text), { key: 'run', versions: ['2010', 'EXO'], defined: [], isOpen: false, words: 'reversible', hasUndo: false }, catalogue).length;

const many = 5000;

for (const [name, text] of Object.entries({
  'blanks before a parameter': `Remove-FederationTrust X${' '.repeat(100_000)}-WhatIf`,
  'blanks between quotes': `Get-Mailbox "${' '.repeat(50_000)}x${' '.repeat(50_000)}`,
  'open quotes': 'Get-Mailbox "a\n'.repeat(many) + '"',
  'commands that only try': Array.from({ length: many }, (_, index) => `Remove-Thing${index} -WhatIf`).join('\n'),
  'lines that begin with a parameter': `Get-Mailbox\n${'-Identity x\n'.repeat(many)}`,
  'hyphens at line ends': 'Get-Mailbox -\nIdentity x\n'.repeat(many),
  'lost hyphens': 'GetFederationTrust\n'.repeat(many),
  'names cut in two': 'Get- FederationTrust\n'.repeat(many),
  'misspelt cmdlets': Array.from({ length: many }, (_, index) => `Get-Federaton${index}Trust`).join('\n'),
  'unknown parameters': `Get-FederationTrust ${'-Bogus x '.repeat(many)}`,
  'one parameter again and again': `Get-FederationTrust ${'-Identity x '.repeat(many)}`,
  'placeholders': 'Get-Mailbox <your name>\n'.repeat(many),
  'brackets of a placeholder': `Get-Mailbox ${'<'.repeat(many)}a${'>'.repeat(many)}`,
  'prompts': 'PS C:\\> Get-Mailbox\n'.repeat(many),
  'soft hyphens': `Get-${'a\u00ad'.repeat(many)}`,
  'backticks and blanks': '` '.repeat(many * 2),
  'broken URLs': 'http:// '.repeat(many),
  'a long pipeline': `Get-ExchangeServer ${'| ? { $_ } '.repeat(many)}| Set-WebServicesVirtualDirectory`,
  'arguments that belong to nothing': `Get-Mailbox ${'a '.repeat(many * 20)}`,
  'splats and the blocks between them': '$p = @{}; {}; foreach ($p in 1) { Set-AcceptedDomain @p }\n'.repeat(many * 2),
  'a splatted table of very many entries': `$p = @{ ${'a = 1; '.repeat(200_000)}}; Set-AcceptedDomain @p`,
  'a long table that is splatted often': `$p = @{ ${'a = 1; '.repeat(2000)}}\n${'Set-AcceptedDomain @p\n'.repeat(20_000)}`,
  'a list of very many items in a list': `$x = @(@(${'1,'.repeat(150_000)}1))\nGet-Mailbox @x`,
  'very many attributes': `${'[a()]'.repeat(150_000)}param($x)`,
  'very many attributes of a class': `class A { ${'[a()]'.repeat(150_000)} $x }`,
  'a line of very many pipes': `a${' | -b'.repeat(100_000)}`,
  'a line of nothing but bars': '|'.repeat(100_000),
  'words of capitals': `Get-FederationTrust -${'Ab'.repeat(many)} x`,
})) {
  test(`script rules end soon: ${name}`, () => {
    // A rule whose work grows with the square of the text takes minutes, and the runner ends a test file after one.
    assert.ok(findings(text) <= 100);
  });
}

test('each prefix of a script is judged without an exception', () => {
  const text = '[PS] C:\\>Get-ClientAccessServer | SetWebServicesVirtualDirectory -WSSecurityAuthentication true `  \n  -Userldentity <u@a.example> –WhatIf\n$p = @{ Name = "X"; Domains = \'a\' }\nNew-OrganizationRelationship @p -Confirm $false # "\n';
  for (let end = 0; end <= text.length; end++) findings(text.slice(0, end));
});
