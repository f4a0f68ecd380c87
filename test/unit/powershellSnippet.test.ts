import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { openCatalogue } from '../../server/src/service/catalogue/catalogue.ts';
import { findParameter } from '../../server/src/service/catalogue/findParameter.ts';
import { cmdletSnippet } from '../../server/src/service/powershell/cmdletSnippet.ts';
import type { FurtherParameter } from '../../server/src/service/powershell/cmdletSnippet.ts';
import { commandAt } from '../../server/src/service/powershell/scriptPlaceAt.ts';
import { usualSet } from '../../server/src/service/powershell/parameterSets.ts';

declare const __projectRoot: string;

const catalogue = openCatalogue(readFileSync(path.join(__projectRoot, 'server', 'data', 'cmdletCatalogue.jsonl'), 'utf8'));

function snippet(name: string, also?: readonly FurtherParameter[]): string {
  const cmdlet = catalogue.find(name);
  assert.ok(cmdlet, name);
  return cmdletSnippet(cmdlet, also);
}

/** What an editor inserts: each tab stop with its placeholder or first choice. */
function inserted(text: string): string {
  return text
    .replaceAll(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replaceAll(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replaceAll(/\\([\\$}])/g, '$1');
}

test('a call asks for what is mandatory, and for further parameters that are wanted', () => {
  const cases: readonly (readonly [name: string, also: readonly FurtherParameter[], expected: string])[] = [
    ['Get-FederationTrust', [], 'Get-FederationTrust'],
    ['New-OrganizationRelationship', [], 'New-OrganizationRelationship -Name "${1:Name}" -DomainNames ${2:DomainNames}'],
    [
      'New-OrganizationRelationship',
      [['FreeBusyAccessLevel', 'AvailabilityOnly']],
      'New-OrganizationRelationship -Name "${1:Name}" -DomainNames ${2:DomainNames} -FreeBusyAccessLevel ${3|AvailabilityOnly,None,LimitedDetails|}',
    ],
    [
      'Set-WebServicesVirtualDirectory',
      [['WSSecurityAuthentication'], ['Nonsense']],
      'Set-WebServicesVirtualDirectory -Identity "${1:Identity}" -WSSecurityAuthentication \\$${2|true,false|}',
    ],
    ['New-FederationTrust', [], 'New-FederationTrust -Name "${1:Name}" -Thumbprint "${2:Thumbprint}"'],
    [
      'Import-ExchangeCertificate',
      [['FileData'], ['Password']],
      'Import-ExchangeCertificate -FileData ([System.IO.File]::ReadAllBytes("${1:path}")) -Password (Read-Host -AsSecureString)',
    ],
    [
      'New-SharingPolicy',
      [],
      'New-SharingPolicy -Name "${1:Name}" -Domains "${2:Domain}: ${3|CalendarSharingFreeBusySimple,CalendarSharingFreeBusyDetail,CalendarSharingFreeBusyReviewer,ContactsSharing|}"',
    ],
  ];
  for (const [name, also, expected] of cases) assert.equal(snippet(name, also), expected);
});

test('every cmdlet’s call names it and all mandatory parameters of its usual form', () => {
  for (const name of catalogue.names) {
    const cmdlet = catalogue.find(name);
    assert.ok(cmdlet);
    const text = snippet(name);
    const call = inserted(text);
    assert.ok(!/\$\{|\\/.test(call), `${name}: ${call}`);
    const command = commandAt(call, 1);
    assert.equal(command?.name, name);
    const given = command.given.map((parameter) => findParameter(cmdlet, parameter.name)?.name);
    const mandatory = (usualSet(cmdlet)?.members ?? []).filter((member) => member.mandatory).map((member) => member.parameter.name);
    assert.deepEqual(given, mandatory, text);
    const stops = [...text.matchAll(/\$\{(\d+)/g)].map(([, stop]) => Number(stop));
    assert.equal(new Set(stops).size, stops.length, text);
  }
});
