import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { openCatalogue } from '../../server/src/service/catalogue/catalogue.ts';
import type { ScriptCompletion } from '../../server/src/service/powershell/completion.ts';
import { completeScript } from '../../server/src/service/powershell/completeScript.ts';
import { noPlanNames } from '../../server/src/service/powershell/planNames.ts';
import type { PlanNames } from '../../server/src/service/powershell/planNames.ts';
import { explain } from '../../server/src/service/powershell/topic.ts';

declare const __projectRoot: string;

const catalogue = openCatalogue(readFileSync(path.join(__projectRoot, 'server', 'data', 'cmdletCatalogue.jsonl'), 'utf8'));

/** What the plan around the script holds. */
const plan: PlanNames = {
  ...noPlanNames,
  ownDomains: ['battlecalfed1.example'],
  otherDomains: ['nhs.example', 'mail.nhs.example'],
  relationships: ['NHSmail calendars'],
  proxies: ['http://proxy.example:8080'],
  users: ['cal@battlecalfed1.example'],
  servers: ['EX01'],
};

interface Expectation {
  /** Labels that must be offered, in this order, others between them. */
  readonly offers?: readonly string[];
  /** All labels, sorted as an editor sorts them. */
  readonly exactly?: readonly string[];
  readonly without?: readonly string[];
  /** The script after taking this label. */
  readonly picking?: string;
  readonly gives?: string;
  readonly version?: string;
}

/** The cursor is the sign `¦`, since `|` is the script's own. */
function complete(marked: string, version?: string, names: PlanNames = plan): { readonly text: string; readonly sorted: readonly ScriptCompletion[] } {
  const offset = marked.indexOf('¦');
  assert.ok(offset >= 0, marked);
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const sorted = [...completeScript(text, offset, catalogue, version, names)].sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
  for (const { replace, label } of sorted) assert.ok(replace.start <= offset && offset <= replace.end, `${label}: the range holds the cursor`);
  return { text, sorted };
}

function check(marked: string, { offers, exactly, without, picking, gives, version }: Expectation): void {
  const { text, sorted } = complete(marked, version);
  const labels = sorted.map(({ label }) => label);
  if (exactly) assert.deepEqual(labels, exactly, marked);
  let last = -1;
  for (const label of offers ?? []) {
    const at = labels.indexOf(label);
    assert.ok(at > last, `${marked}\noffers "${label}" behind the one before it; offered: ${labels.slice(0, 30).join(' ')}`);
    last = at;
  }
  for (const label of without ?? []) assert.ok(!labels.includes(label), `${marked}\ndoes not offer "${label}"`);
  if (picking === undefined) return;
  const picked = sorted.find(({ label }) => label === picking);
  assert.ok(picked, `${marked}\noffers "${picking}"; offered: ${labels.slice(0, 30).join(' ')}`);
  assert.equal(text.slice(0, picked.replace.start) + picked.insertText + text.slice(picked.replace.end), gives, marked);
}

function table(cases: readonly (readonly [marked: string, expectation: Expectation])[]): void {
  for (const [marked, expectation] of cases) check(marked, expectation);
}

test('completes cmdlets, those of federation first', () => {
  table([
    ['¦', { offers: ['Add-AvailabilityAddressSpace', 'Test-WebServicesConnectivity', 'Add-ADPermission'] }],
    ['Get-Federat¦', { offers: ['Get-FederatedDomainProof', 'Get-FederationTrust'], picking: 'Get-FederationTrust', gives: 'Get-FederationTrust' }],
    ['new-organ¦', { picking: 'New-OrganizationRelationship', gives: 'New-OrganizationRelationship' }],
    [
      'Get-ClientAccessService | Set-WebS¦ # all of them',
      { picking: 'Set-WebServicesVirtualDirectory', gives: 'Get-ClientAccessService | Set-WebServicesVirtualDirectory # all of them' },
    ],
    ['Get-Fed¦erationTrus', { picking: 'Get-FederationTrust', gives: 'Get-FederationTrust' }],
    ['$trust = Get-FederationT¦', { picking: 'Get-FederationTrust', gives: '$trust = Get-FederationTrust' }],
    ['if ($true) { Get-FederationT¦ }', { picking: 'Get-FederationTrust', gives: 'if ($true) { Get-FederationTrust }' }],
    ['foreach ($server in Get-ExchangeServ¦) { }', { picking: 'Get-ExchangeServer', gives: 'foreach ($server in Get-ExchangeServer) { }' }],
    ['"has $(Get-FederationT¦) now"', { picking: 'Get-FederationTrust', gives: '"has $(Get-FederationTrust) now"' }],
    ['@{ Trust = Get-FederationT¦ }', { picking: 'Get-FederationTrust', gives: '@{ Trust = Get-FederationTrust }' }],
    ['Get-Mailbox |\n  Set-Mailb¦\nGet-FederationTrust', { picking: 'Set-Mailbox', gives: 'Get-Mailbox |\n  Set-Mailbox\nGet-FederationTrust' }],
    ['& Get-FederationT¦', { picking: 'Get-FederationTrust', gives: '& Get-FederationTrust' }],
    ['return Get-FederationT¦', { picking: 'Get-FederationTrust', gives: 'return Get-FederationTrust' }],
    ['if ($a) { } else { }; Get-FederationT¦', { picking: 'Get-FederationTrust', gives: 'if ($a) { } else { }; Get-FederationTrust' }],
  ]);
});

