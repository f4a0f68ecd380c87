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
  const { node, start } = plan.node(path) ?? { node: undefined, start: 0 };
  if (!isSeq(node) || !node.range) return [];
  const from = start + node.range[0];
  const last = plan.valueRange([...path, node.items.length - 1]);
  const title = `Add "${value}"`;
  if (node.flow === true) {
    const at = last?.end ?? from + 1;
    return [{ title, preferred: true, edits: [{ range: { start: at, end: at }, newText: last === undefined ? value : `, ${value}` }] }];
  }
  if (last === undefined) return [];
  const indent = ' '.repeat(from - (plan.text.lastIndexOf('\n', from - 1) + 1));
  const lineBreak = plan.text.includes('\r\n') ? '\r\n' : '\n';
  return [{ title, preferred: true, edits: [{ range: { start: last.end, end: last.end }, newText: `${lineBreak}${indent}- ${value}` }] }];
}
