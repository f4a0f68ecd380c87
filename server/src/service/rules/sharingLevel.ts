import { replaceValueFix } from './fixes.ts';
import type { Rule } from './rule.ts';

export const sharingLevel: Rule = {
  code: 'relationship/sharing-level',
  title: 'A sharing level other than the profile’s default',
  // Both levels are offered; it is said so that nobody shares more, or less, by accident.
  severity: 'information',
  guidance: ['G2', 'G8', 'G41'],
  *check({ plan, model }) {
    const level = model.profile.freeBusyAccessLevel;
    if (level === undefined) return;
    for (const { data, path, owner, target } of model.relationships) {
      // Between two others the service's default says nothing.
      if (owner?.role !== 'service' && target?.role !== 'service') continue;
      const range = plan.valueRange([...path, 'freeBusyAccessLevel']);
      if (data.freeBusyAccessLevel === undefined || data.freeBusyAccessLevel === level || range === undefined) continue;
      yield {
        message: `"${data.freeBusyAccessLevel}" is not the default level of ${model.profile.service?.name ?? 'the service'}, which is "${level}". ${data.freeBusyAccessLevel === 'None' ? 'Nothing would be shared' : 'Both are offered'}; make sure that this is agreed.`,
        range,
        fixes: [replaceValueFix(range, level, false)],
      };
    }
  },
};
