import assert from 'node:assert/strict';
import test from 'node:test';
import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { domainName } from '../../server/src/service/plan/domainName.ts';
import { cursor } from '../support/cursor.ts';
import { service } from '../support/service.ts';

const names: Readonly<Record<string, string>> = {
  'Ours.Example.': 'ours.example',
  ' ours.example ': 'ours.example',
  'müller.example': 'xn--mller-kva.example',
  'MÜLLER.example': 'xn--mller-kva.example',
  'mu\u0308ller.example': 'xn--mller-kva.example',
  'XN--MLLER-KVA.example': 'xn--mller-kva.example',
  'straße.example': 'xn--strae-oqa.example',
  'bücher。example': 'xn--bcher-kva.example',
  'ｍüller．example': 'xn--mller-kva.example',
  '*.müller.example': '*.xn--mller-kva.example',
  '他们为什么不说中文.example': 'xn--ihqwcrb4cv8a8dqg056pqjye.example',
  'почемужеонинеговорятпорусски.example': 'xn--b1abfaaepdrnnbgefbadotcwatmq2g4l.example',
  '3年b組金八先生.example': 'xn--3b-ww4c5e180e575a65lsy2b.example',
  '😀 zürich.example': '😀 zürich.example',
  '': '',
};
for (const [written, compared] of Object.entries(names)) test(`"${written}" is compared as "${compared}"`, () => assert.equal(domainName(written), compared));

test('names in letters of many scripts have the A-labels that Node gives them', () => {
  const letters = Array.from('abcxyz019äöüßéçñøåšžłőűαβγδεζабвгдежя日本語中文한국กขคישראל').filter((letter) => domainToASCII(`${letter}.example`) !== '');
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 12 }), (picked) => {
      const name = `${picked.join('')}.example`;
      const expected = domainToASCII(name);
      // Node refuses what mixes directions.
      if (expected !== '') assert.equal(domainName(name), expected);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('a text of any length is compared in no time', () => assert.equal(domainName('ü'.repeat(1_000_000)).length, 1_000_000));

const plan = (owner: string, named: string): string => `federationPlan: 1
organizations:
  a: { role: partner, acceptedDomains: [a.example], federatedOrganizationIdentifier: { accountNamespace: a.example, domains: [a.example] } }
  b:
    role: partner
    acceptedDomains: [${owner}]
    federatedOrganizationIdentifier: { accountNamespace: ${named}, domains: [${named}] }
organizationRelationships:
  - { name: AB, owner: a, target: b, domainNames: [${owner}] }
steps:
  - { id: one, title: One, organization: a, run: "New-OrganizationRelationship -Name AB -DomainNames ${named}" }
`;

for (const [owner, named] of [['müller.example', 'xn--mller-kva.example'], ['xn--mller-kva.example', 'müller.example'], ['müller.example', 'Müller.example.']] as const) {
  test(`${owner} and ${named} are one domain: nothing is found, and each leads to the other`, () => {
    const text = plan(owner, named);
    const read = service.read(text);
    assert.deepEqual(read.findings.filter(({ message }) => /ller/i.test(message)).map(({ code, message }) => [code, message]), []);
    const places = service.references(read, text.indexOf(owner) + 1, true).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(places.map((place) => domainName(place)), Array.from({ length: 5 }, () => 'xn--mller-kva.example'));
  });
}

test('a name is offered as the plan writes it', () => {
  const { text, offset } = cursor(plan('müller.example', 'müller.example').replace('domainNames: [müller.example]', 'domainNames: [|]'));
  assert.deepEqual(service.complete(service.read(text), offset).map(({ label }) => label), ['müller.example']);
});
