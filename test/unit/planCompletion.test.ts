import assert from 'node:assert/strict';
import test from 'node:test';
import { cursor } from '../support/cursor.ts';
import { service } from '../support/service.ts';
import { twoSides } from '../support/plans.ts';

interface Case {
  readonly at: string;
  readonly skip?: number;
  /** Labels that must be offered, in this order among themselves. */
  readonly offers?: readonly string[];
  readonly never?: readonly string[];
  /** The text after choosing the first of `offers`. */
  readonly result?: string;
}

const step = 'federationPlan: 1\norganizations:\n  a: { exchange: { version: 2016 }, acceptedDomains: [a.example] }\nsteps:\n  - id: one\n    organization: a\n';

const cases: Readonly<Record<string, Case>> = {
  'keys of an empty plan, required ones first': { at: '|', offers: ['federationPlan', 'organizations', 'title'], result: 'federationPlan: ' },
  'a key that is being typed': { at: 'federationPlan: 1\norg|', offers: ['organizations', 'organizationRelationships'], never: ['federationPlan'], result: 'federationPlan: 1\norganizations:\n  ' },
  'keys of an organization': { at: 'organizations:\n  a:\n    role: partner\n    |', offers: ['exchange', 'acceptedDomains'], never: ['role', 'federationPlan'], result: 'organizations:\n  a:\n    role: partner\n    exchange:\n      ' },
  'keys that follow below are not offered again': { at: 'organizations:\n  a:\n    |\n    exchange:\n      version: 2016\n', never: ['exchange', 'version'], offers: ['role'] },
  'a list’s first dash': { at: 'organizations:\n  a:\n    acc|\n', offers: ['acceptedDomains'], result: 'organizations:\n  a:\n    acceptedDomains:\n      - \n' },
  'first key of a list item': { at: 'steps:\n  - |', offers: ['id', 'organization', 'run'] },
  'further keys of a list item': { at: 'steps:\n  - id: one\n    |', offers: ['organization'], never: ['id'] },
  'a list at the column of its key': { at: 'steps:\n- id: one\n  |', offers: ['organization'], never: ['id', 'federationPlan'] },
  'the next item does not count': { at: 'steps:\n  - id: one\n    |\n  - id: two\n    run: x\n', offers: ['run'], never: ['id'] },
  'a script’s header': { at: 'steps:\n  - id: one\n    ru|', offers: ['run'], result: 'steps:\n  - id: one\n    run: |\n      ' },
  'an existing colon is not written twice': { at: 'tit|: x\n', offers: ['title'], result: 'title: x\n' },
  'values of an enumeration': { at: 'profile: |\n', offers: ['nhsmail-2018', 'nhsmail'], result: 'profile: nhsmail-2018\n' },
  'a value is replaced whole': { at: 'profile: nhs|mail\n', offers: ['nhsmail-2018'], result: 'profile: nhsmail-2018\n' },
  'a comment stays': { at: 'profile: |  # ours\n', offers: ['generic'], result: 'profile: generic  # ours\n' },
  'booleans': { at: 'organizationRelationships:\n  - freeBusyAccessEnabled: |\n', offers: ['true', 'false'] },
  'a version': { at: 'organizations:\n  a: { exchange: { version: | } }\n', offers: ['2010', 'Online'], result: 'organizations:\n  a: { exchange: { version: 2010 } }\n' },
  'keys inside braces': { at: 'organizations:\n  a: { role: partner, | }\n', offers: ['exchange'], never: ['role'], result: 'organizations:\n  a: { role: partner, exchange:  }\n' },
  'braces of a list item': { at: 'organizationRelationships:\n  - { owner: a, | }\n', offers: ['target', 'domainNames'], never: ['owner', 'federationPlan'] },
  'organizations of the plan': { at: twoSides('', 'organizationRelationships:\n  - owner: |\n'), offers: ['battlecalfed', 'practicemail'] },
  'domains of the plan': { at: twoSides('', 'organizationRelationships:\n  - owner: battlecalfed\n    target: practicemail\n    domainNames: [|]\n'), offers: ['practicemail.example'] },
  'domains in a block list': { at: twoSides('', 'organizationRelationships:\n  - owner: battlecalfed\n    target: practicemail\n    domainNames:\n      - |\n'), offers: ['practicemail.example'] },
  'a value that needs quotes': { at: 'organizations:\n  a:\n    proxy:\n      winHttp:\n        bypass:\n          - |\n', offers: ['<local>'], result: "organizations:\n  a:\n    proxy:\n      winHttp:\n        bypass:\n          - '<local>'\n" },
  'behind broken YAML': { at: 'title: "open\norganizations:\n  a:\n    |', offers: ['role'] },
  'with CRLF': { at: 'steps:\r\n  - id: one\r\n    ru|\r\n', offers: ['run'], result: 'steps:\r\n  - id: one\r\n    run: |\r\n      \r\n' },
  'nothing in a comment': { at: 'title: x # pro|', never: ['profile'] },
  'nothing in a text block': { at: 'steps:\n  - id: a\n    instructions: |\n      Open the ro|\n', skip: 1, never: ['role', 'run'] },
  'a cmdlet in a script': { at: `${step}    run: |\n      Get-Federat|\n`, skip: 1, offers: ['Get-FederationTrust'], result: `${step}    run: |\n      Get-FederationTrust\n` },
  'a parameter in a script': { at: `${step}    run: |\n      New-OrganizationRelationship -Fr|\n`, skip: 1, offers: ['-FreeBusyAccessLevel'], result: `${step}    run: |\n      New-OrganizationRelationship -FreeBusyAccessLevel\n` },
  'a value in a script': { at: `${step}    run: |\n      New-OrganizationRelationship -FreeBusyAccessLevel |\n`, skip: 1, offers: ['AvailabilityOnly', 'LimitedDetails'] },
  'a script on one line': { at: `${step}    verify: Set-WebServicesVirtualDirectory -WSS|\n`, offers: ['-WSSecurityAuthentication'], result: `${step}    verify: Set-WebServicesVirtualDirectory -WSSecurityAuthentication\n` },
  'no Exchange cmdlets at the command prompt': { at: `${step}    commandPrompt: |\n      Get-Fed|\n`, skip: 1, never: ['Get-FederationTrust'] },
};

for (const [name, { at, skip, offers = [], never = [], result }] of Object.entries(cases)) {
  test(`completion: ${name}`, () => {
    const { text, offset } = cursor(at, skip);
    const entries = service.complete(service.read(text), offset).sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
    const labels = entries.map(({ label }) => label);
    assert.deepEqual(labels.filter((label) => offers.includes(label)), offers, `offered: ${labels.join(', ')}`);
    assert.deepEqual(labels.filter((label) => never.includes(label)), []);
    const first = entries.find(({ label }) => label === offers[0]);
    if (result !== undefined && first !== undefined) assert.equal(text.slice(0, first.range.start) + first.newText + text.slice(first.range.end), result);
  });
}
