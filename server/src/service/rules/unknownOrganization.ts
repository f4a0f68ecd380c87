import type { PlanPath } from '../plan/planPath.ts';
import { replaceValueFix } from './fixes.ts';
import { didYouMean } from '../spelling.ts';
import type { Rule, RuleContext, RuleFinding } from './rule.ts';

export const unknownOrganization: Rule = {
  code: 'plan/unknown-organization',
  title: 'An id names no organization of the plan',
  severity: 'error',
  guidance: [],
  *check(context) {
    for (const { path, data } of context.model.relationships) {
      yield* named(context, [...path, 'owner'], data.owner);
      yield* named(context, [...path, 'target'], data.target);
    }
    for (const { path, data } of context.model.steps) yield* named(context, [...path, 'organization'], data.organization);
  },
};

function* named({ plan, model }: RuleContext, path: PlanPath, id: string | undefined): Iterable<RuleFinding> {
  const ids = Object.keys(model.data.organizations ?? {});
  const range = plan.valueRange(path);
  if (id === undefined || id === '' || range === undefined || ids.includes(id)) return;
  const meant = didYouMean(id, ids);
  yield {
    message: `"${id}" is not an organization of this plan. ${meant === undefined ? `The plan has ${ids.length === 0 ? 'none' : ids.map((each) => `"${each}"`).join(', ')}.` : `Did you mean "${meant}"?`}`,
    range,
    fixes: meant === undefined ? [] : [replaceValueFix(range, meant)],
  };
}
