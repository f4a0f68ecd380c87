import { isSeq } from 'yaml';
import type { OffsetRange, QuickFix } from '../finding.ts';
import type { PlanDocument } from '../plan/planDocument.ts';
import type { PlanPath } from '../plan/planPath.ts';

/** A fix that writes another value in the place of a scalar. */
export function replaceValueFix(range: OffsetRange, value: string, preferred = true): QuickFix {
  return { title: `Change to "${value}"`, edits: [{ range, newText: value }], preferred };
}

/** A fix that adds an entry at the end of a list; none where the list's layout gives no certain place. */
export function addItemFix(plan: PlanDocument, path: PlanPath, value: string): QuickFix[] {
  const node = plan.node(path);
  if (!isSeq(node) || !node.range) return [];
  const last = plan.valueRange([...path, node.items.length - 1]);
  const title = `Add "${value}"`;
  if (node.flow === true) {
    const at = last?.end ?? node.range[0] + 1;
    return [{ title, preferred: true, edits: [{ range: { start: at, end: at }, newText: last === undefined ? value : `, ${value}` }] }];
  }
  if (last === undefined) return [];
  const indent = ' '.repeat(node.range[0] - (plan.text.lastIndexOf('\n', node.range[0] - 1) + 1));
  const lineBreak = plan.text.includes('\r\n') ? '\r\n' : '\n';
  return [{ title, preferred: true, edits: [{ range: { start: last.end, end: last.end }, newText: `${lineBreak}${indent}- ${value}` }] }];
}
