import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Finding } from '../finding.ts';
import type { PlanDocument } from '../plan/planDocument.ts';
import type { PlanModel } from '../plan/planModel.ts';
import type { SchemaCheck } from '../plan/schemaCheck.ts';
import { ruleFindings } from '../rules/ruleFindings.ts';
import { scriptFindings } from '../scriptRules/scriptFindings.ts';

/** A name of a plan can be as long as the plan; no sentence about it needs to be. */
const longestMessage = 1500;

/** All that is wrong with a plan, in the order of the text. Never throws. */
export function validate(plan: PlanDocument, schema: SchemaCheck, model: PlanModel, catalogue?: Catalogue): Finding[] {
  const syntax = plan.problems.map((problem): Finding => ({ ...problem, severity: 'error', fixes: [] }));
  // Behind a merge marker or in a plan that could not be read at all, whatever else is said would be noise.
  if (!plan.isRead) return syntax;
  // Another version of the format may know other keys and mean other things by them.
  const version = schema.findings.find(({ code }) => code === 'plan/unknown-version');
  if (version !== undefined) return [...syntax, version];
  const found = ruleFindings(plan, model, catalogue);
  const firstBreak = Math.min(...syntax.map(({ range }) => range.start));
  // Behind a break in the YAML keys may belong to the wrong mapping, and a mapping may lack what stands further on.
  const sure = [...schema.findings, ...found, ...scriptFindings(plan, model, catalogue)].filter(({ code, range }) => syntax.length === 0 || (range.end < firstBreak && code !== 'plan/missing-key'));
  return [...syntax, ...sure].map(bounded).sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function bounded(finding: Finding): Finding {
  const { message } = finding;
  return message.length <= longestMessage ? finding : { ...finding, message: `${message.slice(0, longestMessage - 1)}…` };
}
