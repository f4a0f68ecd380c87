import assert from 'node:assert/strict';
import test from 'node:test';
import { edited, marked } from '../../support/marked.ts';
import { service } from '../../support/service.ts';

/** `‸` is the cursor; «…» stands around each place, the definition's first character is behind a `#def` comment where one is expected. */
const places: Readonly<Record<string, { readonly plan: string; readonly definitions: number }>> = {
  'an organization from its key': {
    plan: 'organizations:\n  «ou‸rs»:\n    acceptedDomains: [a.example]\norganizationRelationships:\n  - owner: «ours»\n    target: "«ours»"\nsteps:\n  - id: ours\n    organization: «ours»\n',
    definitions: 1,
  },
  'an organization from a reference': { plan: 'organizations:\n  «ours»: { role: partner }\nsteps:\n  - id: x\n    organization: ‸«ours»\n', definitions: 1 },
  'an organization that the plan does not have': { plan: 'organizations:\n  ours: { role: partner }\nsteps:\n  - id: x\n    organization: «theirs»‸\n', definitions: 0 },
  'a domain across values, cases and a prefix': {
    plan: `organizations:
  ours:
    acceptedDomains: [«Ou‸rs.example», other.example]
    federatedOrganizationIdentifier: { accountNamespace: FYDIBOHF25SPDLT.«ours.example», domains: ['«ours.example»'] }
    autodiscover: https://autodiscover.ours.example/x
organizationRelationships:
  - owner: theirs
    target: ours
    domainNames: ["«ours.example»", more.ours.example]
`,
    definitions: 1,
  },
  'a domain inside scripts, as a whole word or that of an address': {
    plan: `organizations:
  ours:
    acceptedDomains:
      - name: «ours.example»
steps:
  - id: a
    organization: ours
    run: |
      # ours.example in a comment
      New-OrganizationRelationship X -DomainNames «ours.example», 'more.ours.example',"«OURS.example»"
      Set-X @{ Add = '«ours.‸example»' } "see ours.example" x@«ours.example» 'y@«OURS.example»' x@more.ours.example "a@b@ours.example"
    verify: Get-FederationInformation -DomainName «ours.example»
    dnsRecords: |
      «ours.example» TXT IN abc
      ours.example.other TXT IN abc
agreement: { singlePointOfContact: { email: Desk <desk@«ours.example»> } }
checks: { testUsers: [u@«ours.example», u@other.example] }
`,
    definitions: 1,
  },
  'a domain from the records of its zone': { plan: 'organizations:\n  ours: { acceptedDomains: [«ours.example»] }\nsteps:\n  - id: a\n    organization: ours\n    dnsRecords: |\n      «ours.‸example». 3600 TXT abc\n', definitions: 1 },
  'a domain in URIs and policies': {
    plan: `organizations:
  ours:
    acceptedDomains: [«ours.exam‸ple»]
    federationTrust: { applicationUri: http://fydibohf25spdlt.«ours.example»/ }
    sharingPolicies:
      - name: x
        domains: ['«ours.example»: CalendarSharingFreeBusySimple', 'Anonymous: CalendarSharingFreeBusySimple']
organizationRelationships:
  - targetApplicationUri: «ours.example»
  - targetApplicationUri: outlook.com
`,
    definitions: 1,
  },
  'a domain of the profile': {
    plan: 'profile: practice\norganizations:\n  s: { role: service }\norganizationRelationships:\n  - owner: o\n    target: s\n    domainNames: [«practicemail.ex‸ample»]\nsteps:\n  - id: a\n    organization: o\n    run: Get-FederationInformation «practicemail.example»\n',
    definitions: 0,
  },
  'a domain with CRLF': { plan: 'organizations:\n  o:\n    acceptedDomains: [«o.example»]\nsteps:\n  - id: a\n    organization: o\n    run: |\n      Get-A\n      Get-B «o.ex‸ample»\n'.replaceAll('\n', '\r\n'), definitions: 1 },
  'a step': { plan: 'organizations:\n  one: {}\nsteps:\n  - id: «on‸e»\n    organization: one\n', definitions: 1 },
  'a relationship in the scripts of its owner only': {
    plan: `organizations:
  ours: {}
  theirs: {}
organizationRelationships:
  - { name: «Practice ‸Mail», owner: ours, target: theirs, domainNames: [theirs.example] }
  - { name: Practice Mail, owner: theirs, target: ours, domainNames: [ours.example] }
steps:
  - id: a
    organization: ours
    run: |
      Get-FederationInformation theirs.example | New-OrganizationRelationship -Name "«Practice Mail»" -Enabled $true
      Get-OrganizationRelationship '«practice mail»' | Format-List
      Set-OrganizationRelationship -Enabled $true -Identity:"«Practice Mail»"
      Get-FederationTrust "Practice Mail"
  - id: b
    organization: theirs
    run: Get-OrganizationRelationship "Practice Mail"
`,
    definitions: 1,
  },
  'nothing in a title': { plan: 'title: ou‸rs\norganizations:\n  ours: {}\n', definitions: 0 },
  'nothing in a comment of a script': { plan: 'organizations:\n  o: { acceptedDomains: [o.example] }\nsteps:\n  - id: a\n    organization: o\n    run: |\n      # o.exa‸mple\n', definitions: 0 },
};

for (const [name, { plan, definitions }] of Object.entries(places)) {
  test(`places of ${name}`, () => {
    const { text, ranges, offset } = marked(plan);
    const read = service.read(text);
    assert.deepEqual(service.references(read, offset, true).map((range) => ({ ...range })), ranges);
    assert.equal(service.definitions(read, offset).length, definitions);
    assert.equal(service.references(read, offset, false).length, ranges.length - definitions);
    assert.equal(service.highlights(read, offset).filter(({ isDefinition }) => isDefinition).length, definitions);
  });
}

