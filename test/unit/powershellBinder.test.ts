import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { openCatalogue } from '../../server/src/service/catalogue/catalogue.ts';
import type { VersionCode } from '../../server/src/service/catalogue/cmdlet.ts';
import { bindScript } from '../../server/src/service/powershell/binder/index.ts';
import type { BoundCommand } from '../../server/src/service/powershell/binder/index.ts';
import { parseScript } from '../../server/src/service/powershell/parser/index.ts';

declare const __projectRoot: string;

const catalogue = openCatalogue(readFileSync(path.join(__projectRoot, 'server', 'data', 'cmdletCatalogue.jsonl'), 'utf8'));

function bind(text: string, version?: VersionCode): BoundCommand[] {
  return bindScript(parseScript(text).tree, catalogue, version ? { version } : {});
}

/** Of the last call: its parameters with how they were named and what they were given, then its errors with what each is about. */
function seen(text: string, version?: VersionCode): string {
  const binding = bind(text, version).findLast((each) => each.binding)?.binding;
  if (!binding) return 'not found';
  const bound = [...binding.bound.values()].map(({ parameter, how, argument }) => `${parameter.name}/${how}${argument ? `=${text.slice(argument.start, argument.end)}` : ''}`);
  const errors = binding.errors.map(({ id, parameter, start, end, certain }) => `${id} ${parameter ?? ''} «${text.slice(start, end)}»${certain ? '' : ' uncertain'}`);
  return [...bound, ...errors].join('; ');
}

