import { addItemFix } from './fixes.ts';
import type { Rule } from './rule.ts';

export const roleGroup: Rule = {
  code: 'administrator/role-group',
  title: 'An administrator who is not in the role group that the profile demands',
  severity: 'warning',
  guidance: ['G18'],
  *checkOrganization({ role, data, path, id }, { plan, profile }) {
    // Elsewhere delegated roles are as good.
    const demanded = profile.roleGroup;
    if (demanded === undefined) return;
    const groups = data.administrator?.roleGroups;
    if (role === 'service' || groups === undefined || groups.some((group) => group.toLowerCase().includes(demanded.toLowerCase()))) return;
    const list = [...path, 'administrator', 'roleGroups'];
    const range = plan.valueRange(list);
    if (range === undefined) return;
    yield {
      message: `The administrator of "${id}" is not stated to be a member of "${demanded}", which "${profile.id}" demands. Add the account to it: Add-RoleGroupMember "${demanded}" -Member <account>.`,
      range,
      fixes: addItemFix(plan, list, demanded, undefined, false),
    };
  },
};
