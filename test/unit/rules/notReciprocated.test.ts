import { checkRule } from '../../support/checkRule.ts';

const plan = (relationships: string, a = '[a.example]', b = '[b.example]'): string => `federationPlan: 1
organizations:
  a: { acceptedDomains: ${a} }
  b: { acceptedDomains: ${b} }
organizationRelationships:
${relationships}`;
const flow = (owner: string, target: string, more = ''): string => `  - { owner: ${owner}, target: ${target}, domainNames: [${target.replaceAll(/[«»]/g, '')}.example]${more} }\n`;

checkRule(
  'relationship/not-reciprocated',
  {
    'one direction only': {
      finds: plan(flow('a', '«b»')),
      says: /no relationship of "b" with "a"/,
      fixed: plan(`${flow('a', 'b')}  - owner: b\n    target: a\n    domainNames: [a.example]\n`.replace(/\n$/, '')).concat('\n'),
    },
    'a block, with what it shares': {
      finds: plan('  - owner: a\n    target: «b»\n    domainNames: [b.example]\n    freeBusyAccessEnabled: true # as agreed\n'),
      says: /Each direction stands on its own/,
      fixed: plan(
        '  - owner: a\n    target: b\n    domainNames: [b.example]\n    freeBusyAccessEnabled: true # as agreed\n  - owner: b\n    target: a\n    domainNames: [a.example]\n    freeBusyAccessEnabled: true\n    freeBusyAccessLevel: AvailabilityOnly\n',
      ),
    },
    'which of several domains is not certain': { finds: plan(flow('a', '«b»'), '[a1.example, a2.example]'), says: /leave it to the other side's plan/ },
    'once for two relationships the same way': { finds: plan(flow('a', '«b»') + flow('a', 'b').replace('b.example', 'c.example'), '[]'), says: /with "a"/ },
  },
  {
    'both directions, at different levels': plan(flow('a', 'b', ', freeBusyAccessLevel: LimitedDetails') + flow('b', 'a', ', freeBusyAccessLevel: AvailabilityOnly')),
    'switched off': plan(flow('a', 'b', ', enabled: false')),
    'a target that is not in the plan': plan(flow('a', 'c')),
    'three partners, each in both directions': plan(flow('a', 'b') + flow('b', 'a') + flow('a', 'c') + flow('c', 'a')).replace('organizationRelationships', '  c: { acceptedDomains: [c.example] }\norganizationRelationships'),
    'no relationship yet': plan(''),
  },
);
