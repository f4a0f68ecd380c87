import type { PlanPath } from '../plan/planPath.ts';
import type { Place } from './placeAt.ts';
import { indentOf, isBlockHeader, lineEntries } from './planLine.ts';

/** How far up and down is looked; a mapping of a plan is never longer. */
const farthest = 2000;

/** The cursor's place in block style. */
export function blockPlaceAt(text: string, offset: number): Place | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  const above = linesAbove(text, lineStart);
  if (isInBlockScalar(before, above) || /(^|\s)#/.test(before.replace(/"[^"]*"|'[^']*'/g, ''))) return undefined;

  const lineEnd = endOfLine(text, offset);
  const entries = lineEntries(before);
  const last = entries.at(-1);
  const own = [...entries];
  if (last?.key !== undefined) {
    own.pop();
    const path = pathTo(last.column, own, above);
    if (path === undefined) return undefined;
    return { path: [...path, last.key], kind: 'value', existing: new Set(), replace: { start: lineStart + last.restColumn, end: valueEnd(text, offset, lineEnd) }, column: last.column, flow: false };
  }
  const column = last?.restColumn ?? indentOf(before);
  const start = lineStart + column;
  const path = pathTo(column, own, above);
  if (path === undefined) return undefined;
  const existing = siblings(column, own.length > 0 ? [] : above, linesBelow(text, lineEnd));
  return { path, kind: own.length > 0 ? 'item' : 'key', existing, replace: { start, end: wordEnd(text, offset, lineEnd) }, column, flow: false };
}

/** Climbs from a column to the top: each entry that stands further left and above is a parent. */
function pathTo(column: number, own: readonly { readonly column: number }[], above: readonly string[]): PlanPath | undefined {
  const path: (string | number)[] = [];
  let left = column;
  let isDash = false;
  for (const entry of [...own].reverse()) {
    path.unshift(0);
    left = entry.column;
    isDash = true;
  }
  for (const line of above) {
    if (left === 0 && !isDash) break;
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    for (const entry of lineEntries(line).reverse()) {
      // A list may stand at the very column of its key.
      const isParent = entry.column < left || (isDash && entry.key !== undefined && entry.column === left);
      if (!isParent) continue;
      path.unshift(entry.key ?? 0);
      left = entry.column;
      isDash = entry.key === undefined;
    }
  }
  return path;
}

/** The keys at one column, upwards and downwards, until something stands further left. */
function siblings(column: number, above: readonly string[], below: readonly string[]): Set<string> {
  const keys = new Set<string>();
  const collect = (lines: readonly string[], withDash: boolean): void => {
    for (const line of lines) {
      if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
      const isOutside = indentOf(line) < column;
      const key = lineEntries(line).find((entry) => entry.column === column && entry.key !== undefined)?.key;
      // Upwards the line of the dash holds the first key of the mapping; downwards it begins the next item.
      if (key !== undefined && (!isOutside || withDash)) keys.add(key);
      if (isOutside) return;
    }
  };
  collect(above, true);
  collect(below, false);
  return keys;
}

/** Lines above the cursor, nearest first. */
function linesAbove(text: string, lineStart: number): string[] {
  const lines: string[] = [];
  let end = lineStart - 1;
  while (end >= 0 && lines.length < farthest) {
    const start = end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
    lines.push(text.slice(start, end).replace(/\r$/, ''));
    end = start - 1;
  }
  return lines;
}

function linesBelow(text: string, lineEnd: number): string[] {
  const lines: string[] = [];
  let start = text.indexOf('\n', lineEnd) + 1;
  while (start > 0 && start < text.length && lines.length < farthest) {
    const end = text.indexOf('\n', start);
    lines.push(text.slice(start, end < 0 ? text.length : end).replace(/\r$/, ''));
    start = end + 1;
  }
  return lines;
}

/** The nearest line above that stands further left decides: its header makes a block scalar of what is indented below it. */
function isInBlockScalar(before: string, above: readonly string[]): boolean {
  let left = before.trim() === '' ? before.length : indentOf(before);
  for (const line of above) {
    if (line.trim() === '' || indentOf(line) >= left) continue;
    const last = lineEntries(line).at(-1);
    if (last !== undefined && isBlockHeader(last.rest) && last.column < left) return true;
    left = indentOf(line);
    if (left === 0) return false;
  }
  return false;
}

function endOfLine(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  const end = at < 0 ? text.length : at;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** A value runs to the line's end or to a comment. */
function valueEnd(text: string, offset: number, lineEnd: number): number {
  const rest = text.slice(offset, lineEnd);
  const comment = rest.search(/\s+#/);
  return offset + (comment < 0 ? rest : rest.slice(0, comment)).trimEnd().length;
}

function wordEnd(text: string, offset: number, lineEnd: number): number {
  return offset + (/^[^\s:#,}\]]*/.exec(text.slice(offset, lineEnd))?.[0].length ?? 0);
}
