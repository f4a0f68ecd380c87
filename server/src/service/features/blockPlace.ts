import type { PlanPath } from '../plan/planPath.ts';
import type { Follows, Place } from './placeAt.ts';
import { commentStart, hasValue, indentOf, isBlockHeader, lineEntries, type LineEntry } from './planLine.ts';
import { lineAt, linesAbove, linesBelow, type TextLine } from './surroundingLines.ts';
import { writtenAt } from './writtenScalar.ts';

/** The cursor's place in block style. */
export function blockPlaceAt(text: string, offset: number): Place | undefined {
  const line = lineAt(text, offset);
  const before = text.slice(line.start, offset);
  const entries = lineEntries(before);
  const last = entries.at(-1);
  const own = entries.filter(({ key }) => key === undefined);
  // The value of an explicit key, `? key` above, is not followed up to it.
  if (/^ *:(?: |$)/.test(before)) return undefined;
  if (isInBlockScalar(text, line, before) || commentStart(before.slice(last?.restColumn ?? indentOf(before))) !== undefined) return undefined;

  const kind = last?.key !== undefined ? 'value' : own.length > 0 ? 'item' : 'key';
  const from = line.start + (last?.restColumn ?? indentOf(before));
  const written = writtenAt(text, from, offset, line.end, kind === 'value' ? 'value' : 'key', false);
  if (written === undefined) return undefined;
  // Directly behind a colon or a dash YAML wants a blank.
  const lead = last !== undefined && written.quote === undefined && /[:-]/.test(text[written.replace.start - 1] ?? '') ? ' ' : '';
  const shared = { ...written, kind, lead, flow: false, quotesKeys: false } as const;
  const column = (last?.key === undefined ? from - line.start : last.column) + lead.length;
  const climbed = climb(text, line, last?.key === undefined ? column : last.column, own);
  if (climbed === undefined) return undefined;
  if (last?.key !== undefined) return { ...shared, path: [...climbed.path, last.key], existing: new Set(), follows: 'text', column };

  const isBlank = before.trim() === '' && /^\s*(?:#|$)/.test(text.slice(offset, line.end));
  const left = own.at(-1)?.column ?? climbed.parentColumn;
  // An anchor before the first key is that key's own, and the keys below could not stand at its column.
  const hasProperties = written.replace.start - (written.quote === undefined ? 0 : 1) > from;
  const follows = hasProperties ? 'text' : followsKey(text, written, line, left, column);
  // Entries of one mapping or list stand at one column; a blank line that parts a key from its entries is no place for a key.
  if (climbed.siblingColumn !== undefined && climbed.siblingColumn !== column) return undefined;
  if (isBlank && follows === 'children') return undefined;
  return { ...shared, path: climbed.path, existing: siblings(text, line, column, own.length === 0), follows: own.length > 0 && follows === 'children' ? 'text' : follows, column };
}

/** The path of a value that begins at an offset, whatever it is: what leads to an opening bracket. Undefined inside a block scalar. */
export function blockPath(text: string, offset: number): PlanPath | undefined {
  const line = lineAt(text, offset);
  const before = text.slice(line.start, offset);
  if (isInBlockScalar(text, line, before)) return undefined;
  const entries = lineEntries(before);
  const last = entries.at(-1);
  const path = climb(text, line, last?.column ?? indentOf(before), entries.filter(({ key }) => key === undefined))?.path;
  return path === undefined || last?.key === undefined ? path : [...path, last.key];
}

interface Climb {
  readonly path: PlanPath;
  /** Column of what holds the mapping or list; -1 at the top. */
  readonly parentColumn: number;
  /** Column of its first entry above the cursor. */
  readonly siblingColumn: number | undefined;
}

/**
 * Climbs from a column to the top: each entry that stands further left and above is a parent. Undefined where the nearest has
 * its value on its own line.
 */
function climb(text: string, line: TextLine, column: number, own: readonly LineEntry[]): Climb | undefined {
  const path: (string | number)[] = own.map(() => 0);
  let left = own[0]?.column ?? column;
  let isDash = own.length > 0;
  let parentColumn = own.at(-1)?.column;
  let siblingColumn: number | undefined;
  for (const above of linesAbove(text, line.start)) {
    if (left === 0 && !isDash) break;
    if (above.indent === 0 && isMarker(text, above)) break;
    if (parentColumn === undefined && above.indent >= left) siblingColumn = above.indent;
    // Deeper lines belong to neighbours; most lines of a long plan are such.
    if (above.indent > left) continue;
    const entries = lineEntries(text.slice(above.start, above.end));
    for (const [index, entry] of [...entries.entries()].reverse()) {
      // A list may stand at the very column of its key.
      const isParent = entry.column < left || (isDash && entry.key !== undefined && entry.column === left);
      if (isDash && entry.key === undefined && entry.column === left) path[0] = Number(path[0]) + 1;
      if (!isParent) continue;
      const next = entries[index + 1];
      if (parentColumn === undefined) {
        if (next === undefined && hasValue(entry)) return undefined;
        [parentColumn, siblingColumn] = [entry.column, next?.column ?? siblingColumn];
      } else if (path.length === own.length && own.length > 0 && next === undefined && hasValue(entry)) return undefined;
      path.unshift(entry.key ?? 0);
      left = entry.column;
      isDash = entry.key === undefined;
    }
  }
  return { path, parentColumn: parentColumn ?? -1, siblingColumn };
}

/** What follows a key that would be written at a column, on its line or below. */
function followsKey(text: string, written: Pick<Place, 'replace' | 'quote' | 'isClosed'>, line: TextLine, parentColumn: number, column: number): Follows {
  const behind = text.slice(written.replace.end + (written.quote !== undefined && written.isClosed ? 1 : 0), line.end);
  if (/^[ \t]*:(?:\s|$)/.test(behind)) return 'colon';
  if (!/^[ \t]*$|^[ \t]+#/.test(behind) && !(behind.startsWith('#') && /\s/.test(text[written.replace.end - 1] ?? ' '))) return 'text';
  const below = linesBelow(text, line.end).next().value;
  if (below === undefined || below.indent <= parentColumn) return 'nothing';
  if (below.indent > column) return 'children';
  if (below.indent < column) return 'text';
  return /^(?:-\s|-$|---|\.\.\.)/.test(text.slice(below.start + below.indent, below.end)) ? 'dash' : 'nothing';
}

/** The keys at one column, upwards and downwards, until something stands further left. */
function siblings(text: string, line: TextLine, column: number, upwards: boolean): Set<string> {
  const keys = new Set<string>();
  const collect = (lines: Iterable<TextLine>, withDash: boolean): void => {
    for (const each of lines) {
      if (each.indent > column) continue;
      const isOutside = each.indent < column;
      if (isOutside && !withDash) return;
      const key = lineEntries(text.slice(each.start, each.end)).find((entry) => entry.column === column && entry.key !== undefined)?.key;
      if (key !== undefined) keys.add(key);
      if (isOutside) return;
    }
  };
  // Upwards the line of the dash holds the first key of the mapping; downwards it begins the next item.
  if (upwards) collect(linesAbove(text, line.start), true);
  collect(linesBelow(text, line.end), false);
  return keys;
}

/** The nearest line above that stands further left decides: its header makes a block scalar of what is indented below it. */
function isInBlockScalar(text: string, line: TextLine, before: string): boolean {
  let left = before.trim() === '' ? before.length : line.indent;
  if (left === 0) return false;
  for (const above of linesAbove(text, line.start)) {
    if (above.indent >= left) continue;
    const last = lineEntries(text.slice(above.start, above.end)).at(-1);
    if (last !== undefined && isBlockHeader(last.rest) && last.column < left) return true;
    left = above.indent;
    if (left === 0) return false;
  }
  return false;
}

/** `---` or `...`: another document begins or this one ends. */
function isMarker(text: string, line: TextLine): boolean {
  return /^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(line.start, line.end));
}
