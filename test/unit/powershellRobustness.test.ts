import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { openCatalogue } from '../../server/src/service/catalogue/catalogue.ts';
import { commandAt } from '../../server/src/service/powershell/scriptPlaceAt.ts';
import { completeScript } from '../../server/src/service/powershell/completeScript.ts';
import { hoverScript } from '../../server/src/service/powershell/hoverScript.ts';

declare const __projectRoot: string;

const whole = openCatalogue(readFileSync(path.join(__projectRoot, 'server', 'data', 'cmdletCatalogue.jsonl'), 'utf8'));
/** Offering all cmdlets at thousands of offsets would test their number only. */
const catalogue = { ...whole, entries: whole.entries.filter(({ federationArea }) => federationArea === 'federation-trust'), commands: whole.commands.slice(0, 5) };

const sample = `<# Federation of battlecalfed1.example #>
param([string] $Domain = 'battlecalfed1.example', [switch] $Force)
$ErrorActionPreference = 'Stop'
$proof = Get-FederatedDomainProof -DomainName $Domain | Select-Object -First 1 # one is enough
if ($proof.Proof.Length -ne 88) { throw "The proof of $Domain has $($proof.Proof.Length) characters" }
New-FederationTrust -Name "Microsoft Federation Gateway" \`
  -Thumbprint (Get-ExchangeCertificate | Where-Object { $_.Services -match "Federation" })[0].Thumbprint
$settings = @{
  Name = 'NHSmail'; DomainNames = 'nhs.example', "practicemail.example"
  FreeBusyAccessLevel = "AvailabilityOnly"
}
New-OrganizationRelationship @settings -FreeBusyAccessEnabled:$true 2>&1 > $null
$text = @"
proof "of" $(Get-FederationTrust | Format-List)
"@
foreach ($directory in Get-WebServicesVirtualDirectory) {
  $directory | Set-WebServicesVirtualDirectory –WSSecurityAuthentication $true -Confirm:$false }
`;

/** Any answer will do; none may throw, and ranges stay inside the text. */
function askAll(text: string, offset: number): void {
  for (const { replace, label } of completeScript(text, offset, catalogue, '2016')) {
    assert.ok(0 <= replace.start && replace.start <= offset && offset <= replace.end && replace.end <= text.length, label);
  }
  const hover = hoverScript(text, offset, catalogue, '2016');
  if (hover) assert.ok(0 <= hover.range.start && hover.range.start < hover.range.end && hover.range.end <= text.length);
}

test('every prefix of a script, as it is typed, and every offset in it', () => {
  for (const text of [sample, sample.replaceAll('\n', '\r\n')]) {
    for (let offset = 0; offset <= text.length; offset += 1) {
      askAll(text.slice(0, offset), offset);
      askAll(text, offset);
    }
  }
});

test('offsets outside the text are taken as its ends', () => {
  askAll('', 0);
  assert.ok(commandAt('Get-Mailbox', 99));
  assert.ok(commandAt('Get-Mailbox', -1));
});

test('random texts of PowerShell’s own signs', () => {
  const piece = fc.constantFrom(
    'Get-Mailbox', 'New-OrganizationRelationship', ' -Name', ' -FreeBusyAccessLevel ', ':', ' ', '\n', '\r\n',
    '`', '"', "'", '@"', '"@', "@'", "'@", '$(', '@(', '@{', '(', ')', '{',
    '}', '${', '$x', '|', '&', '&&', ';', ',', '=', '#', '<#', '#>', '>', '2>&1', '–', '“',
    '”', '‘', '\u00a0', '--%', '--', '[', ']', '.', '😀', 'if', 'foreach', 'in ', '%', '?', '\0',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), fc.nat(), (pieces, at) => {
      const text = pieces.join('');
      askAll(text, at % (text.length + 1));
    }),
    { numRuns: 1500, seed: 20260821 },
  );
});

test('a megabyte of anything takes bounded time', { timeout: 30_000 }, () => {
  const size = 1_000_000;
  const units = [
    '(', '{', '@{', '"$(', ')', '(}', 'a ', 'a,', '-a ', '"', "'", '`', '`\n', '\n', '|', '$', '${', "@'\n", '<#', 'x=', '[', 'in ', 'foreach ',
    '--', '> ', 'a"b', '\u00a0', '😀', '#\n', '"a" ',
  ];
  for (const unit of units) {
    const text = unit.repeat(Math.ceil(size / unit.length));
    // Anything that costs the square of the size would take minutes here and end by the runner's limit.
    commandAt(text, text.length);
  }
});

test('a deep text is given up, a usual one is not', () => {
  const nested = (depth: number): string => `${'$('.repeat(depth)}Get-Mailbox -`;
  assert.equal(commandAt(nested(100), nested(100).length)?.name, 'Get-Mailbox');
  assert.equal(commandAt(nested(100_000), nested(100_000).length), undefined);
});
