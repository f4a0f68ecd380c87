import { checkRule } from '../../support/checkRule.ts';
import { twoSides } from '../../support/plans.ts';

const plan = (lines: readonly string[]): string =>
  twoSides('', `organizationRelationships:\n  - owner: battlecalfed\n    target: practicemail\n    domainNames: [practicemail.example]\n${lines.map((line) => `    ${line}\n`).join('')}`);

checkRule(
  'relationship/access-not-enabled',
  {
    'not stated': { finds: plan(['freeBusyAccessLevel: «AvailabilityOnly»']), says: /not stated to be enabled/, fixed: plan(['freeBusyAccessEnabled: true', 'freeBusyAccessLevel: AvailabilityOnly']) },
    'not stated, in a flow mapping': {
      finds: twoSides('', 'organizationRelationships:\n  - { owner: battlecalfed, target: practicemail, domainNames: [practicemail.example], freeBusyAccessLevel: «LimitedDetails» }\n'),
      says: /LimitedDetails/,
      fixed: twoSides('', 'organizationRelationships:\n  - { owner: battlecalfed, target: practicemail, domainNames: [practicemail.example], freeBusyAccessEnabled: true, freeBusyAccessLevel: LimitedDetails }\n'),
    },
    'stated to be off': { finds: plan(['freeBusyAccessEnabled: «false»', 'freeBusyAccessLevel: AvailabilityOnly']), says: /Nothing is shared/, fixed: plan(['freeBusyAccessEnabled: true', 'freeBusyAccessLevel: AvailabilityOnly']) },
  },
  {
    'enabled': plan(['freeBusyAccessEnabled: true', 'freeBusyAccessLevel: LimitedDetails']),
    'no level': plan(['freeBusyAccessEnabled: false']),
    'nothing is shared on purpose': plan(['freeBusyAccessEnabled: false', 'freeBusyAccessLevel: None']),
    'a value that is told to be wrong already': plan(['freeBusyAccessEnabled: yes', 'freeBusyAccessLevel: AvailabilityOnly']),
    'a value that is still to be written': plan(['freeBusyAccessEnabled:', 'freeBusyAccessLevel: AvailabilityOnly']),
  },
);
