import assert from 'node:assert/strict';
import test from 'node:test';
import { marked } from '../../support/marked.ts';
import { service } from '../../support/service.ts';

const links: Readonly<Record<string, string>> = {
  'URLs in values': 'organizations:\n  a:\n    autodiscover: «https://autodiscover.a.example/autodiscover/autodiscover.svc»\n    webServices: "«http://mail.a.example/EWS»"\n    operator: See «https://a.example/x», and (<«https://b.example»>).\n',
  'https in scripts': 'steps:\n  - id: a\n    run: |\n      Set-A -Uri «https://a.example/b» -Proxy http://c.example\n      Set-A "https://$name.example"\n',
  'none in comments, keys and proxies': '# https://a.example\norganizations:\n  a:\n    proxy: { internetWebProxy: http://proxy.a.example:8080 }\n',
  'none without a host': 'title: https:// and http:///x\n',
};

for (const [name, source] of Object.entries(links)) {
  test(`links: ${name}`, () => {
    const { text, ranges } = marked(source);
    const found = service.links(service.read(text));
    assert.deepEqual(found.map(({ range }) => range), ranges);
    for (const { range, target } of found) assert.equal(target, text.slice(range.start, range.end));
  });
}

const tokens: Readonly<Record<string, readonly [source: string, kinds: readonly string[]]>> = {
  'names that the plan has': [
    'organizations:\n  «ours»:\n    acceptedDomains: [«ours.example»]\norganizationRelationships:\n  - name: «Mail»\n    owner: «ours»\n    target: nobody\n    domainNames: [elsewhere.example, "«OURS.example»"]\nsteps:\n  - id: «one»\n    organization: «ours»\n    run: «Get-Mailbox» ours.example\n',
    ['organization!', 'domain!', 'relationship!', 'organization', 'domain', 'step!', 'organization', 'cmdlet'],
  ],
  'the profile’s domain': ['profile: practice\norganizations:\n  «s»: { role: service }\norganizationRelationships:\n  - domainNames: [«practicemail.example»]\n', ['organization!', 'domain']],
  'commands and parameters of scripts, known and unknown': [
    "steps:\n  - run: |\n      «Set-OrganizationRelationship» Mail «-Enabled»:$true «-Verbose» | «?» { $_ } | «Format-Lst» x\n      «New-OrganisationRelationship» «-Name»\n      netsh -x; Own-Function; «Get-Mailbox» «-Idendity» '-Identity'\n    verify: 'function Own-Function {}'\n".replace('«-Name»', '-Name'),
    ['cmdlet', 'parameter', 'parameter', 'cmdlet', 'unknownName', 'unknownName', 'cmdlet', 'unknownName'],
  ],
  'nothing unknown where a module may bring it': ["steps:\n  - run: |\n      «Import-Module» Own\n      Own-Function\n", ['cmdlet']],
  'none where there is no name': ['title: x\n', []],
};

for (const [name, [source, kinds]] of Object.entries(tokens)) {
  test(`semantic tokens: ${name}`, () => {
    const { text, ranges } = marked(source);
    const found = service.semanticTokens(service.read(text));
    assert.deepEqual(found.map(({ range }) => range), ranges);
    assert.deepEqual(found.map(({ kind, isDefinition }) => `${kind}${isDefinition ? '!' : ''}`), kinds);
  });
}

const hints: Readonly<Record<string, readonly [source: string, label: string]>> = {
  'what the profile knows of the service': ['profile: practice\norganizations:\n  s:\n    role: service‸\n', 'exchange.version: 2016, acceptedDomains: practicemail.example'],
  'only what the plan does not state': ['profile: practice\norganizations:\n  s: { role: service‸, exchange: { version: 2019 } }\n', 'acceptedDomains: practicemail.example'],
  'nothing of a partner': ['profile: practice\norganizations:\n  s: { role: partner }\n', ''],
  'nothing without a profile': ['organizations:\n  s: { role: service }\n', ''],
};

for (const [name, [source, label]] of Object.entries(hints)) {
  test(`inlay hints: ${name}`, () => {
    const { text, offset } = marked(source);
    assert.deepEqual(service.profileHints(service.read(text)).map((hint) => [hint.offset, hint.label]), label === '' ? [] : [[offset, label]]);
  });
}

test('a lens for each domain that can be checked', () => {
  const { text, ranges } = marked('profile: practice\norganizations:\n  ours:\n    acceptedDomains:\n      - name: «Ours.example»\n      - «münchen.example»\n      - localhost\n  «theirs»: { role: service }\n');
  const lenses = service.runChecksLenses(service.read(text));
  assert.deepEqual(lenses.map(({ range }) => range), ranges);
  assert.deepEqual(lenses.map(({ organization, domain }) => `${organization} ${domain}`), ['ours ours.example', 'ours xn--mnchen-3ya.example', 'theirs practicemail.example']);
});
