import { checkRule } from '../../support/checkRule.ts';

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
