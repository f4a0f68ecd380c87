import { checkRule } from '../../support/checkRule.ts';

checkRule(
  'plan/no-domain',
  { 'no organization has one': { finds: 'federationPlan: 1\n«organizations»:\n  a: { role: partner }\n', says: /add "acceptedDomains"/ } },
  {
    'one has': 'federationPlan: 1\norganizations:\n  a: { role: partner }\n  b: { acceptedDomains: [b.example] }\n',
    'only the federated list and a relationship have some': 'federationPlan: 1\norganizations:\n  a: { federatedOrganizationIdentifier: { domains: [a.example] } }\n',
    'a list that is being written': 'federationPlan: 1\norganizations:\n  a:\n    acceptedDomains: yes\n',
    'the profile knows one': 'federationPlan: 1\nprofile: nhsmail\norganizations:\n  a: { role: service }\n',
    'no organization yet': 'federationPlan: 1\norganizations:\n',
  },
);
