import assert from 'node:assert/strict';
import test from 'node:test';
import { service } from '../support/service.ts';

const subjects = (organizations: string, profile = 'generic'): ReturnType<typeof service.checkSubjects> =>
  service.checkSubjects(service.read(`federationPlan: 1\nprofile: ${profile}\norganizations:\n${organizations}`));

test('every domain of every organization is a subject, also those that the profile knows', () => {
  const found = subjects('  a: { acceptedDomains: [a.example, B.Example.] }\n  s: { role: service }\n', 'practice');
  assert.deepEqual(found.map(({ organization, domain }) => [organization, domain]), [['a', 'a.example'], ['a', 'b.example'], ['s', 'practicemail.example']]);
});

test('what the plan states goes with it', () => {
  const [subject] = subjects('  a:\n    exchange: { version: 2016 }\n    autodiscover: https://autodiscover.a.example/x\n    acceptedDomains: [{ name: a.example, federationProof: [one, two] }]\n');
  assert.deepEqual(subject, {
    organization: 'a',
    domain: 'a.example',
    hosting: 'onPremises',
    federationProofs: ['one', 'two'],
    demandsTls10: false,
    autodiscover: 'https://autodiscover.a.example/x',
    exchangeVersion: '2016',
  });
});

test('internationalized names are asked as A-labels', () => {
  const [subject] = subjects('  a: { acceptedDomains: [bücher.example], webServices: "https://mail.bücher.example/EWS" }\n');
  assert.equal(subject?.domain, 'xn--bcher-kva.example');
  assert.equal(subject.webServices, 'https://mail.xn--bcher-kva.example/EWS');
});

test('a domain that is written in two ways is one subject', () => {
  assert.equal(subjects('  a: { acceptedDomains: [bücher.example, xn--bcher-kva.example] }\n').length, 1);
});

test('what is no domain is not asked about', () => {
  assert.deepEqual(subjects('  a: { acceptedDomains: [localhost, "a b.example", "-.example", "../x", 192.0.2.1/24, "a..b"] }\n'), []);
});

test('relationships that aim at the organization and name the domain go with it, and its own test mailbox', () => {
  const plan = [
    'federationPlan: 1',
    'organizations:',
    '  a:',
    '    acceptedDomains: [a.example, other.example]',
    '    federatedOrganizationIdentifier: { accountNamespace: a.example, domains: [a.example] }',
    '  b: { acceptedDomains: [b.example] }',
    'organizationRelationships:',
    '  - { name: To A, owner: b, target: a, domainNames: [A.example], targetSharingEpr: "https://mail.a.example/EWS/Exchange.asmx" }',
    '  - { name: To B, owner: a, target: b, domainNames: [b.example] }',
    'checks: { testUsers: [anna@a.example, "x/../@b.example", "ben?@b.example", carl@elsewhere.example] }',
  ].join('\n');
  const found = service.checkSubjects(service.read(plan));
  assert.deepEqual(
    found.map(({ domain, relationships, testMailbox, federatedDomains }) => ({ domain, relationships, testMailbox, federatedDomains })),
    [
      {
        domain: 'a.example',
        relationships: [{ name: 'To A', targetSharingEpr: 'https://mail.a.example/EWS/Exchange.asmx' }],
        testMailbox: 'anna@a.example',
        federatedDomains: ['a.example'],
      },
      { domain: 'other.example', relationships: undefined, testMailbox: undefined, federatedDomains: ['a.example'] },
      { domain: 'b.example', relationships: [{ name: 'To B' }], testMailbox: undefined, federatedDomains: undefined },
    ],
  );
});
