import assert from 'node:assert/strict';
import test from 'node:test';
import { checkRule, findingsOf } from '../../support/checkRule.ts';

const plan = (administrator: string, profile = 'nhsmail-2018'): string => `federationPlan: 1
profile: ${profile}
organizations:
  a:
    role: partner
    acceptedDomains: [a.example]
    administrator: { ${administrator} }
`;

checkRule(
  'administrator/role-group',
  { 'other groups only': { finds: plan('roleGroups: «[Recipient Management]»'), says: /Add-RoleGroupMember/, fixed: plan('roleGroups: [Recipient Management, Organization Management]') } },
  {
    'a member': plan('roleGroups: [Recipient Management, organization management]'),
    'as Active Directory writes it': plan("roleGroups: ['BATTLE\\Organization Management']"),
    'the groups are not stated': plan('account: fed'),
    'delegated roles where no profile demands the group': plan('roleGroups: [Federation Admins]', 'generic'),
  },
);

test('a list that is written elsewhere is not added to from here', () => {
  const text = `${plan('roleGroups: &groups [Recipient Management]')}  b: { role: partner, acceptedDomains: [b.example], administrator: { roleGroups: *groups } }\n  c: { role: partner, acceptedDomains: [c.example], administrator: &all { roleGroups: [X] } }\n  d: { role: partner, acceptedDomains: [d.example], administrator: *all }\n`;
  assert.deepEqual(findingsOf('administrator/role-group', text).map(({ fixes }) => fixes.length), [1, 0, 1, 0]);
});