const two = (relationship: string): string => `organizations:
  ours: { acceptedDomains: [ours.example] }
  theirs: { acceptedDomains: [theirs.example] }
organizationRelationships:
  - name: ${relationship}
    owner: ours
    target: theirs
    domainNames: [theirs.example]
steps:
  - id: one
    organization: ours
    run: |
      Get-OrganizationRelationship Mail | Format-List
    verify: Get-OrganizationRelationship Mail
  - id: two
    organization: ours
`;

const renames: Readonly<Record<string, { readonly at: string; readonly to: string; readonly result: string }>> = {
  'an organization': { at: 'organizations:\n  o‸: {}\nsteps:\n  - { id: a, organization: o }\n  - { id: b, organization: "o" }\n', to: 'new-id', result: 'organizations:\n  new-id: {}\nsteps:\n  - { id: a, organization: new-id }\n  - { id: b, organization: "new-id" }\n' },
  'a domain': {
    at: 'organizations:\n  o: { acceptedDomains: [o.exam‸ple] }\nsteps:\n  - id: a\n    organization: o\n    run: |\n      Get-A O.example\n',
    to: 'münchen.example',
    result: 'organizations:\n  o: { acceptedDomains: [münchen.example] }\nsteps:\n  - id: a\n    organization: o\n    run: |\n      Get-A münchen.example\n',
  },
  'a domain with its addresses': {
    at: 'organizations:\n  o: { acceptedDomains: [o.exam‸ple] }\nsteps:\n  - id: a\n    organization: o\n    run: Get-A "u@o.example"\nchecks: { testUsers: [u@o.example] }\n',
    to: 'p.example',
    result: 'organizations:\n  o: { acceptedDomains: [p.example] }\nsteps:\n  - id: a\n    organization: o\n    run: Get-A "u@p.example"\nchecks: { testUsers: [u@p.example] }\n',
  },
  'a domain in another case': { at: 'organizations:\n  o: { acceptedDomains: [O.exam‸ple] }\n', to: 'o.example', result: 'organizations:\n  o: { acceptedDomains: [o.example] }\n' },
  'a step': { at: 'steps:\n  - id: a‸\n', to: 'b', result: 'steps:\n  - id: b\n' },
  'a relationship, quoted where its new name needs it': {
    at: two('Ma‸il'),
    to: "'s mail",
    result: two("'''s mail'").replace('Relationship Mail |', 'Relationship "\'s mail" |').replace('verify: Get-OrganizationRelationship Mail', 'verify: Get-OrganizationRelationship "\'s mail"'),
  },
};

for (const [name, { at, to, result }] of Object.entries(renames)) {
  test(`rename ${name}`, () => {
    const { text, offset } = marked(at);
    const edits = service.rename(service.read(text), offset, to);
    if ('refused' in edits) assert.fail(edits.refused);
    assert.equal(edited(text, edits), result);
  });
}

test('a rename begins on the name without its quotes', () => {
  const { text, offset, ranges } = marked('organizations:\n  "«o‸urs»": {}\n');
  assert.deepEqual(service.renameStart(service.read(text), offset), { range: ranges[0], text: 'ours' });
  assert.equal(service.renameStart(service.read(text), 3), undefined);
});

const refused: Readonly<Record<string, { readonly at: string; readonly to: string; readonly says: RegExp }>> = {
  'no name': { at: 'tit‸le: x\n', to: 'y', says: /No organization, domain/ },
  'an empty name': { at: 'organizations:\n  o‸: {}\n', to: '  ', says: /is empty/ },
  'an id with a blank': { at: 'organizations:\n  o‸: {}\n', to: 'a b', says: /"a b" cannot be an id/ },
  'an id that is taken': { at: 'organizations:\n  o‸: {}\n  p: {}\n', to: 'p', says: /"p" is already the name of another organization/ },
  'a step id that is taken': { at: 'steps:\n  - id: a‸\n  - id: b\n', to: 'b', says: /another step/ },
  'a domain without a dot': { at: 'organizations:\n  o: { acceptedDomains: [o.exam‸ple] }\n', to: 'local', says: /"local" is not a domain name/ },
  'a domain with a path': { at: 'organizations:\n  o: { acceptedDomains: [o.exam‸ple] }\n', to: 'a.example/x', says: /is not a domain name/ },
  'a domain that is taken': { at: 'organizations:\n  o: { acceptedDomains: [o.exam‸ple, p.example] }\n', to: 'P.example', says: /another domain/ },
  'the service’s domain': { at: 'profile: nhsmail-2018\norganizationRelationships:\n  - domainNames: [nhs‸.net]\n', to: 'x.example', says: /in the profile "nhsmail-2018"/ },
  'a relationship that is taken': { at: two('Ma‸il').replace('steps:', '  - { name: Other, owner: ours, target: theirs, domainNames: [x.example] }\nsteps:'), to: 'OTHER', says: /another organization relationship/ },
  'a relationship’s name that is too long': { at: two('Ma‸il'), to: 'x'.repeat(65), says: /65 characters/ },
  'a name that a script on one line cannot hold': { at: two('Ma‸il'), to: 'a #b: c', says: /cannot be written in each of the 3 places/ },
};

for (const [name, { at, to, says }] of Object.entries(refused)) {
  test(`rename refuses ${name}`, () => {
    const { text, offset } = marked(at);
    const answer = service.rename(service.read(text), offset, to);
    assert.ok('refused' in answer);
    assert.match(answer.refused, says);
    assert.match(answer.refused, /^["A-Z].*\.$/);
  });
}
