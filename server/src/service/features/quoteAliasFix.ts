import type { Finding, QuickFix } from '../finding.ts';
import { parsePlan } from '../plan/planDocument.ts';
import type { ReadPlan } from '../readPlan.ts';

/** Quotes a text that reads as an alias, such as `*.ours.example`. None where the text goes on behind what YAML took for the alias. */
export function quoteAliasFix(plan: ReadPlan, finding: Finding): QuickFix[] {
  if (finding.code !== 'yaml/unknown-alias') return [];
  const { text, problems } = plan.document;
  const { start, end } = finding.range;
  const newText = `'${text.slice(start, end).replaceAll("'", "''")}'`;
  if (!/^[ \t]*(?:[\r\n,\]}]|$|\s#)/.test(text.slice(end))) return [];
  const after = parsePlan(text.slice(0, start) + newText + text.slice(end), plan.document);
  return after.problems.length < problems.length ? [{ title: `Quote "${text.slice(start, end)}"`, edits: [{ range: finding.range, newText }], preferred: true }] : [];
}
