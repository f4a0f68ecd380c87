import type { OffsetRange } from '../finding.ts';
import { closingQuote, propertiesLength } from './planLine.ts';

/** The key or value that stands at the cursor, or the place of one that is still to be written. */
export interface WrittenScalar {
  /** What a completion replaces: the text inside the quotes, or the whole plain text. On one line, around the cursor. */
  readonly replace: OffsetRange;
  /** The quote that the cursor stands inside of. */
  readonly quote: '"' | "'" | undefined;
  /** False where the quote is not closed on its line. */
  readonly isClosed: boolean;
}

const flowEnd = /^(?:(?![,[\]{}\r\n]|\s#|:(?:\s|$)).)*/;
const blockEnd = /^(?:(?!\s#).)*/;

/**
 * What a completion at `offset` writes over, of a scalar that begins at or behind `from`. Undefined where nothing can be
 * written: inside an anchor or tag, behind a closed quote, before or behind a bracket, before the header of a block.
 */
export function writtenAt(text: string, from: number, offset: number, lineEnd: number, kind: 'key' | 'value', isFlow: boolean): WrittenScalar | undefined {
  const start = from + propertiesLength(text.slice(from, offset));
  // The cursor at the very end of an anchor still writes its name.
  if (start === offset && offset > from && /\S/.test(text[offset - 1] ?? '')) return undefined;
  const behind = text.slice(offset, lineEnd);
  const first = start < offset ? (text[start] ?? '') : (/^\s*(\S)/.exec(behind)?.[1] ?? '');
  if (/[&![{|>]/.test(first) && (kind === 'value' || start < offset || !/^\s/.test(behind))) return undefined;
  if (first === '"' || first === "'") {
    const open = start < offset ? start : offset + behind.indexOf(first);
    const close = closingQuote(text, open, lineEnd);
    if (open < offset) {
      if (close !== undefined && close < offset) return undefined;
      const end = close ?? offset + (/^[^\s:,[\]{}#]*/.exec(behind)?.[0].length ?? 0);
      return { replace: { start: open + 1, end }, quote: first, isClosed: close !== undefined };
    }
    // Directly before the quote all of it is replaced.
    return close === undefined || open > offset ? undefined : { replace: { start, end: close + 1 }, quote: undefined, isClosed: true };
  }
  const pattern = kind === 'key' ? (isFlow ? /^[^\s:,[\]{}]*/ : /^[^\s:]*/) : isFlow ? flowEnd : blockEnd;
  const end = offset + (pattern.exec(behind)?.[0] ?? '').trimEnd().length;
  return { replace: { start, end: behind.startsWith('#') && start === offset ? offset : end }, quote: undefined, isClosed: true };
}
