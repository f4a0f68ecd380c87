import { checkRule } from '../../support/checkRule.ts';

const plan = (a: string, b: string, domains = 'b.example'): string => `federationPlan: 1
organizations:
  a: { exchange: { version: ${a} }, acceptedDomains: [a.example] }
  b: { exchange: { version: ${b} }, acceptedDomains: [b.example] }
organizationRelationships:
  - { owner: a, target: b, domainNames: [${domains}] }
`;

checkRule(
  'exchange/road-ahead',
  {
    'a partner in the cloud': { finds: plan('2016', '«Online»'), says: /^Exchange Online blocks Exchange Web Services from 1 October 2026.*1 April 2027.*\(Microsoft 365 message center[^)]*\(February 2026\)\)$/ },
    'with several domains': { finds: plan('2016', '«Online»', 'b.example, b2.example'), says: /Since the summer of 2025 Get-FederationInformation/ },
    'once, between two in the cloud': { finds: plan('«Online»', 'Online'), says: /cross-tenant access policy/ },
    'a service that the profile knows to be there': { finds: 'federationPlan: 1\nprofile: «nhsmail»\norganizations:\n  s: { role: service }\n', says: /Web Services/ },
  },
  { 'on premises': plan('2016', 'SE'), 'not stated': plan('', ''), 'an exercise': plan('2016', 'Online').replace('organizations:', 'profile: practice\norganizations:') },
);