test('puts cmdlets last that the version lacks, and before them those it replaced', () => {
  table([
    ['Get-ClientAccessSer¦', { version: '2016', offers: ['Get-ClientAccessService', 'Get-ClientAccessServer'] }],
    ['Get-ClientAccessSer¦', { version: '2010', offers: ['Get-ClientAccessServer', 'Get-ClientAccessService'] }],
    ['Connect-Exch¦', { version: '2010', offers: ['Connect-ExchangeOnline'] }],
  ]);
  const deprecated = (version?: string): boolean | undefined =>
    complete('Get-ClientAccessServer¦', version).sorted.find(({ label }) => label === 'Get-ClientAccessServer')?.deprecated;
  assert.equal(deprecated('2016'), true);
  assert.equal(deprecated('2010'), false);
  assert.equal(deprecated(), false, 'an unknown version accuses nothing');
});

test('completes parameters, mandatory ones first and common ones behind', () => {
  table([
    ['New-OrganizationRelationship -¦', { offers: ['-DomainNames', '-Name', '-ArchiveAccessEnabled', '-TargetSharingEpr', '-Debug', '-Verbose'] }],
    ['New-OrganizationRelationship ¦', { picking: '-Name', gives: 'New-OrganizationRelationship -Name' }],
    [
      'New-OrganizationRelationship -FreeBusyAccessL¦',
      { picking: '-FreeBusyAccessLevel', gives: 'New-OrganizationRelationship -FreeBusyAccessLevel' },
    ],
    [
      'New-OrganizationRelationship -Free¦BusyAccessLevel None',
      { picking: '-FreeBusyAccessScope', gives: 'New-OrganizationRelationship -FreeBusyAccessScope None' },
    ],
    ['New-OrganizationRelationship -Na¦ -DomainNames a.example', { offers: ['-Name'], without: ['-DomainNames'] }],
    ['New-OrganizationRelationship -Name NHSmail -¦', { offers: ['-DomainNames'], without: ['-Name'] }],
    ['New-OrganizationRelationship -wi -¦', { without: ['-WhatIf'] }],
    ['New-OrganizationRelationship -ea Stop -¦', { offers: ['-Debug', '-ErrorVariable'], without: ['-ErrorAction'] }],
    [
      'New-OrganizationRelationship `\n  -Name NHSmail `\n  -D¦',
      {
        offers: ['-DomainNames', '-DeliveryReportEnabled'],
        without: ['-Name'],
        picking: '-DomainNames',
        gives: 'New-OrganizationRelationship `\n  -Name NHSmail `\n  -DomainNames',
      },
    ],
    [
      'New-OrganizationRelationship -Enabled¦:$false',
      { picking: '-MailboxMoveEnabled', gives: 'New-OrganizationRelationship -MailboxMoveEnabled:$false' },
    ],
    ['New-OrganizationRelationship –Free¦', { picking: '-FreeBusyAccessLevel', gives: 'New-OrganizationRelationship -FreeBusyAccessLevel' }],
    ['Get-Mailbox | Where-Object { $_.Name -eq (Get-FederationTrust -¦) }', { offers: ['-DomainController', '-Identity', '-ErrorAction'] }],
    ['Get-FederationTrust -Identity (Get-Mailbox a) -¦', { offers: ['-DomainController'], without: ['-Identity', '-Archive'] }],
    ['New-OrganizationRelationship -DomainNames a.example,\n  b.example -Fre¦', { offers: ['-FreeBusyAccessEnabled'], without: ['-DomainNames'] }],
  ]);
});

test('offers a typographic dash’s parameter under the dash that was typed', () => {
  const [first] = complete('New-FederationTrust –Thumb¦').sorted;
  assert.equal(first?.filterText, '–Thumbprint');
  assert.equal(first.insertText, '-Thumbprint');
});

