import type { Finding } from '../finding.ts';
import type { PlanDocument } from '../plan/planDocument.ts';
import { planModel } from '../plan/planModel.ts';
import { checkSchema } from '../plan/schemaFindings.ts';
import { rules } from '../rules/index.ts';

/** All that is wrong with a plan, in the order of the text. Never throws. */
export function validate(plan: PlanDocument): Finding[] {
  const syntax = plan.problems.map((problem): Finding => ({ ...problem, severity: 'error', fixes: [] }));
  // Behind a merge marker or in a plan that could not be read at all, whatever else is said would be noise.
  if (plan.tree === undefined || syntax.some(({ code }) => code === 'yaml/merge-marker')) return syntax;
  const schema = checkSchema(plan);
  const model = planModel(plan.value, schema.unfit);
  const found = rules.flatMap((rule) =>
    [...rule.check({ plan, model })].map((finding): Finding => ({ code: rule.code, severity: rule.severity, fixes: [], ...finding })),
  );
  const firstBreak = Math.min(...syntax.map(({ range }) => range.start));
  // Behind a break in the YAML keys may belong to the wrong mapping, and a mapping may lack what stands further on.
  const sure = [...schema.findings, ...found].filter(({ code, range }) => syntax.length === 0 || (range.end <= firstBreak && code !== 'plan/missing-key'));
  return [...syntax, ...sure].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
