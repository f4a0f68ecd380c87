import assert from 'node:assert/strict';
import test from 'node:test';
import { edited, marked } from '../../support/marked.ts';
import { service } from '../../support/service.ts';

/** The text after the quick fix with a title, of the first finding with a code. */
function fixed(text: string, code: string, title: string): string | undefined {
  const plan = service.read(text);
  const finding = plan.findings.find((each) => each.code === code);
  const fix = finding === undefined ? undefined : service.fixes(plan, finding).find((each) => each.title === title);
  return fix === undefined ? undefined : edited(text, fix.edits);
}

test('a wildcard that reads as an alias is quoted', () => {
  assert.equal(fixed('title: *.a.example\n', 'yaml/unknown-alias', 'Quote "*.a.example"'), "title: '*.a.example'\n");
  assert.equal(fixed('bypass: [a, *.a.example, b]\n', 'yaml/unknown-alias', 'Quote "*.a.example"'), "bypass: [a, '*.a.example', b]\n");
  assert.equal(fixed('title: *a # why\r\n', 'yaml/unknown-alias', 'Quote "*a"'), "title: '*a' # why\r\n");
});

test('what goes on behind the alias is not quoted in part', () => {
  assert.equal(fixed('title: *a and more\n', 'yaml/unknown-alias', 'Quote "*a"'), undefined);
});

test('all missing keys of a mapping are added at once', () => {
  const text = 'federationPlan: 1\norganizations: { a: {} }\norganizationRelationships:\n  - name: x\n';
  assert.equal(fixed(text, 'plan/missing-key', 'Add all 3 required keys'), text.replace('name: x', 'name: x\n    owner: \n    target: \n    domainNames: '));
  assert.equal(fixed('federationPlan: 1\norganizations: { a: {} }\nsteps:\n  - id: x\n', 'plan/missing-key', 'Add all 1 required keys'), undefined);
});

function allFixed(text: string): string {
  const plan = service.read(text);
  return edited(text, service.fixAll(plan, service.judge(plan, {})));
}

const all: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'certain fixes together': [
    'federationPlan: 1\ntitel: x\norganizations:\n  ours:\n    rolle: partner\n    acceptedDomains: [*.a.example]\nsteps:\n  - id: a\n    organization: our\n',
    "federationPlan: 1\ntitle: x\norganizations:\n  ours:\n    role: partner\n    acceptedDomains: ['*.a.example']\nsteps:\n  - id: a\n    organization: our\n",
  ],
  'several mistakes in words': [
    'federationPlan: 1\ntitel: x\norganizations:\n  ours:\n    rol: partner\nsteps:\n  - id: a\n    organization: our\n',
    'federationPlan: 1\ntitle: x\norganizations:\n  ours:\n    role: partner\nsteps:\n  - id: a\n    organization: ours\n',
  ],
  'of two keys that are misspelt alike one': ['federationPlan: 1\ntitel: x\ntilte: y\norganizations: { ours: {} }\n', 'federationPlan: 1\ntitle: x\ntilte: y\norganizations: { ours: {} }\n'],
  'a misspelt key that another fix would add': [
    'federationPlan: 1\norganizations:\n  a: { acceptedDomains: [a.example] }\n  b: { acceptedDomains: [b.example] }\norganizationRelationships:\n  - name: AB\n    owner: a\n    target: b\n    domainNames: [b.example]\n    reeBusyAccessEnabled: true\n    freeBusyAccessLevel: LimitedDetails\n',
    'federationPlan: 1\norganizations:\n  a: { acceptedDomains: [a.example] }\n  b: { acceptedDomains: [b.example] }\norganizationRelationships:\n  - name: AB\n    owner: a\n    target: b\n    domainNames: [b.example]\n    freeBusyAccessEnabled: true\n    freeBusyAccessLevel: LimitedDetails\n',
  ],
  'no keys without a value': ['organizations: { ours: {} }\n', 'organizations: { ours: {} }\n'],
  'nothing that a comment suppresses': ['federationPlan: 1\n# fedplan-disable-next-line plan/unknown-key\ntitel: x\norganizations: { ours: {} }\n', 'federationPlan: 1\n# fedplan-disable-next-line plan/unknown-key\ntitel: x\norganizations: { ours: {} }\n'],
};