test('marks mandatory parameters by the sets that remain possible', () => {
  const mandatory = (marked: string): readonly string[] =>
    complete(marked)
      .sorted.filter((completion) => completion.mandatory)
      .map(({ label }) => label);
  assert.deepEqual(mandatory('New-OrganizationRelationship -¦'), ['-DomainNames', '-Name']);
  assert.deepEqual(mandatory('New-FederationTrust -SkipNamespaceProviderProvisioning -¦'), ['-ApplicationUri', '-Name', '-Thumbprint']);
  assert.deepEqual(mandatory('New-FederationTrust -UseLegacyProvisioningService -¦'), ['-Name', '-Thumbprint']);
});

test('ranks parameters of other sets, of other versions, and PowerShell’s by version', () => {
  table([
    ['New-FederationTrust -UseLegacyProvisioningService -¦', { offers: ['-MetadataUrl', '-ApplicationIdentifier', '-Debug'] }],
    [
      'New-OrganizationRelationship -¦',
      { version: '2010', offers: ['-Name', '-TargetSharingEpr', '-Verbose', '-PhotosEnabled'], without: ['-InformationAction'] },
    ],
    [
      'New-OrganizationRelationship -¦',
      { version: '2016', offers: ['-PhotosEnabled', '-InformationAction', '-MailboxMoveCapability'], without: ['-ProgressAction'] },
    ],
    ['New-OrganizationRelationship -¦', { version: 'Online', offers: ['-MailboxMoveCapability', '-ProgressAction', '-DomainController'] }],
  ]);
});

test('completes values', () => {
  const levels = ['None', 'AvailabilityOnly', 'LimitedDetails'];
  table([
    ['New-OrganizationRelationship -FreeBusyAccessLevel ¦', { exactly: levels }],
    [
      'New-OrganizationRelationship -FreeBusyAccessLevel:¦',
      { exactly: levels, picking: 'None', gives: 'New-OrganizationRelationship -FreeBusyAccessLevel:None' },
    ],
    [
      'New-OrganizationRelationship -freebusyaccessl Av¦ -Name x',
      { exactly: ['AvailabilityOnly'], picking: 'AvailabilityOnly', gives: 'New-OrganizationRelationship -freebusyaccessl AvailabilityOnly -Name x' },
    ],
    [
      "New-OrganizationRelationship -FreeBusyAccessLevel 'Av¦' -Name x",
      { picking: 'AvailabilityOnly', gives: "New-OrganizationRelationship -FreeBusyAccessLevel 'AvailabilityOnly' -Name x" },
    ],
    ['New-OrganizationRelationship -FreeBusyAccessLevel "¦"', { exactly: levels }],
    [
      'New-OrganizationRelationship -FreeBusyAccessLevel “Lim¦”',
      { picking: 'LimitedDetails', gives: 'New-OrganizationRelationship -FreeBusyAccessLevel “LimitedDetails”' },
    ],
    [
      'New-OrganizationRelationship -FreeBusyAccessLevel "Lim¦\nGet-FederationTrust "x"',
      { picking: 'LimitedDetails', gives: 'New-OrganizationRelationship -FreeBusyAccessLevel "LimitedDetails\nGet-FederationTrust "x"' },
    ],
    ['Set-WebServicesVirtualDirectory -WSSecurityAuthentication ¦', { exactly: ['$true', '$false'] }],
    [
      'Set-WebServicesVirtualDirectory -WSSecurityAuthentication $t¦',
      { picking: '$true', gives: 'Set-WebServicesVirtualDirectory -WSSecurityAuthentication $true' },
    ],
    ['Set-WebServicesVirtualDirectory -WSSecurityAuthentication "¦"', { exactly: [] }],
    [
      'Set-WebServicesVirtualDirectory -ExtendedProtectionFlags Proxy,¦',
      { exactly: ['None', 'AllowDotlessSPN', 'NoServiceNameCheck', 'ProxyCoHosting'] },
    ],
    ['Set-WebServicesVirtualDirectory -ExtendedProtectionFlags Proxy, No¦', { exactly: ['None', 'NoServiceNameCheck'] }],
    ['Set-WebServicesVirtualDirectory -Force:¦', { exactly: ['$true', '$false'] }],
    ['Get-FederationTrust -ErrorAction Sil¦', { exactly: ['SilentlyContinue'] }],
    ['Get-FederationTrust -ErrorAction ¦', { offers: ['Continue', 'Stop'], without: ['Break'] }],
    [
      'New-SharingPolicy -Domains "Anonymous: Cal¦"',
      { picking: 'CalendarSharingFreeBusySimple', gives: 'New-SharingPolicy -Domains "Anonymous: CalendarSharingFreeBusySimple"' },
    ],
    [
      "New-SharingPolicy -Domains 'a.example: CalendarSharingFreeBusySimple, Con¦'",
      { picking: 'ContactsSharing', gives: "New-SharingPolicy -Domains 'a.example: CalendarSharingFreeBusySimple, ContactsSharing'" },
    ],
    ['Get-MailDetailATPReport -EventType Advanced¦', { picking: 'Advanced filter', gives: "Get-MailDetailATPReport -EventType 'Advanced filter'" }],
    ["Get-MailDetailATPReport -EventType 'Advanced¦'", { picking: 'Advanced filter', gives: "Get-MailDetailATPReport -EventType 'Advanced filter'" }],
  ]);
});

