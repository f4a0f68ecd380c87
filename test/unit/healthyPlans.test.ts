import assert from 'node:assert/strict';
import test from 'node:test';
import { proof } from '../support/plans.ts';
import { service } from '../support/service.ts';

const proofOf = (letter: string): string => `${letter}${proof.slice(1)}`;
const server = (id: string, domains: readonly string[], more = ''): string => `  ${id}:
    exchange: { version: SE, update: RTM }
    acceptedDomains:
${domains.map((domain, index) => `      - { name: ${domain}, primary: ${index === 0 ? 'true' : 'false'}, federationProof: ${proofOf(`${id.slice(0, 1)}${String.fromCharCode(65 + index)}`).slice(0, 85)}${proof.slice(-3)} }\n`).join('')}    federationTrust: { name: Microsoft Federation Gateway, applicationUri: FYDIBOHF25SPDLT.${domains[0] ?? ''} }
    federatedOrganizationIdentifier: { accountNamespace: FYDIBOHF25SPDLT.${domains[0] ?? ''}, domains: [${domains.join(', ')}], enabled: true }
${more}`;
const relationship = (name: string, owner: string, target: string, domains: readonly string[], more = ''): string =>
  `  - { name: ${name}, owner: ${owner}, target: ${target}, domainNames: [${domains.join(', ')}], freeBusyAccessEnabled: true, freeBusyAccessLevel: AvailabilityOnly${more} }\n`;
const plan = (organizations: string, relationships: string, rest = ''): string => `federationPlan: 1\nprofile: generic\norganizations:\n${organizations}organizationRelationships:\n${relationships}${rest}`;

