import { addItemFix } from './fixes.ts';
import type { Rule } from './rule.ts';

export const roleGroup: Rule = {
  code: 'administrator/role-group',
  title: 'An administrator who is not in the role group that the profile demands',
  severity: 'warning',
  guidance: ['G18'],
  *check({ plan, model }) {
    // Elsewhere delegated roles are as good.
    const demanded = model.profile.roleGroup;
    if (demanded === undefined) return;
    for (const { role, data, path, id } of model.organizations) {
      const groups = data.administrator?.roleGroups;
      if (role === 'service' || groups === undefined || groups.some((group) => group.toLowerCase().includes(demanded.toLowerCase()))) continue;
      const list = [...path, 'administrator', 'roleGroups'];
      const range = plan.valueRange(list);
      if (range === undefined) continue;
      yield {
        message: `The administrator of "${id}" is not stated to be a member of "${demanded}", which "${model.profile.id}" demands. Add the account to it: Add-RoleGroupMember "${demanded}" -Member <account>.`,
        range,
        fixes: addItemFix(plan, list, demanded, undefined, false),
      };
    }
  },
};
