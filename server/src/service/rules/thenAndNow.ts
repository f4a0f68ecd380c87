import { replaceValueFix } from './fixes.ts';
import type { Rule } from './rule.ts';

export const thenAndNow: Rule = {
  code: 'profile/then-and-now',
  title: 'Where the profile’s text and today’s world disagree',
  severity: 'information',
  guidance: ['G9a', 'G12'],
  *check({ plan, model }) {
    const { profile } = model;
    const range = profile.thenAndNow.length === 0 ? undefined : plan.valueRange(['profile']);
    if (range === undefined) return;
    const both = profile.thenAndNow.map(({ about, then, now }) => `About ${about} it says: ${then}. Today: ${now}.`).join(' ');
    yield {
      message: `"${profile.id}" stands for a text of its time. ${both}${profile.successor === undefined ? '' : ` For the service as it is today take the profile "${profile.successor}".`}`,
      range,
      fixes: profile.successor === undefined ? [] : [replaceValueFix(range, profile.successor, false)],
    };
  },
};
