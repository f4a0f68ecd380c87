import assert from 'node:assert/strict';
import test from 'node:test';
import { openCatalogue } from '../../../server/src/service/catalogue/catalogue.ts';
import type { Finding } from '../../../server/src/service/finding.ts';
import { readPlan } from '../../../server/src/service/readPlan.ts';
import { cmdletNotAvailable } from '../../../server/src/service/rules/cmdletNotAvailable.ts';
import { catalogueText } from '../../support/service.ts';

const catalogue = openCatalogue(catalogueText);

function findingsOf(text: string, knowsCmdlets = true): { text: string; findings: Finding[] } {
  return { text, findings: readPlan(text, undefined, knowsCmdlets ? catalogue : undefined).findings.filter(({ code }) => code === cmdletNotAvailable.code) };
}

const plan = (exchange: string, script: string, key = 'run'): string => `federationPlan: 1
organizations:
  a: { ${exchange}, acceptedDomains: [a.example] }
steps:
  - id: s
    organization: a
    ${key}: |
      ${script}
`;

for (const [name, text, where, says, instead] of [
  ['a newer name on Exchange 2010', plan('exchange: { version: 2010 }', 'Get-ClientAccessService | Get-WebServicesVirtualDirectory'), 'Get-ClientAccessService', /not in Exchange 2010, which "a" runs/, 'Get-ClientAccessServer'],
  ['to look at', plan('exchange: { version: 2013 }', 'Get-ClientAccessService', 'verify'), 'Get-ClientAccessService', /Exchange 2013/, 'Get-ClientAccessServer'],
  ['behind a connection that was left', plan('exchange: { version: 2010 }', 'Get-ClientAccessService').replace('steps:\n', 'steps:\n  - { id: cloud, organization: a, run: Connect-ExchangeOnline; Disconnect-ExchangeOnline }\n'), 'Get-ClientAccessService', /not in Exchange 2010/, 'Get-ClientAccessServer'],
  ['for a partner in the cloud', plan('exchange: { version: 2010 }', 'Get-ClientAccessService').replace('    organization: a\n', '    organization: a\n    title: The partner runs Exchange Online\n'), 'Get-ClientAccessService', /not in Exchange 2010/, 'Get-ClientAccessServer'],
  ['a server’s in the cloud', plan('exchange: { version: Online }', 'New-FederationTrust -Name X'), 'New-FederationTrust', /not in Exchange Online/, undefined],
] as const) {
  test(`step/cmdlet-not-available: ${name}`, () => {
    const { findings } = findingsOf(text);
    assert.deepEqual(findings.map(({ range }) => text.slice(range.start, range.end)), [where]);
    assert.match(findings[0]?.message ?? '', says);
    assert.equal(findings[0]?.fixes[0]?.edits[0]?.newText, instead);
  });
}

for (const [name, text] of Object.entries({
  'the version has it': plan('exchange: { version: 2016 }', 'Get-ClientAccessService'),
  'an older name that still works': plan('exchange: { version: 2010 }', 'Get-ClientAccessServer'),
  'one of the servers has it': plan('exchange: { version: 2010 }, servers: [{ name: EX2, exchange: { version: 2016 } }]', 'Get-ClientAccessService'),
  'the version is not stated': plan('name: A', 'Get-ClientAccessService'),
  'a profile’s version is of its time': plan('role: service', 'Get-ClientAccessService').replace('organizations:', 'profile: nhsmail-2018\norganizations:'),
  'not a cmdlet that is known': plan('exchange: { version: 2010 }', 'Get-ClientAccesService'),
  'asked for first': plan('exchange: { version: 2010 }', 'if (Get-Command Get-ClientAccessService) { Get-ClientAccessService }'),
  'connected to another Exchange': plan('exchange: { version: 2016 }', 'Connect-ExchangeOnline; Get-IntraOrganizationConfiguration; Get-HybridMailflow; Get-AvailabilityConfig'),
  'connected by a step before': plan('exchange: { version: 2016 }', 'Get-OnPremisesOrganization').replace('steps:\n', 'steps:\n  - { id: connect, organization: a, run: Connect-ExchangeOnline }\n'),
  'connected by hand': plan('exchange: { version: 2016 }', 'Get-OnPremisesOrganization').replace('    organization: a\n', '    organization: a\n    instructions: In Exchange Online PowerShell.\n'),
  'in a comment': plan('exchange: { version: 2010 }', '# Get-ClientAccessService'),
})) {
  test(`step/cmdlet-not-available is silent: ${name}`, () => assert.deepEqual(findingsOf(text).findings, []));
}

test('step/cmdlet-not-available is silent without the catalogue', () => assert.deepEqual(findingsOf(plan('exchange: { version: 2010 }', 'Get-ClientAccessService'), false).findings, []));