for (const [name, [before, after]] of Object.entries(all)) {
  test(`fix all: ${name}`, () => assert.equal(allFixed(before), after));
}

const hovers: Readonly<Record<string, readonly [source: string, says: readonly RegExp[]]>> = {
  'an organization': [
    'profile: practice\norganizations:\n  ours: { name: Battle, role: partner, exchange: { version: 2016, update: CU23 }, acceptedDomains: [ours.example, b.example] }\n  s: { role: service }\norganizationRelationships:\n  - { owner: ours, target: s, domainNames: [practicemail.example] }\nsteps:\n  - id: a\n    organization: ou‸rs\n',
    [/^Organization `ours`\n- `Battle`, partner, Exchange 2016 CU23 on premises\n- Domains: `ours\.example`, `b\.example`\n- Named by 1 relationship and 1 step\./, /\*\*organization\*\*/],
  ],
  'a domain': [
    'organizations:\n  ours:\n    acceptedDomains: [ou‸rs.example]\n    federatedOrganizationIdentifier: { domains: [ours.example] }\nsteps:\n  - id: a\n    organization: ours\n    run: |\n      Get-FederationInformation ours.example\n',
    [/^Domain `ours\.example` of `ours`\n- `organizations\.ours\.federatedOrganizationIdentifier\.domains\[0\]`\n- `steps\[0\]\.run`\n/],
  ],
  'the profile’s domain in a script': [
    'profile: practice\norganizations:\n  s: { role: service }\nsteps:\n  - id: a\n    organization: s\n    run: Get-FederationInformation -DomainName practice‸mail.example\n',
    [/^Domain `practicemail\.example` of `s`, by the profile `practice`\n- `steps\[0\]\.run`/, /DomainName/],
  ],
  'a domain that is used nowhere': ['organizations:\n  ours:\n    acceptedDomains: [ou‸rs.example]\n', [/Used nowhere else in this plan\./]],
  'a name with signs of markdown': ['organizations:\n  o‸: { name: "a`b](command:x)" }\n', [/``a`b\]\(command:x\)``/]],
};

for (const [name, [source, says]] of Object.entries(hovers)) {
  test(`hover of ${name}`, () => {
    const { text, offset } = marked(source);
    const hover = service.hover(service.read(text), offset);
    for (const pattern of says) assert.match(hover?.markdown ?? '', pattern);
  });
}

test('a message is bounded, whatever stands in the plan', () => {
  const { findings } = service.read(`federationPlan: 1\norganizations:\n  ${'o'.repeat(1000)}: {}\norganizationRelationships:\n  - { owner: ${'p'.repeat(50_000)} }\n`);
  assert.ok(findings.some(({ message }) => message.length === 1500));
  for (const { code, message } of findings) assert.ok(message.length <= 1500, code);
});

test('an item is added behind the whole of a long comment, and behind blocks', () => {
  const plan = (items: string): string => `federationPlan: 1\nprofile: nhsmail-2018\norganizations:\n  a:\n    role: partner\n    acceptedDomains: [a.example]\n    administrator:\n      roleGroups:\n${items}    # what follows\n    name: A\n`;
  const added = (items: string): string | undefined => fixed(plan(items), 'administrator/role-group', 'Add "Organization Management"');
  const item = '        - Organization Management\n';
  const comment = `# ${'so '.repeat(1000)}`;
  assert.equal(added(`        - X ${comment}\n`), plan(`        - X ${comment}\n${item}`));
  assert.equal(added('        - |\n          X\n'), plan(`        - |\n          X\n${item}`));
  assert.equal(added('        - |+\n          X\n\n\n'), plan(`        - |+\n          X\n\n\n${item}`));
  assert.equal(added('        - X\n        # and more\n'), plan(`        - X\n${item}        # and more\n`));
});
