import type { Finding } from '../finding.ts';
import type { PlanDocument } from '../plan/planDocument.ts';
import type { SchemaCheck } from '../plan/schemaCheck.ts';

/** A name of a plan can be as long as the plan; no sentence about it needs to be. */
const longestMessage = 1500;

/**
 * What is wrong with a plan, in the order of the text. Never throws.
 *
 * @param ask what the rules find; not asked where nothing can be made of the plan
 */
export function validate(plan: PlanDocument, schema: SchemaCheck, ask: () => readonly Finding[]): Finding[] {
  const syntax = plan.problems.map((problem): Finding => ({ ...problem, severity: 'error', fixes: [] }));
  // Behind a merge marker or in a plan that could not be read at all, whatever else is said would be noise.
  if (!plan.isRead) return syntax;
  // Another version of the format may know other keys and mean other things by them.
  const version = schema.findings.find(({ code }) => code === 'plan/unknown-version');
  if (version !== undefined) return [...syntax, version];
  const firstBreak = Math.min(...syntax.map(({ range }) => range.start));
  // Behind a break in the YAML keys may belong to the wrong mapping, and a mapping may lack what stands further on.
  const sure = [...schema.findings, ...ask()].filter(({ code, range }) => syntax.length === 0 || (range.end < firstBreak && code !== 'plan/missing-key'));
  return [...syntax, ...sure].map(bounded).sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function bounded(finding: Finding): Finding {
  const { message } = finding;
  return message.length <= longestMessage ? finding : { ...finding, message: `${message.slice(0, longestMessage - 1)}…` };
}