test('offers parameters behind a switch, which takes no value without a colon', () => {
  table([['Set-WebServicesVirtualDirectory -Force ¦', { offers: ['-Identity', '-WSSecurityAuthentication'], without: ['-Force', '$true'] }]]);
});

test('marks a deprecated value only where it is', () => {
  const orgWide = (version: string): boolean | undefined =>
    complete('Add-AvailabilityAddressSpace -AccessMethod ¦', version).sorted.find(({ label }) => label === 'OrgWideFB')?.deprecated;
  assert.equal(orgWide('Online'), true);
  assert.equal(orgWide('2016'), false);
});

test('offers nothing where no argument can be meant', () => {
  const silent = [
    '# Get-Fed¦',
    'Get-FederationTrust # -¦',
    '<# Get-Fed¦ #>',
    '<# never closed -¦',
    '"Get-Fed¦"',
    "'Get-Fed¦'",
    "@'\nGet-Fed¦\n'@",
    '@"\nNew-OrganizationRelationship -¦\n"@',
    "Set-Mailbox -Identity @'\n-¦\n'@",
    '$Get-Fed¦',
    '$x -¦',
    '@{ Nam¦ = 1 }',
    'if (¦$a -eq 1) { }',
    'Unknown-Command -¦',
    'Unknown-Command -Param ¦',
    'New-OrganizationRelationship -Name ¦',
    'New-OrganizationRelationship -Nonsense ¦',
    'New-OrganizationRelationship -FreeBusyAccessLevel "a$(1)Av¦"',
    'New-OrganizationRelationship -FreeBusyAccessLevel None¦"x"',
    'Get-FederationTrust > Av¦',
    'New-OrganizationRelationship --% -¦',
    "New-OrganizationRelationship -Name 'open\nGet-Fed¦",
    'for¦',
  ];
  for (const marked of silent) {
    assert.deepEqual(
      complete(marked, undefined, noPlanNames)
        .sorted.map(({ label }) => label)
        .slice(0, 5),
      [],
      marked,
    );
  }
});

test('offers what the plan holds before what the documentation lists', () => {
  table([
    ['New-OrganizationRelationship -DomainNames ¦', { exactly: ['nhs.example', 'mail.nhs.example'], picking: 'nhs.example', gives: 'New-OrganizationRelationship -DomainNames nhs.example' }],
    ['New-OrganizationRelationship -DomainNames nhs.example,¦', { exactly: ['mail.nhs.example'] }],
    ["New-OrganizationRelationship -DomainNames 'nhs.example', 'ma¦'", { exactly: ['mail.nhs.example'] }],
    ['New-OrganizationRelationship -DomainNames nhs.example,\n  ¦', { exactly: ['mail.nhs.example'] }],
    ['Set-ExchangeServer EX01 -InternetWebProxy ¦', { picking: 'http://proxy.example:8080', gives: 'Set-ExchangeServer EX01 -InternetWebProxy http://proxy.example:8080' }],
    ['Test-OrganizationRelationship -UserIdentity:¦', { exactly: ['cal@battlecalfed1.example'] }],
    ['Test-OrganizationRelationship -Identity ¦', { picking: 'NHSmail calendars', gives: "Test-OrganizationRelationship -Identity 'NHSmail calendars'" }],
    ['Test-OrganizationRelationship -Identity "NHS¦"', { picking: 'NHSmail calendars', gives: 'Test-OrganizationRelationship -Identity "NHSmail calendars"' }],
    ['Set-OrganizationRelationship ¦', { offers: ['NHSmail calendars', '-DomainNames'] }],
    ['Get-FederatedDomainProof -DomainName ¦', { exactly: ['battlecalfed1.example'] }],
    ['Get-Mailbox -Identity ¦', { exactly: [] }],
  ]);
});

