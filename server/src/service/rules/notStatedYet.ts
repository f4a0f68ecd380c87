import type { PlanPath } from '../plan/planPath.ts';
import { valueAt } from '../plan/schemaFindings.ts';
import type { Rule } from './rule.ts';

export const notStatedYet: Rule = {
  code: 'profile/not-stated',
  title: 'What the profile wants and the plan does not state yet',
  severity: 'information',
  guidance: ['G6', 'G7a', 'G11', 'G18', 'G30'],
  *check({ plan, model }) {
    const range = plan.valueRange(['profile']);
    if (range === undefined) return;
    const missing = (below: PlanPath, wants: readonly string[]): string[] =>
      wants.filter((want) => valueAt(model.data, [...below, ...want.split('.')]) === undefined).map((want) => [...below, want].join('.'));
    const partners = model.organizations.filter(({ role }) => role === 'partner');
    const names = [...missing([], model.profile.wants.plan), ...partners.flatMap(({ path }) => missing(path, model.profile.wants.partner))];
    // One line for all of them: a plan that is being written is not to be covered with remarks.
    if (names.length > 0) yield { message: `Not stated yet, though "${model.profile.id}" wants it: ${names.join(', ')}.`, range };
  },
};
