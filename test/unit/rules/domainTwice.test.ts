import { checkRule } from '../../support/checkRule.ts';

const plan = (...relationships: readonly string[]): string => `federationPlan: 1
organizations:
  a: { acceptedDomains: [a.example] }
  b: { acceptedDomains: [b.example] }
organizationRelationships:
${relationships.map((each) => `  - { ${each} }\n`).join('')}`;

checkRule(
  'relationship/domain-twice',
  {
    'in two relationships of one owner': {
      finds: plan('name: One, owner: a, target: b, domainNames: [b.example]', 'name: Two, owner: a, target: b, domainNames: [c.example, «B.example»]'),
      says: /already stands in the relationship "One" of "a"/,
    },
    'the first has no name': { finds: plan('owner: a, target: b, domainNames: [b.example]', 'owner: a, target: b, domainNames: [«b.example»]'), says: /another relationship of "a"/ },
  },
  {
    'of two owners': plan('owner: a, target: b, domainNames: [x.example]', 'owner: b, target: a, domainNames: [x.example]'),
    'twice in one relationship': plan('owner: a, target: b, domainNames: [b.example, b.example]'),
    'one of them is switched off': plan('owner: a, target: b, domainNames: [b.example], enabled: false', 'owner: a, target: b, domainNames: [b.example]'),
    'several partners': plan('owner: a, target: b, domainNames: [b.example]', 'owner: a, target: c, domainNames: [c.example]'),
    'no owner yet': plan('target: b, domainNames: [b.example]', 'target: b, domainNames: [b.example]'),
  },
);
