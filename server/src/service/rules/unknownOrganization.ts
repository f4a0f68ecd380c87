import { quotedNames } from './quotedNames.ts';
import type { PlanPath } from '../plan/planPath.ts';
import { replaceValueFix } from './fixes.ts';
import { didYouMean } from '../spelling.ts';
import type { Rule, RuleContext, RuleFinding } from './rule.ts';

export const unknownOrganization: Rule = {
  code: 'plan/unknown-organization',
  title: 'An id names no organization of the plan',
  severity: 'error',
  guidance: [],
  saysMissing: true,
  *check(context) {
    const ids = new Set(Object.keys(context.model.data.organizations ?? {}));
    for (const { path, data, owner, target } of context.model.relationships) {
      if (owner === undefined) yield* named(context, ids, [...path, 'owner'], data.owner);
      if (target === undefined) yield* named(context, ids, [...path, 'target'], data.target);
    }
    for (const { path, data, organization } of context.model.steps) if (organization === undefined) yield* named(context, ids, [...path, 'organization'], data.organization);
  },
};

function* named({ plan }: RuleContext, ids: ReadonlySet<string>, path: PlanPath, id: string | undefined): Iterable<RuleFinding> {
  if (id === undefined || id === '' || ids.has(id)) return;
  const range = plan.valueRange(path);
  if (range === undefined) return;
  const meant = didYouMean(id, ids);
  yield {
    message: `"${id}" is not an organization of this plan. ${meant === undefined ? `The plan has ${ids.size === 0 ? 'none' : quotedNames(ids)}.` : `Did you mean "${meant}"?`}`,
    range,
    fixes: meant === undefined ? [] : [replaceValueFix(range, meant)],
  };
}