test('knows by position what is given, and offers parameters on the next line', () => {
  table([
    ['New-OrganizationRelationship NHSmail -¦', { offers: ['-DomainNames'], without: ['-Name'] }],
    ['Get-OrganizationRelationship | Set-OrganizationRelationship -¦', { offers: ['-ArchiveAccessEnabled', '-Identity'] }],
    ['Set-OrganizationRelationship -¦', { offers: ['-Identity', '-ArchiveAccessEnabled'] }],
    ['New-OrganizationRelationship -Name a `\n  ¦', { offers: ['-DomainNames', '-Enabled'], without: ['-Name'] }],
    ['New-OrganizationRelationship `\n  ¦`\n  -Name a', { offers: ['-DomainNames'], without: ['-Name'] }],
    ['New-OrganizationRelationship -Na¦ NHSmail -DomainNames a', { offers: ['-Name'], without: ['-DomainNames'] }],
  ]);
});

test('completes keys and values of a hashtable that is splatted', () => {
  const around = (inside: string, call = 'New-OrganizationRelationship @p'): string => `$p = @{\n  Name = 'NHSmail'\n  ${inside}\n}\n${call}`;
  table([
    [around('¦'), { offers: ['DomainNames', 'FreeBusyAccessLevel'], without: ['Name', '-DomainNames', 'Get-FederationTrust'] }],
    [around('Dom¦'), { offers: ['DomainNames'], picking: 'DomainNames', gives: around('DomainNames = ') }],
    [around('Fre¦ = $true'), { picking: 'FreeBusyAccessEnabled', gives: around('FreeBusyAccessEnabled = $true') }],
    [around('FreeBusyAccessLevel = ¦'), { offers: ['None', 'AvailabilityOnly', 'Get-FederationTrust'], picking: 'None', gives: around("FreeBusyAccessLevel = 'None'") }],
    [around('FreeBusyAccessLevel = "Av¦"'), { exactly: ['AvailabilityOnly'] }],
    [around("DomainNames = 'nhs.example', '¦'"), { exactly: ['mail.nhs.example'] }],
    [around('FreeBusyAccessEnabled = $t¦'), { offers: ['true'] }],
    [around('¦', 'New-OrganizationRelationship @p -DomainNames a'), { without: ['DomainNames'] }],
    [around('¦', 'New-OrganizationRelationship @q'), { exactly: [] }],
    [around('¦', 'Unknown-Thing @p'), { exactly: [] }],
  ]);
});

test('completes variables, the script’s own first', () => {
  table([
    ['$trust = 1; $tr¦', { offers: ['trust', 'true'], picking: 'trust', gives: '$trust = 1; $trust' }],
    ['$trust = 1; Get-Mailbox -Identity $tr¦', { offers: ['trust'] }],
    ['foreach ($server in 1) { "on $s¦" }', { picking: 'server', gives: 'foreach ($server in 1) { "on $server" }' }],
    ['$p = @{ Name = 1 }; New-OrganizationRelationship @¦', { exactly: ['p'] }],
    ['$IsWin¦', { version: '2016', exactly: [] }],
    ['$IsWin¦', { version: 'Online', exactly: ['IsWindows'] }],
    ["'$tr¦'", { exactly: [] }],
  ]);
});

test('completes PowerShell’s and Windows’ own commands, by alias too', () => {
  table([
    ['Get-FederationTrust | Format-L¦', { picking: 'Format-List', gives: 'Get-FederationTrust | Format-List' }],
    ['Get-FederationTrust | fl -¦', { offers: ['-Expand', '-GroupBy'] }],
    ['Get-FederationTrust | Sort-Object -Prop¦', { offers: ['-Property'] }],
    ['Resolve-DnsN¦', { offers: ['Resolve-DnsName'] }],
    ['function Show-Trust { }; Show-T¦', { offers: ['Show-Trust'] }],
    ['Get-Err¦', { version: '2016', without: ['Get-Error'] }],
    ['Get-Err¦', { version: 'Online', offers: ['Get-Error'] }],
  ]);
});

test('every completion says what it is', () => {
  for (const marked of ['Get-¦', 'Set-Mailbox -¦', '$¦', 'Get-Item | % -¦', 'New-OrganizationRelationship -FreeBusyAccessLevel ¦', 'Get-FederationTrust -ErrorAction ¦']) {
    for (const { label, topic, sortText, insertText } of complete(marked, '2016').sorted) {
      assert.notEqual(explain(topic, catalogue), '', label);
      assert.notEqual(sortText, '', label);
      assert.notEqual(insertText, '', label);
    }
  }
});
