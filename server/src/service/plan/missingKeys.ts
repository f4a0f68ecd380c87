import { isAlias, isMap } from 'yaml';
import type { TextEdit } from '../finding.ts';
import type { PlanDocument } from './planDocument.ts';
import type { PlanPath } from './planPath.ts';
import { lineBreakOf } from './lineBreak.ts';

/**
 * The edit that adds keys without a value to a mapping, at its end and with its indentation. Undefined where the mapping is
 * not written as a block of lines, or is empty: there is no certain place then.
 */
export function missingKeysEdit(plan: PlanDocument, path: PlanPath, keys: readonly string[]): TextEdit | undefined {
  const place = path.length === 0 ? endOfPlan(plan) : endOfMapping(plan, path);
  if (place === undefined) return undefined;
  const { indent, end } = place;
  // A block scalar's value ends after its line break, any other before it.
  const afterBreak = end > 0 && plan.text[end - 1] === '\n';
  const lineBreak = lineBreakOf(plan.text);
  const lines = keys.map((key) => `${' '.repeat(indent)}${key}: `);
  const newText = afterBreak ? lines.map((line) => line + lineBreak).join('') : lines.map((line) => lineBreak + line).join('');
  return { range: { start: end, end }, newText };
}

function endOfMapping(plan: PlanDocument, path: PlanPath): { indent: number; end: number } | undefined {
  // Behind an alias the edit would change the mapping that it stands for.
  if (isBehindAlias(plan, path)) return undefined;
  const { node, start } = plan.node(path) ?? { node: undefined, start: 0 };
  if (!isMap(node) || node.flow === true || !node.range || node.items.length === 0) return undefined;
  const from = start + node.range[0];
  return { indent: from - (plan.text.lastIndexOf('\n', from - 1) + 1), end: start + node.range[1] };
}

/** True where a path leads through an alias: what stands there is written elsewhere, and maybe for others too. */
export function isBehindAlias(plan: PlanDocument, path: PlanPath): boolean {
  return path.some((_part, index) => isAlias(plan.written(path.slice(0, index + 1))?.node));
}

function endOfPlan(plan: PlanDocument): { indent: number; end: number } | undefined {
  const first = plan.items[0]?.parsed.tree?.contents;
  return isMap(first) && first.flow !== true ? { indent: 0, end: plan.text.length } : undefined;
}
