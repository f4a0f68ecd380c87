import { replaceValueFix } from './fixes.ts';
import type { Rule } from './rule.ts';

export const sharingLevel: Rule = {
  code: 'relationship/sharing-level',
  title: 'A sharing level other than the profile’s default',
  // Both levels are offered; it is said so that nobody shares more, or less, by accident.
  severity: 'information',
  guidance: ['G2', 'G8', 'G41'],
  *checkRelationship({ data, path, owner, target }, { plan, profile }) {
    const level = profile.freeBusyAccessLevel;
    if (level === undefined) return;
    // Between two others the service's default says nothing.
    if (owner?.isProfiled !== true && target?.isProfiled !== true) return;
    const range = plan.valueRange([...path, 'freeBusyAccessLevel']);
    if (data.freeBusyAccessLevel === undefined || data.freeBusyAccessLevel === level || range === undefined) return;
    yield {
      message: `"${data.freeBusyAccessLevel}" is not the default level of ${profile.service?.name ?? 'the service'}, which is "${level}". ${data.freeBusyAccessLevel === 'None' ? 'Nothing would be shared' : 'Both are offered'}; make sure that this is agreed.`,
      range,
      fixes: [replaceValueFix(range, level, false)],
    };
  },
};
