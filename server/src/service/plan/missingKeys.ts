import { isMap } from 'yaml';
import type { TextEdit } from '../finding.ts';
import type { PlanDocument } from './planDocument.ts';
import type { PlanPath } from './planPath.ts';

/**
 * The edit that adds keys without a value to a mapping, at its end and with its indentation. Undefined where the mapping is
 * not written as a block of lines, or is empty: there is no certain place then.
 */
export function missingKeysEdit(plan: PlanDocument, path: PlanPath, keys: readonly string[]): TextEdit | undefined {
  const node = plan.node(path);
  if (!isMap(node) || node.flow === true || !node.range || node.items.length === 0) return undefined;
  const indent = node.range[0] - (plan.text.lastIndexOf('\n', node.range[0] - 1) + 1);
  // The value's end: a block scalar's ends after its line break, any other before it.
  const end = node.range[1];
  const afterBreak = end > 0 && plan.text[end - 1] === '\n';
  const lineBreak = plan.text.includes('\r\n') ? '\r\n' : '\n';
  const lines = keys.map((key) => `${' '.repeat(indent)}${key}: `);
  const newText = afterBreak ? lines.map((line) => line + lineBreak).join('') : lines.map((line) => lineBreak + line).join('');
  return { range: { start: end, end }, newText };
}
