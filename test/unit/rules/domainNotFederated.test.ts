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
const ownDomain = (list: string, named: string): string => `federationPlan: 1
organizations:
  a: { acceptedDomains: [a.example] }
  b:
    acceptedDomains: [b1.example, b2.example]
    federatedOrganizationIdentifier:
      domains:${list}
organizationRelationships:
  - { owner: a, target: b, domainNames: [b1.example, ${named}] }
`;

checkRule(
  'relationship/domain-not-federated',
  {
    'a slip': { finds: plan('«bb.example»', federates), says: /Did you mean "b\.example"\?/, fixed: plan('b.example', federates) },
    'another domain': { finds: plan('b.example, «else-where.test»', federates), says: /Add it to "federatedOrganizationIdentifier\.domains" of "b"/ },
    'a domain of its own, in a flow list': { finds: ownDomain(' [b1.example]', '«b2.example»'), says: /Add it to/, fixed: ownDomain(' [b1.example, b2.example]', 'b2.example') },
    'a domain of its own, in a block list with a comment': {
      finds: ownDomain('\n        - b1.example # the first', '«b2.example»'),
      says: /Add it to/,
      fixed: ownDomain('\n        - b1.example # the first\n        - b2.example', 'b2.example'),
    },
    'a domain of the tenant, which nobody can prove': { finds: ownDomain(' [b1.example]', '«b.mail.onmicrosoft.com»').replace('b2.example', 'b.mail.onmicrosoft.com'), says: /or remove it here/ },
  },
  {
    'listed, whatever its case': plan('B.example', federates),
    'the account namespace, which Exchange federates by itself': plan('b.example', '    federatedOrganizationIdentifier: { accountNamespace: FYDIBOHF25SPDLT.b.example, domains: [mail.b.example] }\n'),
    'the namespace with its prefix, as Exchange lists it': plan('b.example', '    federatedOrganizationIdentifier: { domains: [FYDIBOHF25SPDLT.b.example, mail.b.example] }\n'),
    'the list is not known': plan('c.example', ''),
    'Exchange Online has no list of its own': plan('c.example', `    exchange: { version: Online }\n${federates}`),
    'a target that is not in the plan': plan('c.example', federates).replace('target: b', 'target: c'),
  },
);
