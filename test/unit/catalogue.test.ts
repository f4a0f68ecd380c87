import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { openCatalogue } from '../../server/src/service/catalogue/catalogue.ts';
import { findParameter } from '../../server/src/service/catalogue/findParameter.ts';
import { helpPage } from '../../server/src/service/catalogue/helpPage.ts';
import { isAvailableIn, isFrom, versionCode, versionsInWords } from '../../server/src/service/catalogue/versions.ts';

declare const __projectRoot: string;

const text = readFileSync(path.join(__projectRoot, 'server', 'data', 'cmdletCatalogue.jsonl'), 'utf8');
const catalogue = openCatalogue(text);

test('finds a cmdlet whatever its case, and none that is not documented', () => {
  assert.equal(catalogue.find('new-ORGANIZATIONrelationship')?.name, 'New-OrganizationRelationship');
  for (const name of ['', 'New-Nothing', '__proto__', 'constructor', 'New-OrganizationRelationship ']) assert.equal(catalogue.find(name), undefined);
  assert.equal(catalogue.find('Set-Mailbox'), catalogue.find('set-mailbox'), 'it is decoded once');
});

test('knows what New-OrganizationRelationship takes', () => {
  const cmdlet = catalogue.find('New-OrganizationRelationship');
  assert.ok(cmdlet);
  assert.equal(cmdlet.federationArea, 'organization-relationship');
  assert.deepEqual(cmdlet.versions, ['2010', '2013', '2016', '2019', 'SE', 'EXO', 'ADDON']);
  const name = findParameter(cmdlet, 'name');
  assert.equal(name?.type, 'String');
  assert.equal(name.mandatory, true);
  assert.equal(name.position, 1);
  assert.equal(name.maxLength, 64);
  assert.deepEqual(findParameter(cmdlet, 'FreeBusyAccessLevel')?.values, ['None', 'AvailabilityOnly', 'LimitedDetails']);
  assert.deepEqual(findParameter(cmdlet, 'MailboxMoveCapability')?.versions, ['EXO', 'ADDON']);
  const [set] = cmdlet.sets;
  assert.deepEqual(
    set?.members.filter((member) => member.mandatory).map((member) => member.parameter.name),
    ['Name', 'DomainNames'],
  );
  assert.deepEqual(
    set.members.filter((member) => !member.takesValue).map((member) => member.parameter.name),
    ['Confirm', 'WhatIf'],
  );
});

test('finds a parameter by name, alias and the only beginning', () => {
  const cmdlet = catalogue.find('Set-WebServicesVirtualDirectory');
  assert.ok(cmdlet);
  assert.equal(findParameter(cmdlet, 'WSSecurityAuthentication')?.type, 'Boolean');
  assert.equal(findParameter(cmdlet, 'wss')?.name, 'WSSecurityAuthentication');
  assert.equal(findParameter(cmdlet, 'wi')?.name, 'WhatIf', 'an alias goes before beginnings');
  assert.equal(findParameter(cmdlet, 'Extended'), undefined, 'three parameters begin so');
  assert.equal(findParameter(cmdlet, ''), undefined);
});

test('tells a retired name from an unknown one', () => {
  assert.equal(catalogue.retired('get-activityalert')?.removed, '2025-05-13');
  assert.equal(catalogue.retired('Get-Nothing'), undefined);
  assert.equal(catalogue.find('Get-ActivityAlert'), undefined);
});

test('knows whose command a name or an alias is', () => {
  for (const [written, name, origin, kind] of [
    ['get-federationtrust', 'Get-FederationTrust', 'exchange', 'cmdlet'],
    ['?', 'Where-Object', 'powershell', 'cmdlet'],
    ['%', 'ForEach-Object', 'powershell', 'cmdlet'],
    ['FL', 'Format-List', 'powershell', 'cmdlet'],
    ['select', 'Select-Object', 'powershell', 'cmdlet'],
    ['Microsoft.PowerShell.Utility\\Select-Object', 'Select-Object', 'powershell', 'cmdlet'],
    ['Resolve-DnsName', 'Resolve-DnsName', 'windows', 'cmdlet'],
    ['Connect-ExchangeServer', 'Connect-ExchangeServer', 'exchange', 'function'],
    ['md', 'mkdir', 'powershell', 'function'],
    ['ise', 'powershell_ise.exe', 'windows', 'program'],
  ] as const) {
    const { name: found, origin: whose, kind: what } = catalogue.command(written) ?? {};
    assert.deepEqual([found, whose, what], [name, origin, kind], written);
  }
  for (const unknown of ['', 'Get-Nothing', 'constructor', 'Elsewhere\\Select-Object', '\\Select-Object', 'netsh']) assert.equal(catalogue.command(unknown), undefined, unknown);
});

