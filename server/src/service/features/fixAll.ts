import type { Finding, TextEdit } from '../finding.ts';
import { parsePlan } from '../plan/planDocument.ts';
import type { ReadPlan } from '../readPlan.ts';
import { applyEdits } from './applyEdits.ts';
import { quoteAliasFix } from './quoteAliasFix.ts';

/** A key without its value is no mended plan; who wants it chooses it. */
const never: ReadonlySet<string> = new Set(['plan/missing-key']);

/** Those beyond come with the next time; a plan with as many faults is another kind of text. */
const mostEdits = 1000;

/**
 * The certain fixes of all findings at once. Of those that overlap the first counts; the next time the other follows, if it is still needed.
 * Where two together would break the YAML (a misspelt key that one corrects and another adds), the words are corrected first.
 */
export function fixAllEdits(plan: ReadPlan, findings: readonly Finding[]): TextEdit[] {
  const fixes = certainFixes(plan, findings);
  if (!breaks(plan, fixes)) return fixes;
  const words = certainFixes(plan, findings.filter(({ code }) => /^(?:yaml|plan)\//.test(code)));
  return breaks(plan, words) ? [] : words;
}

function certainFixes(plan: ReadPlan, findings: readonly Finding[]): TextEdit[] {
  const chosen: TextEdit[] = [];
  for (const finding of findings) {
    if (chosen.length >= mostEdits) break;
    if (never.has(finding.code)) continue;
    const fix = [...finding.fixes, ...quoteAliasFix(plan, finding)].find(({ preferred }) => preferred);
    if (fix !== undefined && !fix.edits.some((edit) => chosen.some((other) => touches(edit, other)))) chosen.push(...fix.edits);
  }
  return chosen.sort((a, b) => a.range.start - b.range.start);
}

function breaks({ document }: ReadPlan, edits: readonly TextEdit[]): boolean {
  return edits.length > 0 && parsePlan(applyEdits(document.text, edits), document).problems.length > document.problems.length;
}

/** Two insertions at one place would stand in an order that nobody chose. */
function touches(a: TextEdit, b: TextEdit): boolean {
  return a.range.start <= b.range.end && b.range.start <= a.range.end;
}