/** Federations as they are in practice: nothing in them is wrong, and nothing above information may be said of them. */
const healthy: Readonly<Record<string, string>> = {
  'two organizations with servers of their own': plan(
    server('ours', ['ours.example', 'mail.ours.example']) + server('theirs', ['theirs.example']),
    relationship('Theirs', 'ours', 'theirs', ['theirs.example'], ', targetApplicationUri: fydibohf25spdlt.theirs.example, targetAutodiscoverEpr: https://autodiscover.theirs.example/autodiscover/autodiscover.svc/WSSecurity') +
      relationship('Ours', 'theirs', 'ours', ['ours.example', 'mail.ours.example']),
  ),
  'a hybrid organization and its partner': plan(
    `${server('servers', ['ours.example', 'ours.mail.onmicrosoft.com'])}  cloud:
    exchange: { version: Online }
    acceptedDomains: [ours.example, ours.onmicrosoft.com]
${server('partner', ['partner.example'])}`,
    relationship('To the cloud', 'servers', 'cloud', ['ours.mail.onmicrosoft.com'], ', targetApplicationUri: outlook.com, targetAutodiscoverEpr: https://autodiscover-s.outlook.com/autodiscover/autodiscover.svc/WSSecurity') +
      relationship('To the servers', 'cloud', 'servers', ['ours.example'], ', targetApplicationUri: FYDIBOHF25SPDLT.ours.example, targetSharingEpr: https://mail.ours.example/EWS/Exchange.asmx') +
      relationship('To the partner', 'servers', 'partner', ['partner.example']) +
      relationship('To ours', 'partner', 'servers', ['ours.example']) +
      relationship('To our cloud', 'partner', 'cloud', ['ours.onmicrosoft.com']),
  ),
  'two organizations in the cloud': plan(
    '  a: { exchange: { version: Online }, acceptedDomains: [a.example, a2.example] }\n  b: { exchange: { version: Online }, acceptedDomains: [b.example] }\n',
    relationship('B', 'a', 'b', ['b.example']) + relationship('A', 'b', 'a', ['a.example', 'a2.example']),
    'checks: { testUsers: [u@a2.example] }\n',
  ),
  'a hub with several partners, each at its own level': plan(
    server('hub', ['hub.example', 'north.example', 'south.example']) + server('north', ['n.example']) + server('south', ['s.example', 's2.example']),
    relationship('North', 'hub', 'north', ['n.example']) +
      relationship('South', 'hub', 'south', ['s.example', 's2.example']).replace('AvailabilityOnly', 'LimitedDetails') +
      relationship('Hub', 'north', 'hub', ['north.example', 'hub.example']) +
      relationship('Hub', 'south', 'hub', ['south.example'], ', freeBusyAccessScope: Managers'),
  ),
  'one’s own half only': plan(server('ours', ['ours.example']) + '  theirs: { name: The others }\n', relationship('Theirs', 'ours', 'theirs', ['theirs.example', 'more.example'])),
  'a hybrid organization whose steps are done on both sides': plan(
    `${server('servers', ['ours.example'])}  partner: { exchange: { version: Online }, acceptedDomains: [partner.example] }\n`,
    relationship('Partner', 'servers', 'partner', ['partner.example'], ', targetApplicationUri: outlook.com'),
    `steps:
  - id: servers
    organization: servers
    run: |
      Get-ClientAccessService | Get-WebServicesVirtualDirectory | Set-WebServicesVirtualDirectory -WSSecurityAuthentication $true
      New-OrganizationRelationship -Name Partner -DomainNames partner.example -FreeBusyAccessEnabled $true -FreeBusyAccessLevel AvailabilityOnly
  - id: cloud
    organization: servers
    title: The same in the tenant
    run: |
      Connect-ExchangeOnline -UserPrincipalName admin@ours.example
      New-OrganizationRelationship -Name Partner -DomainNames partner.example -FreeBusyAccessEnabled $true -FreeBusyAccessLevel LimitedDetails -MailboxMoveEnabled $true -MailboxMoveCapability Inbound
    verify: |
      Get-OnPremisesOrganization | Format-List
`,
  ),
  'a plan as a tool writes JSON':
    '{ "federationPlan": 1, "profile": "generic", "organizations": { "a": { "acceptedDomains": ["a.example", { "name": "b.example", "primary": true }], "exchange": { "version": "2016" } }, "c": { "acceptedDomains": ["c.example"] } },\n' +
    '  "organizationRelationships": [{ "owner": "a", "target": "c", "domainNames": ["c.example"] }, { "owner": "c", "target": "a", "domainNames": ["b.example"] }],\n' +
    '  "steps": [{ "id": "s", "organization": "a", "run": "if (Get-FederationTrust) {\\n\\tGet-FederatedOrganizationIdentifier | Format-List\\n}\\n" }] }\n',
  'two partners of a service that the profile does not know': plan(
    '  ours: { role: partner, exchange: { version: 2016 }, acceptedDomains: [ours.example] }\n  nhsmail: { role: service }\n  hub: { role: service, exchange: { version: 2019 }, acceptedDomains: [hub.example] }\n',
    relationship('NHSmail', 'ours', 'nhsmail', ['nhs.net']) + relationship('Hub', 'ours', 'hub', ['hub.example']).replace('AvailabilityOnly', 'LimitedDetails') + relationship('Ours', 'hub', 'ours', ['ours.example']),
  ).replace('profile: generic', 'profile: nhsmail'),
  'an old namespace of one’s own': plan(
    server('ours', ['ours.example']).replace('FYDIBOHF25SPDLT.ours.example, domains', 'exchangedelegation.ours.example, domains').replace('applicationUri: FYDIBOHF25SPDLT', 'applicationUri: exchangedelegation') + server('theirs', ['theirs.example']),
    relationship('Theirs', 'ours', 'theirs', ['theirs.example']) + relationship('Ours', 'theirs', 'ours', ['ours.example'], ', targetApplicationUri: http://exchangedelegation.ours.example/'),
  ),
  'the whole way there, and the whole way back': plan(
    server('ours', ['ours.example']) + server('theirs', ['theirs.example']),
    relationship('Theirs', 'ours', 'theirs', ['theirs.example']) + relationship('Ours', 'theirs', 'ours', ['ours.example']),
    `steps:
  - id: there
    organization: ours
    run: |
      $certificate = New-ExchangeCertificate -FriendlyName "Exchange Delegation Federation" -DomainName Federation -Services Federation -KeySize 2048 -PrivateKeyExportable $true -SubjectKeyIdentifier ([Guid]::NewGuid().ToString('N'))
      New-FederationTrust -Name "Microsoft Federation Gateway" -Thumbprint $certificate.Thumbprint
      Get-FederatedDomainProof -DomainName ours.example
  - id: share
    organization: ours
    run: |
      Set-FederatedOrganizationIdentifier -DelegationFederationTrust "Microsoft Federation Gateway" -AccountNamespace ours.example -Enabled $true
      foreach ($domain in 'theirs.example') { Get-FederationInformation -DomainName $domain | New-OrganizationRelationship -Name Theirs -FreeBusyAccessEnabled $true -FreeBusyAccessLevel AvailabilityOnly }
  - id: pause
    organization: ours
    run: Set-OrganizationRelationship Theirs -Enabled $false -FreeBusyAccessEnabled $false
  - id: back
    organization: ours
    run: |
      Get-OrganizationRelationship | Remove-OrganizationRelationship -Confirm:$false
      Remove-FederatedDomain -DomainName ours.example -Force
      Remove-FederationTrust "Microsoft Federation Gateway"
`,
  ),
};

for (const [name, text] of Object.entries(healthy)) {
  test(`nothing is wrong with ${name}`, () => assert.deepEqual(service.read(text).findings.filter(({ severity }) => severity !== 'information').map(({ code, message }) => `${code}: ${message}`), []));
}
