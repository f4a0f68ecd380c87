import { checkRule } from '../../support/checkRule.ts';
import { twoSides } from '../../support/plans.ts';

const plan = (level: string): string =>
  twoSides('', `organizationRelationships:\n  - owner: battlecalfed\n    target: practicemail\n    domainNames: [practicemail.example]\n    freeBusyAccessLevel: ${level}\n`);

checkRule(
  'relationship/sharing-level',
  { 'more than the default': { finds: plan('«LimitedDetails»'), says: /Both are offered/, fixed: plan('AvailabilityOnly') } },
  {
    'the default': plan('AvailabilityOnly'),
    'no value yet': plan(''),
    'between two others': plan('LimitedDetails').replace('role: service', 'role: partner'),
    'of a second service, which states domains of its own': plan('LimitedDetails').replace('organizationRelationships:', '  hub: { role: service, acceptedDomains: [hub.example] }\norganizationRelationships:').replace('target: practicemail', 'target: hub'),
    'a profile without a default': plan('LimitedDetails').replace('profile: practice', 'profile: generic'),
  },
);