test('tells what only one of the two PowerShells has', () => {
  assert.equal(catalogue.alias('gerr')?.onlyInPowershell, '7');
  assert.equal(catalogue.alias('wget')?.onlyInPowershell, '5.1');
  assert.equal(catalogue.alias('gwmi')?.onlyInPowershell, '5.1');
  assert.equal(catalogue.alias('icm')?.onlyInPowershell, undefined, 'its page is silent, but 7 has it');
  assert.equal(catalogue.command('Get-WmiObject')?.onlyInPowershell, '5.1');
  assert.equal(catalogue.cmdlet('%')?.parameters.find(({ name }) => name === 'Parallel')?.onlyInPowershell, '7');
  assert.equal(catalogue.variable('iswindows')?.onlyInPowershell, '7');
  assert.deepEqual(catalogue.variable('_'), { name: '_', kind: 'automatic' });
});

test('commands of PowerShell and Windows are in every Exchange version', () => {
  const cmdlet = catalogue.cmdlet('Where-Object');
  assert.ok(cmdlet);
  for (const version of ['2010', 'SE', 'EXO'] as const) assert.ok(isAvailableIn(cmdlet, version));
  assert.equal(cmdlet.module, 'Microsoft.PowerShell.Core');
});

test('says where a replacement begins', () => {
  assert.deepEqual(catalogue.find('Get-ClientAccessServer')?.replacedBy, {
    cmdlet: 'Get-ClientAccessService',
    kind: 'replaced',
    from: '2016',
    docFrom: '2013',
  });
  assert.equal(catalogue.entries.find(({ name }) => name === 'Get-ClientAccessServer')?.outdated, '2016');
});

test('gives the values of a type where a parameter’s page states none', () => {
  const property = catalogue.find('Get-ManagementRoleEntry')?.parameters.find(({ name }) => name === 'Type');
  assert.equal(property?.values, undefined);
  assert.ok(catalogue.enumeration(property?.type ?? '')?.values.includes('Cmdlet'));
  assert.equal(catalogue.enumeration('toString'), undefined);
});

test('links the official page in lower case', () => {
  assert.equal(helpPage('Get-FederationTrust'), 'https://learn.microsoft.com/powershell/module/exchangepowershell/get-federationtrust');
});

test('reads the versions that plans write', () => {
  for (const [written, code] of [
    ['2016', '2016'],
    ['se', 'SE'],
    ['Online', 'EXO'],
    ['2007', undefined],
    ['', undefined],
    [undefined, undefined],
  ] as const) {
    assert.equal(versionCode(written), code);
  }
});

test('narrows versions only as far as the documentation does', () => {
  const versions = ['2010', '2013', '2016', '2019', 'SE', 'EXO'] as const;
  const cases: readonly (readonly [narrower: string | undefined, version: (typeof versions)[number], available: boolean])[] = [
    [undefined, '2016', true],
    ['2010', '2010', true],
    ['2010', '2016', false],
    ['2019 or-later', 'SE', true],
    ['2019 or-later', '2016', false],
    ['2019 or-later', 'EXO', false],
    ['2016 or-earlier', '2013', true],
    ['2016 or-earlier', '2019', false],
    ['onprem', 'SE', true],
    ['onprem', 'EXO', false],
    ['EXO', 'EXO', true],
    ['edge', '2016', true],
  ];
  for (const [narrower, version, available] of cases) {
    assert.equal(
      isAvailableIn({ versions, ...(narrower === undefined ? {} : { onlyIn: narrower }) }, version),
      available,
      `${narrower ?? 'all'} in ${version}`,
    );
  }
  assert.equal(isAvailableIn({ versions: ['2010'] }, undefined), true, 'an unknown version lacks nothing');
  assert.equal(isFrom('SE', '2016'), true);
  assert.equal(isFrom('2013', '2016'), false);
  assert.equal(isFrom('EXO', '2016'), false);
  assert.equal(isFrom('EXO', 'EXO'), true);
});

test('writes versions for reading', () => {
  assert.equal(versionsInWords(['2010', '2013', '2016', '2019', 'SE', 'EXO']), 'Exchange 2010 to SE, Exchange Online');
  assert.equal(versionsInWords(['2010', '2013', '2019']), 'Exchange 2010 to 2013, 2019');
  assert.equal(versionsInWords(['EXO']), 'Exchange Online');
});

test('reads a file whose lines end in CRLF', () => {
  const windows = openCatalogue(text.replaceAll('\n', '\r\n'));
  assert.deepEqual(windows.find('Set-SharingPolicy'), catalogue.find('Set-SharingPolicy'));
});

test('refuses a file of another format and says which', () => {
  assert.throws(() => openCatalogue('{"format":"exchange-cmdlet-catalogue","formatVersion":99}\n[]'), /"exchange-cmdlet-catalogue" 99/);
});
