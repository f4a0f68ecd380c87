import { checkRule } from '../../support/checkRule.ts';
import { proof } from '../../support/plans.ts';

type Step = readonly [id: string, lines: readonly string[]];
const plan = (steps: readonly Step[], relationships = '', version = '2016'): string => `federationPlan: 1
organizations:
  a: { exchange: { version: ${version} }, acceptedDomains: [a.example, a2.example] }
  b: { exchange: { version: 2016 }, acceptedDomains: [b.example] }
${relationships}steps:
${steps.map(([id, lines]) => `  - id: ${id}\n    organization: a\n${lines.map((line) => `    ${line}\n`).join('')}`).join('')}`;
const run = (...lines: readonly string[]): readonly string[] => ['run: |', ...lines.map((line) => `  ${line}`)];
const owned = 'organizationRelationships:\n  - { name: B, owner: a, target: b, domainNames: [b.example] }\n';

const trust: Step = ['trust', run('New-FederationTrust -Name "Microsoft Federation Gateway" -Thumbprint 0123')];
const prove: Step = ['prove', run('Get-FederatedDomainProof -DomainName a.example')];
const record: Step = ['record', ['dnsRecords: |', `  a.example TXT IN ${proof}`]];
const identifier: Step = ['identifier', run('Set-FederatedOrganizationIdentifier -AccountNamespace a.example -DelegationFederationTrust "Microsoft Federation Gateway" -Enabled $true')];
const relationship: Step = ['relationship', run('New-OrganizationRelationship -Name B -DomainNames b.example')];
const leave: Step = ['leave', run('Remove-OrganizationRelationship B')];
const remove: Step = ['remove', run('Remove-FederationTrust "Microsoft Federation Gateway"')];
const marked = ([id, lines]: Step, word: string): Step => [id, lines.map((line) => line.replace(word, `«${word}»`))];

checkRule(
  'step/order',
  {
    'proof before trust': { finds: plan([marked(prove, 'Get-FederatedDomainProof'), trust]), says: /the trust is created later, by the step "trust"/ },
    'identifier before its proof': { finds: plan([trust, marked(identifier, 'Set-FederatedOrganizationIdentifier'), prove]), says: /"a\.example" is federated here, and its proof comes later, in the step "prove"/ },
    'identifier before its record': { finds: plan([trust, marked(identifier, 'Set-FederatedOrganizationIdentifier'), record]), says: /in the step "record"/ },
    'identifier before its record with a time to live': { finds: plan([trust, marked(identifier, 'Set-FederatedOrganizationIdentifier'), ['record', ['dnsRecords: |', `  a.example. 3600 IN TXT "${proof}"`]]]), says: /in the step "record"/ },
    'a further domain before its proof': {
      finds: plan([trust, prove, identifier, ['more', run('«Add-FederatedDomain» -DomainName a2.example', 'Get-FederatedDomainProof -DomainName a2.example')]]),
      says: /"a2\.example" is federated here/,
    },
    'relationship before the identifier': { finds: plan([trust, prove, marked(relationship, 'New-OrganizationRelationship'), identifier]), says: /which the step "identifier" does/ },
    'relationship before the trust': { finds: plan([marked(relationship, 'New-OrganizationRelationship'), trust]), says: /which the step "trust" does/ },
    'trust removed before the relationships': { finds: plan([marked(remove, 'Remove-FederationTrust'), leave]), says: /which the step "leave" removes/ },
    'trust removed while a relationship stands': { finds: plan([marked(remove, 'Remove-FederationTrust')], owned), says: /the relationship "B" still stands/ },
    'on one line': { finds: plan([['prove', ['run: «Get-FederatedDomainProof» -DomainName a.example']], trust]), says: /Create the trust first/ },
    'in a folded text': { finds: plan([['prove', ['run: >', '  «Get-FederatedDomainProof»', '  -DomainName a.example']], trust]), says: /Create the trust first/ },
  },
  {
    'the right order': plan([trust, prove, record, identifier, relationship]),
    'the whole way back': plan([leave, ['namespace', run('Remove-FederatedDomain a2.example', 'Remove-FederatedDomain a.example -Force')], remove], owned),
    'all relationships at once': plan([['leave', run('Get-OrganizationRelationship | Remove-OrganizationRelationship -Confirm:$false')], remove], owned),
    'leaving one partner': plan([leave], owned),
    'a trust made anew keeps its relationships': plan([remove, trust, prove, identifier], owned),
    'a proof made with a certificate of one’s choice': plan([['prove', run('Get-FederatedDomainProof -DomainName a.example -Thumbprint 0123')], trust]),
    'a new proof while the certificate is rolled': plan([identifier, ['next', run('Set-FederationTrust -Identity X -Thumbprint 4567 -RefreshMetadata')], prove]),
    'a trust that is rebuilt': plan([prove, ['remove', run('Get-FederationTrust | Remove-FederationTrust')], trust]),
    'done by hand before': plan([['console', ['instructions: Create the federation trust, add the TXT record and the namespace in the console.']], identifier, prove, relationship]),
    'a script of one’s own may do anything': plan([['all', run('.\\federate.ps1')], prove, trust, relationship, identifier]),
    'in a branch it is not sure to run': plan([['maybe', run('if ($again) {', '  Get-FederatedDomainProof -DomainName a.example', '}')], trust]),
    'a dry run': plan([['dry', run('New-OrganizationRelationship -Name B -DomainNames b.example -WhatIf')], trust]),
    'in a comment': plan([['note', run('# Get-FederatedDomainProof -DomainName a.example')], trust]),
    'steps of two organizations stand apart': plan([prove, trust]).replace('organization: a\n    run: |\n      Get-', 'organization: b\n    run: |\n      Get-'),
    'a record with its time to live': plan([['record', ['dnsRecords: |', `  a.example. 3600 IN TXT "${proof}"`]], identifier, prove]),
    'a record by the zone’s short name': plan([['record', ['dnsRecords: |', `  @ IN TXT "${proof}"`]], identifier, prove]),
    'another TXT record of the domain': plan([identifier, ['spf', ['dnsRecords: |', '  a.example IN TXT "v=spf1 include:spf.protection.outlook.com -all"']]]),
    'a relationship of the tenant': plan([['cloud', run('Connect-ExchangeOnline', 'New-OrganizationRelationship -Name B -DomainNames b.example')], identifier]),
    'the proof of a variable’s domain': plan([trust, ['all', run('Get-FederatedDomainProof -DomainName $domain')], identifier, prove]),
    'Exchange Online': plan([prove, trust, relationship, identifier], '', 'Online'),
    'a script that PowerShell cannot read': plan([['broken', run('Get-FederatedDomainProof -DomainName (')], trust]),
    'disabled is not removed, and not harmed': plan([remove], owned.replace('domainNames', 'enabled: false, domainNames')),
  },
);
