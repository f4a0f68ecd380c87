import { checkRule } from '../../support/checkRule.ts';

const plan = (domains: string, target: string): string => `federationPlan: 1
organizations:
  a: { acceptedDomains: [a.example] }
  b:
    acceptedDomains: [b.example]
${target}organizationRelationships:
  - { owner: a, target: b, domainNames: [${domains}] }
`;
const federates = '    federatedOrganizationIdentifier: { domains: [b.example, mail.b.example] }\n';

checkRule(
  'relationship/domain-not-federated',
  {
    'a slip': { finds: plan('«bb.example»', federates), says: /Did you mean "b\.example"\?/, fixed: plan('b.example', federates) },
    'another domain': { finds: plan('b.example, «else-where.test»', federates), says: /Add it to "federatedOrganizationIdentifier\.domains" of "b"/ },
  },
  {
    'listed, whatever its case': plan('B.example', federates),
    'the list is not known': plan('c.example', ''),
    'Exchange Online has no list of its own': plan('c.example', `    exchange: { version: Online }\n${federates}`),
    'a target that is not in the plan': plan('c.example', federates).replace('target: b', 'target: c'),
  },
);
