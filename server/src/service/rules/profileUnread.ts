import type { Rule } from './rule.ts';

export const profileUnread: Rule = {
  code: 'profile/unread',
  title: 'A profile whose file cannot be read as one',
  severity: 'warning',
  guidance: [],
  *check({ plan, model }) {
    const { profile } = model.data;
    const range = plan.valueRange(['profile']);
    if (profile === undefined || range === undefined || !model.ownProfiles.unread.includes(profile)) return;
    yield { message: `The file of the profile "${profile}" cannot be read as a profile, so nothing is taken from it. Open the file and mend what is reported there.`, range };
  },
};
