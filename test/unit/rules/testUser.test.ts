import { checkRule } from '../../support/checkRule.ts';

const plan = (user: string, identifier = 'federatedOrganizationIdentifier: { domains: [a1.example] }'): string => `federationPlan: 1
organizations:
  a:
    exchange: { version: 2016 }
    acceptedDomains: [a1.example, a2.example]
    ${identifier}
checks: { testUsers: [${user}] }
`;

checkRule(
  'checks/test-user',
  {
    'in a domain that is not federated': { finds: plan('u@a1.example, «u@A2.example»'), says: /"a2\.example" is not among the federated domains of "a"/ },
    'in angle brackets': { finds: plan("«'<u@a1.example>'»"), says: /takes for a redirection/, fixed: plan("'u@a1.example'") },
  },
  {
    'in a federated domain': plan('u@a1.example'),
    'in the account namespace’s domain': plan('u@a2.example', 'federatedOrganizationIdentifier: { accountNamespace: a2.example, domains: [a1.example] }'),
    'of somebody else': plan('u@b.example'),
    'the list is not stated': plan('u@a2.example', 'name: A'),
    'Exchange Online': plan('u@a2.example').replace('2016', 'Online'),
    'the domain is shared with another organization': plan('u@a2.example').replace('checks:', '  cloud: { acceptedDomains: [a2.example] }\nchecks:'),
  },
);
