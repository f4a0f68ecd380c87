import type { Finding } from '../finding.ts';
import type { PlanDocument } from '../plan/planDocument.ts';
import type { SchemaCheck } from '../plan/schemaCheck.ts';
import { rules } from '../rules/index.ts';

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
  return [...syntax, ...[...schema.findings, ...ask()].filter(holdsIn(plan))].map(bounded).sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/**
 * What may be said of a plan whose YAML is broken: behind the break keys may belong to the wrong mapping, and what is said to be missing
 * may stand there.
 */
export function holdsIn({ problems }: PlanDocument): (finding: Finding) => boolean {
  if (problems.length === 0) return () => true;
  const brokenFrom = Math.min(...problems.map(({ range }) => range.start));
  return ({ code, range }) => range.end < brokenFrom && !ofMissing.has(code);
}

const ofMissing: ReadonlySet<string> = new Set(['plan/missing-key', 'plan/value-missing', ...rules.flatMap(({ code, saysMissing }) => (saysMissing === true ? [code] : []))]);

function bounded(finding: Finding): Finding {
  const { message } = finding;
  return message.length <= longestMessage ? finding : { ...finding, message: `${message.slice(0, longestMessage - 1)}…` };
}
