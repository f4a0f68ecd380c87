import { checkRule } from '../../support/checkRule.ts';

const plan = (domains: string, more = '', federated = ''): string => `federationPlan: 1
profile: practice
organizations:
  us:
    role: partner
    acceptedDomains: [{ name: us1.example, primary: true }, us2.example]
${federated}  them: { role: service }
organizationRelationships:
  - { owner: them, target: us, domainNames: ${domains} }
${more}`;

checkRule(
  'relationship/primary-domain-missing',
  { 'the primary domain is not named': { finds: plan('«[us2.example]»'), says: /does not name "us1\.example"/, fixed: plan('[us2.example, us1.example]') } },
  {
    'it is named': plan('[US1.example]'),
    'a further relationship names it': plan('[us2.example]', '  - { owner: them, target: us, domainNames: [us1.example] }\n'),
    'it is not federated': plan('[us2.example]', '', '    federatedOrganizationIdentifier: { domains: [us2.example] }\n'),
    'a service that is not known': plan('[us2.example]').replace('profile: practice', 'profile: generic'),
    'of a second service, which states domains of its own': plan('[us2.example]').replace('organizationRelationships:', '  hub: { role: service, acceptedDomains: [hub.example] }\norganizationRelationships:').replace('owner: them', 'owner: hub'),
    'no list yet': plan('[]'),
  },
);