const table: readonly (readonly [text: string, seen: string])[] = [
  // names
  ['Get-AcceptedDomain', ''],
  ['get-accepteddomain -IDENTITY nhs.example', 'Identity/full=nhs.example'],
  ['Get-AcceptedDomain -Id nhs.example', 'Identity/prefix=nhs.example'],
  ['Get-AcceptedDomain –Identity:nhs.example', 'Identity/full=nhs.example'],
  ['Get-AcceptedDomain nhs.example -ea Stop', 'ErrorAction/alias=Stop; Identity/position=nhs.example'],
  ['Get-AcceptedDomain -Bogus x -DomainController dc', 'DomainController/full=dc; NamedParameterNotFound Bogus «-Bogus»'],
  ['Get-AcceptedDomain -E Stop', 'AmbiguousParameter E «-E»'],
  ['Get-AcceptedDomain -P x', 'AmbiguousParameter P «-P» uncertain'],
  ['Exchange\\Get-AcceptedDomain nhs.example', 'Identity/position=nhs.example'],
  ['& "Get-AcceptedDomain" nhs.example', 'Identity/position=nhs.example'],
  // values
  ['Get-AcceptedDomain -Identity a -Identity b', 'Identity/full=a; ParameterAlreadyBound Identity «-Identity»'],
  ['Get-AcceptedDomain -DomainController', 'MissingArgument DomainController «-DomainController»'],
  ['Get-AcceptedDomain -DomainController -Verbose', 'Verbose/full; MissingArgument DomainController «-DomainController»'],
  ['Get-AcceptedDomain -DomainController -x', 'DomainController/full=-x'],
  ['Get-AcceptedDomain a b', 'Identity/position=a; PositionalParameterNotFound b «b»'],
  ['Set-AcceptedDomain a -Confirm $true', 'Confirm/full; Identity/position=a; PositionalParameterNotFound True «$true»'],
  ['Set-AcceptedDomain a -Confirm:$true', 'Confirm/full=$true; Identity/position=a'],
  ['Get-WebServicesVirtualDirectory -Identity EWS (Default Web Site)', 'Identity/full=EWS; PositionalParameterNotFound  «(Default Web Site)»'],
  ['Set-AcceptedDomain a -AddressBookEnabled true', "AddressBookEnabled/full=true; Identity/position=a; ParameterArgumentTransformationError AddressBookEnabled «true»"],
  ['Set-AcceptedDomain a -AddressBookEnabled $enabled', 'AddressBookEnabled/full=$enabled; Identity/position=a'],
  ['Set-AcceptedDomain a -DomainType Nonsense', 'DomainType/full=Nonsense; Identity/position=a; ParameterArgumentValidationError DomainType «Nonsense»'],
  ['Set-AcceptedDomain a -DomainType $type', 'DomainType/full=$type; Identity/position=a'],
  ['Set-AcceptedDomain a -DomainType "$type"', 'DomainType/full="$type"; Identity/position=a'],
  ['New-AuthServer a -Type Azure', 'Type/full=Azure; Name/position=a; ParameterArgumentValidationError Type «Azure» uncertain'],
  ['Set-ReceiveConnector a -PermissionGroups AnonymousUsers, ExchangeServers', 'PermissionGroups/full=AnonymousUsers, ExchangeServers; Identity/position=a; ParameterArgumentTransformationError PermissionGroups «AnonymousUsers, ExchangeServers» uncertain'],
  ['Set-AcceptedDomain a -WhatIf:1', 'WhatIf/full=1; Identity/position=a'],
  ['Get-MailboxFolderPermission a -GroupMailbox:1', 'GroupMailbox/full=1; Identity/position=a; ParameterArgumentTransformationError GroupMailbox «1» uncertain'],
  ['Get-AcceptedDomain -Bogus -DomainController dc a', 'DomainController/full=dc; Identity/position=a; NamedParameterNotFound Bogus «-Bogus»'],
  // mandatory, pipeline
  ['Set-AcceptedDomain -DomainType Authoritative', 'DomainType/full=Authoritative; MissingMandatoryParameter Identity «Set-AcceptedDomain»'],
  ['Get-AcceptedDomain | Set-AcceptedDomain -DomainType Authoritative', 'DomainType/full=Authoritative'],
  ['Get-AcceptedDomain | ForEach-Object { Set-AcceptedDomain -Identity $_.Identity -DomainType Authoritative }', 'Identity/full=$_.Identity; DomainType/full=Authoritative'],
  ['Get-ExchangeServer -Status', 'Status/full; MissingMandatoryParameter Domain «Get-ExchangeServer» uncertain'],
  // splatting
  ['$p = @{ Identity = "a"; DomainType = "Authoritative" }\nSet-AcceptedDomain @p', 'Identity/splat; DomainType/splat'],
  ['$p = @{ Identity = "a" }\nSet-AcceptedDomain -Identity b @p', 'Identity/full=b'],
  ['$p = @{ Bogus = "a" }\nGet-AcceptedDomain @p', 'NamedParameterNotFound Bogus «@p»'],
  ['$p = @{ Identity = "a" }\n$p.Remove("Identity")\nSet-AcceptedDomain @p', 'MissingMandatoryParameter Identity «Set-AcceptedDomain» uncertain'],
  ['if ($x) { $p = @{ Bogus = 1 } }\nGet-AcceptedDomain @p', ''],
  ['foreach ($d in $all) { Get-AcceptedDomain @p; $p = @{ Bogus = 1 } }', ''],
  ['function f { $p = [ordered]@{ Identity = "a" }; if ($x) { Get-AcceptedDomain @p } }', 'Identity/splat'],
  ['Get-AcceptedDomain @unknown', ''],
  ["$p = 'a'\nGet-AcceptedDomain @p", 'Identity/splat'],
];

for (const [text, expected] of table) test(text, () => assert.equal(seen(text), expected));

test('a version has its own cmdlets and parameters', () => {
  assert.equal(bind('Get-ClientAccessService', '2013')[0]?.found.kind, 'otherVersion');
  assert.equal(bind('Get-ClientAccessService', '2016')[0]?.found.kind, 'cmdlet');
  assert.equal(seen('New-OrganizationRelationship a -DomainNames b -PhotosEnabled $true', '2016'), 'DomainNames/full=b; PhotosEnabled/full=$true; Name/position=a');
  assert.match(seen('New-OrganizationRelationship a -DomainNames b -PhotosEnabled $true', '2010'), /NamedParameterNotFound PhotosEnabled «-PhotosEnabled»/);
});

test('what is no cmdlet of Exchange is not bound', () => {
  const kinds = bind('Write-Host a; & $command; netsh winhttp show proxy').map(({ found, binding }) => [found.kind, binding]);
  assert.deepEqual(kinds, [['unknown', undefined], ['unknown', undefined], ['unknown', undefined]]);
});

test('what is missing is certain only where every set misses something', () => {
  const missing = bind('Set-AcceptedDomain')[0]?.binding?.errors[0];
  assert.deepEqual(missing?.candidates?.map((set) => set.map(({ name }) => name)), [['Identity']]);
});
