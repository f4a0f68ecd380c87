import assert from 'node:assert/strict';
import test from 'node:test';
import { checkRule, findingsOf } from '../../support/checkRule.ts';

const plan = (domains: string, b = '[b.example]', more = ''): string => `federationPlan: 1
organizations:
  a: { exchange: { version: 2016 }, acceptedDomains: [a.example] }
  b: { exchange: { version: 2019 }, acceptedDomains: ${b} }
${more}organizationRelationships:
  - { owner: a, target: b, domainNames: [${domains}] }
`;

checkRule(
  'relationship/foreign-domain',
  {
    'the owner’s own domain': { finds: plan('«a.example»'), says: /"a\.example" is a domain of "a".*Expected are domains of "b" \("b\.example"\)/ },
    'that of a third': { finds: plan('b.example, «c.example»', '[b.example]', '  c: { exchange: { version: 2013 }, acceptedDomains: [c.example] }\n'), says: /a domain of "c"/ },
  },
  {
    'the target’s': plan('b.example'),
    'one that nobody states': plan('b2.example'),
    'the target’s domains are not stated': plan('a.example', '[]'),
    'two halves of a hybrid organization share their domains': `federationPlan: 1
organizations:
  servers: { exchange: { version: 2016 }, acceptedDomains: [a.example, a.mail.onmicrosoft.com] }
  cloud: { exchange: { version: Online }, acceptedDomains: [a.example, a.onmicrosoft.com] }
organizationRelationships:
  - { owner: servers, target: cloud, domainNames: [a.mail.onmicrosoft.com] }
  - { owner: cloud, target: servers, domainNames: [a.example] }
`,
    'a hybrid organization whose halves are stated apart': `federationPlan: 1
organizations:
  servers: { exchange: { version: 2016 }, acceptedDomains: [b.example] }
  cloud: { exchange: { version: Online }, acceptedDomains: [b.onmicrosoft.com] }
  a: { exchange: { version: 2016 }, acceptedDomains: [a.example] }
organizationRelationships:
  - { owner: a, target: cloud, domainNames: [b.example] }
`,
    'federated by the target, though another states it too': plan('c.example', '[b.example], federatedOrganizationIdentifier: { domains: [b.example, c.example] }', '  c: { acceptedDomains: [c.example] }\n'),
  },
);

test('many and long names do not make a long sentence', () => {
  const many = Array.from({ length: 30 }, (_each, index) => `${'x'.repeat(60)}${index}.b.example`);
  const [finding] = findingsOf('relationship/foreign-domain', `federationPlan: 1
organizations:
  a: { acceptedDomains: [a.example] }
  b: { acceptedDomains: [${many.join(', ')}] }
  c: { acceptedDomains: [c.example] }
organizationRelationships:
  - { owner: a, target: b, domainNames: [c.example] }
`);
  assert.match(finding?.message ?? '', /and 20 more/);
  assert.ok((finding?.message.length ?? 0) < 1000);
});
