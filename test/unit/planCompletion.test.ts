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
  /** What the editor compares with the first of `offers`: what stands before the cursor of what is replaced. */
  readonly word?: string;
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
  'directly behind a colon a blank is written': { at: 'profile:|\n', offers: ['nhsmail'], result: 'profile: nhsmail\n' },
  'directly behind a dash a blank is written': { at: 'steps:\n  -|\n', offers: ['id'], result: 'steps:\n  - id: \n' },
  'directly behind a colon in braces': { at: 'organizations:\n  a: { role:| }\n', offers: ['partner'], result: 'organizations:\n  a: { role: partner }\n' },
  'directly behind a comma in brackets': { at: twoSides('', 'organizationRelationships:\n  - domainNames: [x.example,|]\n'), offers: ['practicemail.example'], result: twoSides('', 'organizationRelationships:\n  - domainNames: [x.example, practicemail.example]\n') },
  'inside double quotes': { at: 'profile: "nhs|"\n', offers: ['nhsmail'], result: 'profile: "nhsmail"\n', word: 'nhs' },
  'inside single quotes, with what stands behind the cursor': { at: "profile: 'nhs|mail-2018' # ours\n", offers: ['generic'], result: "profile: 'generic' # ours\n", word: 'nhs' },
  'a quote without end is closed': { at: 'profile: "nhs|\n', offers: ['nhsmail'], result: 'profile: "nhsmail"\n', word: 'nhs' },
  'what quotes must not hold is escaped': { at: 'organizations:\n  a:\n    name: Bob\'s\n    administrator: { account: "BATT|" }\n', offers: ['BATTLE\\fed'], result: 'organizations:\n  a:\n    name: Bob\'s\n    administrator: { account: "BATTLE\\\\fed" }\n' },
  'behind a closed quote': { at: 'profile: "nhsmail" |\n', never: ['nhsmail'] },
  'a quoted key': { at: 'federationPlan: 1\n"prof|"\n', offers: ['profile'], never: ['federationPlan'], result: 'federationPlan: 1\n"profile": \n', word: 'prof' },
  'a quoted key with its colon': { at: "'titel|': x\n", offers: ['title'], result: "'title': x\n", word: 'titel' },
  'quoted keys are there already': { at: '"federationPlan": 1\n|\n', offers: ['organizations'], never: ['federationPlan'] },
  'behind an anchor': { at: 'organizationRelationships:\n  - freeBusyAccessLevel: &l LimitedD|\n', offers: ['LimitedDetails'], result: 'organizationRelationships:\n  - freeBusyAccessLevel: &l LimitedDetails\n', word: 'LimitedD' },
  'behind a tag, in quotes': { at: 'profile: !!str "nhs|"\n', offers: ['nhsmail'], result: 'profile: !!str "nhsmail"\n' },
  'an explicit key in braces': { at: 'organizations:\n  a: { ? role : partner, ? | }\n', offers: ['exchange'], never: ['role'], result: 'organizations:\n  a: { ? role : partner, ? exchange:  }\n' },
  'no key behind the colon of an explicit one': { at: 'organizations:\n  a:\n    ? role\n    : |\n', never: ['role', 'name'] },
  'nothing inside an anchor': { at: 'profile: &nhs|\n', never: ['nhsmail'] },
  'a script with an anchor is one': { at: 'steps:\n  - id: a\n    instructions: &i |\n      Open the ro|\n', skip: 1, never: ['role', 'run'] },
  'comments in brackets stay': { at: twoSides('', "organizationRelationships:\n  - domainNames: [ # partner's domains\n      'b.example', # it's old\n      | ]\n"), offers: ['practicemail.example'], result: twoSides('', "organizationRelationships:\n  - domainNames: [ # partner's domains\n      'b.example', # it's old\n      practicemail.example ]\n") },
  'entries of braces over several lines stay': { at: "organizationRelationships:\n  - { owner: a, # it's\n      target: b, # it's\n      | }\n", offers: ['domainNames'], never: ['owner', 'target'], result: "organizationRelationships:\n  - { owner: a, # it's\n      target: b, # it's\n      domainNames:  }\n" },
  'nothing in a comment inside brackets': { at: 'organizations:\n  a: { role: partner, # ex|\n    name: b }\n', never: ['exchange'] },
  'a bracket without end swallows nothing': { at: 'organizationRelationships:\n  - owner: a\n    domainNames: [b.example\n    |\nsteps:\n  - id: one\n', offers: ['target'], never: ['owner', 'domainNames', 'id'] },
  'nor the keys of the next item': { at: 'organizationRelationships:\n  - domainNames: [b.example\nsteps:\n  - id: one\n    org|\n', offers: ['organization'], never: ['owner', 'organizations'] },
  'an apostrophe in a plain text in braces': { at: "organizationRelationships:\n  - { name: Bob's, owner: a, target: 'b', | }\n", offers: ['domainNames'], never: ['owner', 'target', 'name'] },
  'quoted keys in braces are there already': { at: 'organizations:\n  a: { "name": x, "role": partner, | }\n', offers: ['exchange'], never: ['name', 'role'], result: 'organizations:\n  a: { "name": x, "role": partner, "exchange":  }\n' },
  'keys behind the cursor in braces': { at: 'organizations:\n  a: { |, role: partner,\n    exchange: { version: 2016 }, name: x }\n', offers: ['sector'], never: ['role', 'exchange', 'name'] },
  'a comma before the next entry': { at: 'organizations:\n  a: {\n    |\n    role: partner }\n', offers: ['exchange'], never: ['role'], result: 'organizations:\n  a: {\n    exchange: $0,\n    role: partner }\n' },
  'a value in JSON': { at: '{\n  "federationPlan": 1,\n  "profile": "nhsmail-2018|",\n  "title": "x"\n}\n', offers: ['nhsmail'], result: '{\n  "federationPlan": 1,\n  "profile": "nhsmail",\n  "title": "x"\n}\n' },
  'a value without quotes in JSON': { at: '{ "federationPlan": 1, "profile": |, "title": "x" }', offers: ['nhsmail'], result: '{ "federationPlan": 1, "profile": "nhsmail", "title": "x" }' },
  'a value in braces ends before the comma': { at: 'organizations:\n  a: { role: par|tner, name: b }\n', offers: ['service'], result: 'organizations:\n  a: { role: service, name: b }\n' },
  'keys deep in JSON': { at: '{"federationPlan":1,"organizations":{"a":{"acceptedDomains":[{"name":"a.example",|}]}}}', offers: ['primary'], never: ['name', 'role'], result: '{"federationPlan":1,"organizations":{"a":{"acceptedDomains":[{"name":"a.example", "primary": }]}}}' },
  'keys of a list in JSON over several lines': { at: '{\n  "steps": [\n    {\n      "id": "one",\n      |\n    }\n  ]\n}\n', offers: ['organization'], never: ['id', 'steps'] },
  'nothing at the left of a block': { at: `${step}    run: |\n      Get-A\n   |\n      Get-B\n`, skip: 1, never: ['Get-FederationTrust', 'organizations', 'verify'] },
  'a line of blanks in a block': { at: `${step}    run: |\n      Get-A\n      |\n      Get-B\n`, skip: 1, offers: ['Get-FederationTrust'], result: `${step}    run: |\n      Get-A\n      Get-FederationTrust\n      Get-B\n` },
  'a blank line between a key and its entries': { at: 'organizations:\n|\n  a: { role: partner }\n', never: ['profile', 'title'] },
  'a key whose entries stand below already': { at: 'organ|\n  a: { role: partner }\n', offers: ['organizations'], result: 'organizations:\n  a: { role: partner }\n' },
  'nothing at a column of no sibling': { at: 'organizations:\n  a:\n    role: partner\n   |\n', never: ['exchange', 'profile'] },
  'nothing below a value that is complete': { at: 'organizations:\n  a:\n    exchange: { version: 2016 }\n      |\n', never: ['update', 'name'] },
  'no key between the items of a list': { at: 'organizations:\n  a:\n    acceptedDomains:\n    - a.example\n    |\n    - b.example\n', never: ['role'] },
  'apostrophes before a comment': { at: "title: it's # that's pro|", never: ['profile'] },
  'nothing behind the header of a block': { at: 'steps:\n  - commandPrompt: ||\n      netsh\n', skip: 1, never: ['netsh winhttp show proxy'] },
  'a byte order mark hides no key': { at: '\uFEFFfederationPlan: 1\n|\n', offers: ['organizations'], never: ['federationPlan'] },
  'an item far below its list’s key': { at: `steps:\n${'  - id: a\n    run: x\n'.repeat(2000)}  - id: b\n    |`, offers: ['organization'], never: ['id'] },
  'the target’s domains only': { at: twoSides('', 'organizationRelationships:\n  - owner: battlecalfed\n    target: practicemail\n    domainNames: [practicemail.example]\n  - owner: practicemail\n    target: battlecalfed\n    domainNames:\n      - |\n'), offers: ['battlecalfed1.example'], never: ['practicemail.example'] },
  'the other organization first': { at: twoSides('', 'organizationRelationships:\n  - owner: battlecalfed\n    target: |\n'), offers: ['practicemail', 'battlecalfed'] },
  'an organization’s own domains': { at: twoSides('    federatedOrganizationIdentifier:\n      accountNamespace: |\n'), offers: ['battlecalfed1.example'], never: ['practicemail.example'] },
  'a new step': { at: twoSides('', 'steps:\n  - |\n'), offers: ['new step', 'id'], result: twoSides('', 'steps:\n  - id: ${1:id}\n    organization: ${2|battlecalfed,practicemail|}\n    run: |\n      $3\n') },
  'a new step directly behind its dash': { at: 'steps:\n  -|\n', offers: ['new step'], result: 'steps:\n  - id: ${1:id}\n    organization: ${2:organization}\n    run: |\n      $3\n' },
  'a new step without its dash, with CRLF': { at: 'steps:\r\n  - id: one\r\n    run: x\r\n  |\r\n', offers: ['new step'], never: ['id'], result: 'steps:\r\n  - id: one\r\n    run: x\r\n  - id: ${1:id}\r\n    organization: ${2:organization}\r\n    run: |\r\n      $3\r\n' },
  'a new step between two': { at: 'steps:\n  - id: one\n  |\n  - id: two\n', offers: ['new step'], never: ['id'] },
  'a new organization relationship': { at: twoSides('', 'organizationRelationships:\n  - |\n'), offers: ['new organization relationship', 'owner'], result: twoSides('', 'organizationRelationships:\n  - owner: ${1|battlecalfed,practicemail|}\n    target: ${2|battlecalfed,practicemail|}\n    domainNames: [${3|battlecalfed1.example,practicemail.example|}]\n') },
  'a new organization relationship in brackets': { at: 'organizationRelationships: [|]\n', offers: ['new organization relationship'], never: ['owner'], result: 'organizationRelationships: [{ owner: ${1:owner}, target: ${2:target}, domainNames: [${3:domainNames}] }]\n' },
  'the rest of an item is not offered as a new one': { at: 'steps:\n  - id: one\n    |\n', never: ['new step'] },
  'a new organization': { at: 'organizations:\n  |\n', offers: ['new organization'], result: 'organizations:\n  ${1:id}:\n    role: ${2|partner,service|}\n    acceptedDomains: [${3:acceptedDomains}]\n' },
  'a new plan': { at: '|', offers: ['new federation plan', 'federationPlan'], result: 'federationPlan: 1\norganizations:\n  ${1:id}:\n    $0' },
  'a new step below broken YAML': { at: 'title: "open\nsteps:\n  - |\n', offers: ['new step'] },
  'nothing in a comment': { at: 'title: x # pro|', never: ['profile'] },
  'nothing in a text block': { at: 'steps:\n  - id: a\n    instructions: |\n      Open the ro|\n', skip: 1, never: ['role', 'run'] },
  'a cmdlet in a script': { at: `${step}    run: |\n      Get-Federat|\n`, skip: 1, offers: ['Get-FederationTrust'], result: `${step}    run: |\n      Get-FederationTrust\n` },
  'a parameter in a script': { at: `${step}    run: |\n      New-OrganizationRelationship -Fr|\n`, skip: 1, offers: ['-FreeBusyAccessLevel'], result: `${step}    run: |\n      New-OrganizationRelationship -FreeBusyAccessLevel\n` },
  'a value in a script': { at: `${step}    run: |\n      New-OrganizationRelationship -FreeBusyAccessLevel |\n`, skip: 1, offers: ['AvailabilityOnly', 'LimitedDetails'] },
  'a script on one line': { at: `${step}    verify: Set-WebServicesVirtualDirectory -WSS|\n`, offers: ['-WSSecurityAuthentication'], result: `${step}    verify: Set-WebServicesVirtualDirectory -WSSecurityAuthentication\n` },
  'no Exchange cmdlets at the command prompt': { at: `${step}    commandPrompt: |\n      Get-Fed|\n`, skip: 1, never: ['Get-FederationTrust'] },
};

for (const [name, { at, skip, offers = [], never = [], result, word }] of Object.entries(cases)) {
  test(`completion: ${name}`, () => {
    const { text, offset } = cursor(at, skip);
    const entries = service.complete(service.read(text), offset).sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
    const labels = entries.map(({ label }) => label);
    assert.deepEqual(labels.filter((label) => offers.includes(label)), offers, `offered: ${labels.join(', ')}`);
    assert.deepEqual(labels.filter((label) => never.includes(label)), []);
    const first = entries.find(({ label }) => label === offers[0]);
    if (result !== undefined && first !== undefined) assert.equal(text.slice(0, first.range.start) + first.newText + text.slice(first.range.end), result);
    if (word !== undefined && first !== undefined) assert.equal(text.slice(first.range.start, offset), word);
  });
}
