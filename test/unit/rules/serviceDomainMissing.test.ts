import { checkRule } from '../../support/checkRule.ts';
import { twoSides } from '../../support/plans.ts';

const relationship = (domains: string, target = 'practicemail'): string =>
  twoSides('', `organizationRelationships:\n  - { owner: battlecalfed, target: ${target}, domainNames: ${domains} }\n`);

checkRule(
  'relationship/service-domain-missing',
  {
    'a flow list': { finds: relationship('«[other.example]»'), says: /"practicemail\.example"/, fixed: relationship('[other.example, practicemail.example]') },
    'a block list': {
      finds: twoSides('', 'organizationRelationships:\n  - owner: battlecalfed\n    target: practicemail\n    domainNames:\n      «- other.example\n»'),
      says: /Add it to "domainNames"/,
      fixed: twoSides('', 'organizationRelationships:\n  - owner: battlecalfed\n    target: practicemail\n    domainNames:\n      - other.example\n      - practicemail.example\n'),
    },
  },
  {
    'the domain is named': relationship('[practicemail.example]'),
    'case does not count': relationship('[PracticeMail.Example]'),
    'another relationship to the service names it': `${relationship('[practicemail.example]')}  - { owner: battlecalfed, target: practicemail, domainNames: [other.example] }\n`,
    'among others': relationship('[other.example, practicemail.example]'),
    'towards another target': relationship('[other.example]', 'battlecalfed'),
    'a second service, which states domains of its own': relationship('[other.example]', 'hub').replace('organizationRelationships:', '  hub: { role: service, acceptedDomains: [other.example] }\norganizationRelationships:'),
    'no list yet': relationship('[]'),
    'no profile': relationship('[other.example]').replace('profile: practice', 'profile: generic'),
  },
);
