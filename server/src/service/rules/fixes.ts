import { isMap, isSeq } from 'yaml';
import { isBehindAlias } from '../plan/missingKeys.ts';
import type { OffsetRange, QuickFix, TextEdit } from '../finding.ts';
import type { PlanDocument } from '../plan/planDocument.ts';
import type { PlanPath } from '../plan/planPath.ts';
import { lineBreakOf } from '../plan/lineBreak.ts';

/** A fix that writes another value in the place of a scalar. */
export function replaceValueFix(range: OffsetRange, value: string, preferred = true): QuickFix {
  return { title: `Change to "${value}"`, edits: [{ range, newText: scalarText(value) }], preferred };
}

/** A fix that adds an entry at the end of a list; none where the list's layout gives no certain place. */
export function addItemFix(plan: PlanDocument, path: PlanPath, value: string, title = `Add "${value}"`, preferred = true): QuickFix[] {
  // Behind an alias the edit would change the list that it stands for, in another place.
  if (isBehindAlias(plan, path)) return [];
  const { node, start } = plan.node(path) ?? { node: undefined, start: 0 };
  if (!isSeq(node) || !node.range) return [];
  const from = start + node.range[0];
  const last = plan.valueRange([...path, node.items.length - 1]);
  const text = scalarText(value);
  if (node.flow === true) {
    const at = last?.end ?? from + 1;
    return [{ title, preferred, edits: [{ range: { start: at, end: at }, newText: last === undefined ? text : `, ${text}` }] }];
  }
  if (last === undefined) return [];
  const lines = [`${' '.repeat(columnOf(plan.text, from))}- ${text}`];
  return [{ title, preferred, edits: [linesBehind(plan.text, last.end, lines)] }];
}

/** A fix that writes a key and its value before another key of the same mapping. */
export function keyBeforeFix(plan: PlanDocument, path: PlanPath, before: string, key: string, value: string): QuickFix[] {
  const range = plan.keyRange([...path, before]);
  const node = plan.node(path)?.node;
  if (range === undefined || !isMap(node) || isBehindAlias(plan, path)) return [];
  const separator = node.flow === true ? ', ' : `${lineBreakOf(plan.text)}${' '.repeat(columnOf(plan.text, range.start))}`;
  return [{ title: `Add "${key}: ${value}"`, preferred: true, edits: [{ range: { start: range.start, end: range.start }, newText: `${key}: ${value}${separator}` }] }];
}

/** Whole lines behind a value: behind the comment that follows it on its line, and before the break that a block ends with. */
export function linesBehind(text: string, end: number, lines: readonly string[]): TextEdit {
  const lineBreak = lineBreakOf(text);
  if (end > 0 && text[end - 1] === '\n') return { range: { start: end, end }, newText: lines.map((line) => line + lineBreak).join('') };
  const lineEnd = text.indexOf('\n', end);
  const comment = /^[ \t]+#[^\r\n]*/.exec(text.slice(end, lineEnd < 0 ? text.length : lineEnd))?.[0].length ?? 0;
  return { range: { start: end + comment, end: end + comment }, newText: lines.map((line) => lineBreak + line).join('') };
}

/** A text as YAML can hold it: plain where it cannot be misread, else in single quotes. */
export function scalarText(value: string): string {
  return /^[A-Za-z0-9](?:[\w./?=-]| (?=\w)|:(?=\S))*$/.test(value) ? value : `'${value.replaceAll("'", "''")}'`;
}

/** True where the plan has the key, whatever its value: one that has not the schema's type is not in the model. */
export function isWritten(plan: PlanDocument, path: PlanPath): boolean {
  return plan.keyRange(path) !== undefined;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}
