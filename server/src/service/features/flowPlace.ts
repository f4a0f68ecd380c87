import { blockPath } from './blockPlace.ts';
import { flowCursor, type FlowCursor } from './flowCursor.ts';
import type { Follows, Place } from './placeAt.ts';
import { commentStart, lineEntries, propertiesLength } from './planLine.ts';
import { lineAt, linesAbove, type TextLine } from './surroundingLines.ts';
import { writtenAt } from './writtenScalar.ts';

/** Lines above the cursor in which brackets may open, outside of a plan that is all in braces. */
const mostLines = 2000;
/** Brackets that are tried, from the outermost. */
const mostOpenings = 20;

/** A bracket or brace at which a collection may begin, and the column that all of its lines must exceed. */
interface Opening {
  readonly from: number;
  readonly threshold: number;
}

/** The cursor's place inside brackets or braces. `outside` of them; undefined where nothing can be written inside. */
export function flowPlaceAt(text: string, offset: number): Place | 'outside' | undefined {
  const line = lineAt(text, offset);
  for (const { from, threshold } of openings(text, line, offset)) {
    const found = flowCursor(text, from, offset, threshold);
    if (found === undefined) continue;
    const column = offset - line.start;
    const isLeft = from < line.start && line.isEmpty && column <= threshold;
    // Brackets without end do not hold what is written at or left of the column where they belong to.
    if (isLeft && (found === 'nothing' || !found.isClosed)) continue;
    const outer = blockPath(text, from);
    if (outer === undefined) continue;
    // Nothing may stand that far left, nor can more be written into the indentation of a line that holds an entry.
    const isIndentation = from < line.start && !line.isEmpty && column < line.indent && (column <= threshold || !/[\]}]/.test(text[line.start + line.indent] ?? ''));
    return found === 'nothing' || isLeft || isIndentation ? undefined : placeIn(text, offset, line, found, [...outer, ...found.path]);
  }
  return 'outside';
}

function placeIn(text: string, offset: number, line: TextLine, found: FlowCursor, path: Place['path']): Place | undefined {
  const written = writtenAt(text, Math.max(found.start, line.start), offset, line.end, found.kind === 'key' ? 'key' : 'value', true);
  if (written === undefined) return undefined;
  const others = found.keys.filter(({ start }) => start !== found.start);
  const { replace, quote, isClosed } = written;
  return {
    ...written,
    path,
    kind: found.kind,
    existing: new Set(found.kind === 'key' ? others.map(({ name }) => name) : []),
    follows: followsEntry(text, replace.end + (quote !== undefined && isClosed ? 1 : 0), found.end, quote !== undefined),
    lead: quote === undefined && /[:,]/.test(text[replace.start - 1] ?? '') ? ' ' : '',
    column: 0,
    flow: true,
    quotesKeys: found.keys.some(({ isQuoted }) => isQuoted),
  };
}

/** The brackets that may be open at the cursor, outermost first. */
function openings(text: string, line: TextLine, offset: number): Opening[] {
  const found: Opening[] = [];
  const whole = /^\uFEFF?(?:\s+|#[^\n]*\n|---\s)*(?=\{)/.exec(text.slice(0, 2000));
  const own = openingOf(text, line, Math.min(line.end, offset));
  if (own !== undefined) found.push(own);
  // The least indentation of the lines between: a collection ends before a line that is not deeper than what holds it.
  let least = line.isEmpty ? Infinity : indentInside(text, line);
  let count = 0;
  for (const above of linesAbove(text, line.start)) {
    // A dash begins an item in block style; nothing further up is in brackets that are still open.
    if (least <= 0 || count++ > mostLines || (line.isEmpty ? false : text.startsWith('- ', line.start + line.indent))) break;
    const opening = openingOf(text, above, above.end);
    if (opening !== undefined && opening.threshold < least) found.push(opening);
    least = Math.min(least, indentInside(text, above));
    if (text.startsWith('- ', above.start + above.indent)) break;
  }
  if (whole !== null && whole[0].length < offset) found.push({ from: whole[0].length, threshold: -1 });
  return found.reverse().slice(0, mostOpenings);
}

/** A closing bracket may stand at the very column of what holds the collection. */
function indentInside(text: string, { start, indent }: TextLine): number {
  return /[\]}]/.test(text[start + indent] ?? '') ? indent + 1 : indent;
}

/** The collection that begins on a line, behind its last dash or colon or at its beginning. */
function openingOf(text: string, line: TextLine, end: number): Opening | undefined {
  const content = text.slice(line.start, end);
  const entry = lineEntries(content).at(-1);
  const column = entry?.restColumn ?? line.indent;
  const rest = content.slice(column);
  const properties = propertiesLength(rest);
  if (!/^[[{]/.test(rest.slice(properties)) || commentStart(rest) === 0) return undefined;
  const from = line.start + column + properties;
  if (entry !== undefined) return { from, threshold: entry.column };
  const holder = line.indent === 0 ? undefined : linesAbove(text, line.start).next().value;
  return { from, threshold: holder === undefined ? -1 : Math.min(holder.indent, line.indent - 1) };
}

/** What stands behind a key or item, up to the end of its brackets. */
function followsEntry(text: string, from: number, end: number, isQuoted: boolean): Follows {
  const behind = text.slice(from, Math.max(from, end));
  if (isQuoted ? /^\s*:/.test(behind) : /^[ \t]*:(?:[\s,[\]{}]|$)/.test(behind)) return 'colon';
  const next = /^(?:\s+|(?<=\s)#[^\r\n]*)*/.exec(behind)?.[0].length ?? 0;
  return behind[next] === undefined || behind[next] === ',' ? 'nothing' : 'entry';
}
