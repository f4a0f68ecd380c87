import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { openCatalogue } from '../../server/src/service/catalogue/catalogue.ts';
import { hoverScript } from '../../server/src/service/powershell/hoverScript.ts';

declare const __projectRoot: string;

const catalogue = openCatalogue(readFileSync(path.join(__projectRoot, 'server', 'data', 'cmdletCatalogue.jsonl'), 'utf8'));

interface Expectation {
  readonly over: string;
  readonly says?: readonly (string | RegExp)[];
  readonly not?: readonly string[];
  readonly version?: string;
}

/** The pointer is on the character behind `¦`. */
function check(marked: string, { over, says, not, version }: Expectation): void {
  const offset = marked.indexOf('¦');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const hover = hoverScript(text, offset, catalogue, version);
  assert.ok(hover, marked);
  assert.equal(text.slice(hover.range.start, hover.range.end), over, marked);
  for (const part of says ?? []) {
    const found = typeof part === 'string' ? hover.markdown.includes(part) : part.test(hover.markdown);
    assert.ok(found, `${marked}\nsays ${String(part)}:\n${hover.markdown}`);
  }
  for (const part of not ?? []) assert.ok(!hover.markdown.includes(part), `${marked}\ndoes not say ${part}:\n${hover.markdown}`);
}

test('a cmdlet shows its forms, parameters, versions and official page', () => {
  check('¦New-OrganizationRelationship -Name NHSmail', {
    over: 'New-OrganizationRelationship',
    says: [
      'New-OrganizationRelationship [-Name] <String> -DomainNames <MultiValuedProperty> [22 others]',
      'Exchange 2010 to SE, Exchange Online',
      /\| `-Name` \| String \| yes \|/,
      /\| `-PhotosEnabled` \| Boolean \| +\| `\$false` \| Exchange 2013 to SE, /,
      '[New-OrganizationRelationship](https://learn.microsoft.com/powershell/module/exchangepowershell/new-organizationrelationship)',
      'catalogue of 2026-08-21',
    ],
  });
  check('Get-ClientAccessService | Set-WebServicesVirtualDirector¦y -WSSecurityAuthentication $true', {
    over: 'Set-WebServicesVirtualDirectory',
    says: [/\| `-Identity` .*yes[^]*\| `-WSSecurityAuthentication` [^]*\| `-BasicAuthentication`/],
  });
});

test('a cmdlet that is replaced, deprecated, retired or not of the version says so', () => {
  check('¦Get-ClientAccessServer', {
    version: '2016',
    over: 'Get-ClientAccessServer',
    says: ['**Replaced** by [Get-ClientAccessService]', 'from Exchange Server 2016 on'],
  });
  check('¦Get-ClientAccessServer', {
    version: '2010',
    over: 'Get-ClientAccessServer',
    says: ['Replaced by [Get-ClientAccessService]'],
    not: ['**Replaced**'],
  });
  check('Connect-Exchange¦Online', { version: '2016', over: 'Connect-ExchangeOnline', says: ['**Not in Exchange Server 2016**'] });
  check('Connect-Exchange¦Online', { over: 'Connect-ExchangeOnline', not: ['**Not in'] });
  check('Get-Activity¦Alert', { over: 'Get-ActivityAlert', says: ['**Retired.**', '2025-05-13'] });
});

test('a parameter shows type, values, default, conditions and versions', () => {
  check('New-OrganizationRelationship -¦FreeBusyAccessLevel None', {
    over: '-FreeBusyAccessLevel',
    says: [
      '-FreeBusyAccessLevel <FreeBusyAccessLevel>',
      '`None`, `AvailabilityOnly`, `LimitedDetails`',
      'Only with | `-FreeBusyAccessEnabled` `$true`',
      'new-organizationrelationship)',
    ],
    not: ['Mandatory', 'others may exist'],
  });
  check('Set-WebServicesVirtualDirectory ¦-wss $true', {
    over: '-wss',
    says: ['-WSSecurityAuthentication <Boolean>', '`$true`, `$false`', 'Default | `$true`', 'Versions | Exchange 2010 to SE |'],
  });
  check('New-OrganizationRelationship -Nam¦e x', { over: '-Name', says: ['Mandatory | yes', 'up to 64 characters', 'Position | 1'] });
  check('New-OrganizationRelationship -Mailbox¦MoveCapability Inbound', {
    version: '2016',
    over: '-MailboxMoveCapability',
    says: ['**Not in Exchange Server 2016**'],
  });
  check('New-FederationTrust -Application¦Uri x', { over: '-ApplicationUri', says: ['Mandatory | in some forms'] });
  check('Get-FederationTrust -Error¦Action Stop', {
    over: '-ErrorAction',
    says: ['PowerShell gives this parameter to every cmdlet', '`SilentlyContinue`', '`-ea`'],
  });
});

test('a value shows the parameter it is given to', () => {
  check("New-OrganizationRelationship -FreeBusyAccessLevel 'Availability¦Only'", {
    over: 'AvailabilityOnly',
    says: ['-FreeBusyAccessLevel <FreeBusyAccessLevel>'],
  });
  check('Set-WebServicesVirtualDirectory -WSSecurityAuthentication:$tr¦ue', { over: '$true', says: ['-WSSecurityAuthentication <Boolean>'] });
});

test('PowerShell’s own commands and aliases', () => {
  check('Get-FederationTrust | Format¦-List', {
    over: 'Format-List',
    says: ['Format-List', 'Module `Microsoft.PowerShell.Utility`', 'https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/format-list', 'catalogue of 2026-08-20'],
    not: ['Exchange 20'],
  });
  check('Get-FederationTrust | f¦l', { over: 'fl', says: ['`fl` is an alias of `Format-List`', 'Module `Microsoft.PowerShell.Utility`'] });
  check('1 | ¦? { $_ }', { over: '?', says: ['`?` is an alias of `Where-Object`'] });
  check('wge¦t a', { over: 'wget', says: ['`wget` is an alias of `Invoke-WebRequest`, in Windows PowerShell only'] });
  check('Resolve-DnsName -Ty¦pe SRV', { over: '-Type', says: ['-Type <', 'resolve-dnsname'], not: ['Versions |'] });
  check('Connect-¦ExchangeServer', { over: 'Connect-ExchangeServer', says: ["the Exchange Management Shell's functions"] });
});

test('nothing is said of what the catalogue does not know, nor where nothing stands', () => {
  for (const marked of [
    '¦',
    'Get-Mailbox ¦',
    '¦Unknown-Thing -Name x',
    'Unknown-Thing -Na¦me x',
    'New-OrganizationRelationship -Nonsen¦se x',
    '# New-¦OrganizationRelationship',
    "'New-¦OrganizationRelationship'",
    "@'\nNew-¦OrganizationRelationship\n'@",
    'Get-FederationTrust ¦ -Identity x',
    'Set-Mailbox someb¦ody',
  ]) {
    const offset = marked.indexOf('¦');
    assert.equal(hoverScript(marked.replace('¦', ''), offset, catalogue), undefined, marked);
  }
});

test('every cmdlet and parameter has a hover', () => {
  for (const name of catalogue.names) {
    assert.ok(hoverScript(name, 1, catalogue, '2016')?.markdown.includes(name.toLowerCase()), name);
    for (const parameter of catalogue.find(name)?.parameters ?? []) {
      assert.ok(
        hoverScript(`${name} -${parameter.name}`, name.length + 2, catalogue)?.markdown.includes(`-${parameter.name}`),
        `${name} -${parameter.name}`,
      );
    }
  }
});
