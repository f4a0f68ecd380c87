import type { Finding, QuickFix } from '../finding.ts';
import { readPlan, type ReadPlan } from '../readPlan.ts';
import { lineBreakOf } from '../plan/lineBreak.ts';

/**
 * The fix that suppresses a finding by a comment above its line. None where a comment there would not be one (inside a text of
 * several lines): the plan with the comment must read as it did without.
 */
export function suppressFix(plan: ReadPlan, finding: Finding): QuickFix | undefined {
  const { text } = plan.document;
  if (finding.code === 'yaml/syntax' || finding.code === 'plan/unused-suppression') return undefined;
  const start = text.lastIndexOf('\n', finding.range.start - 1) + 1;
  const indent = /^[ ]*/.exec(text.slice(start))?.[0] ?? '';
  const lineBreak = lineBreakOf(text);
  const newText = `${indent}# fedplan-disable-next-line ${finding.code}${lineBreak}`;
  const after = readPlan(text.slice(0, start) + newText + text.slice(start), plan);
  if (JSON.stringify(after.document.value) !== JSON.stringify(plan.document.value) || after.document.problems.length !== plan.document.problems.length) return undefined;
  return { title: `Suppress "${finding.code}" on this line`, edits: [{ range: { start, end: start }, newText }], preferred: false };
}
