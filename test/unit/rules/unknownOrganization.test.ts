import { checkRule } from '../../support/checkRule.ts';
import { twoSides } from '../../support/plans.ts';

const step = (organization: string): string => twoSides('', `steps:\n  - id: a\n    organization: ${organization}\n`);
const relationship = (owner: string): string => twoSides('', `organizationRelationships:\n  - { owner: ${owner}, target: practicemail, domainNames: [practicemail.example] }\n`);

checkRule(
  'plan/unknown-organization',
  {
    'of a step': { finds: step('«battlecalfd»'), says: /Did you mean "battlecalfed"\?/, fixed: step('battlecalfed') },
    'of a relationship': { finds: relationship('«somebody-else»'), says: /The plan has "battlecalfed", "practicemail"/ },
  },
  { 'a known one': step('practicemail'), 'no value yet': step(''), 'beside an organization whose id is wrong': step('practicemail').replace('organizations:\n', 'organizations:\n  "not an id": {}\n') },
);
