import { isWritten, keyBeforeFix } from './fixes.ts';
import type { Rule } from './rule.ts';

export const accessNotEnabled: Rule = {
  code: 'relationship/access-not-enabled',
  title: 'A sharing level while free/busy access is not enabled',
  severity: 'warning',
  guidance: ['G41', 'G42a'],
  *checkRelationship({ data, path }, { plan }) {
    const level = data.freeBusyAccessLevel;
    if (level === undefined || level === 'None' || data.freeBusyAccessEnabled === true) return;
    const enabled = [...path, 'freeBusyAccessEnabled'];
    const message = `The level is "${level}", and free/busy access is ${data.freeBusyAccessEnabled === false ? 'not enabled' : 'not stated to be enabled; without it Exchange shares nothing'}. `;
    if (data.freeBusyAccessEnabled === false) {
      const range = plan.valueRange(enabled);
      if (range !== undefined) yield { message: `${message}Nothing is shared: state "freeBusyAccessEnabled: true", or the level "None".`, range, fixes: [{ title: 'Change to "true"', edits: [{ range, newText: 'true' }], preferred: false }] };
      return;
    }
    // What stands there without being true or false is told already.
    if (isWritten(plan, enabled)) return;
    const range = plan.valueRange([...path, 'freeBusyAccessLevel']);
    if (range !== undefined) yield { message: `${message}Add "freeBusyAccessEnabled: true".`, range, fixes: keyBeforeFix(plan, path, 'freeBusyAccessLevel', 'freeBusyAccessEnabled', 'true') };
  },
};
