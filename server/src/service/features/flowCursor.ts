import { closingQuote } from './planLine.ts';
import { lineAt, linesBelow } from './surroundingLines.ts';

/** What a bracket or brace holds that is open at the cursor. */
interface Open {
  readonly bracket: '{' | '[';
  readonly keys: { readonly start: number; readonly name: string; readonly isQuoted: boolean }[];
  key: string | undefined;
  index: number;
}

interface Token {
  readonly start: number;
  /** A closed collection is one too: nothing can be written behind it but a comma. */
  readonly kind: 'plain' | 'quoted' | 'collection';
  readonly end: number;
}

/** The cursor inside of brackets. */
export interface FlowCursor {
  /** Keys and indices from the outermost bracket to the cursor. */
  readonly path: (string | number)[];
  readonly kind: 'key' | 'value' | 'item';
  /** Where the key or value at the cursor begins; the cursor itself where there is none yet. */
  readonly start: number;
  readonly keys: Open['keys'];
  /** False where the brackets at the cursor are not closed before the block goes on. */
  readonly isClosed: boolean;
  /** How far the brackets at the cursor reach. */
  readonly end: number;
}

/** Characters that begin and end nothing inside a plain text. */
const ordinary = /[^\s,[\]{}:#]*/y;

/** How far behind the cursor the end of its brackets is looked for. */
const lookAhead = 20_000;
/** More keys than any mapping of a plan has. */
const mostKeys = 1000;

/**
 * Reads a collection in brackets from its opening to behind the cursor, forgiving what is broken: a quote without end ends with its
 * line, and a line behind the cursor that is not indented more deeply than `threshold` is not in the brackets any more.
 * `nothing`: in a comment, an anchor, or behind something that only a comma can follow. Undefined: not inside.
 */
export function flowCursor(text: string, from: number, offset: number, threshold: number): FlowCursor | 'nothing' | undefined {
  const reach = Math.min(text.length, offset + lookAhead);
  const stack: Open[] = [];
  let token: Token | undefined;
  let cursor: Omit<FlowCursor, 'isClosed' | 'end'> | 'nothing' | undefined;
  let depth = 0;
  let isClosed = false;
  const look = (start: number): void => {
    [cursor, depth] = [cursorOf(stack, start), stack.length];
  };
  const nameKey = (top: Open, token: Token | undefined, end: number): string => {
    const name = nameOf(text, token, end);
    if (top.keys.length < mostKeys) top.keys.push({ start: token?.start ?? end, name, isQuoted: token?.kind === 'quoted' && text[token.start] === '"' });
    return name;
  };
  // `{ a, b }` has two keys without values.
  const endEntry = (top: Open | undefined, end: number): void => {
    if (top?.bracket === '{' && top.key === undefined && token !== undefined && token.kind !== 'collection') nameKey(top, token, end);
  };
  let at = from;
  for (;;) {
    if (cursor === undefined && at >= offset) {
      if (stack.length === 0) return undefined;
      if (token === undefined) look(offset);
      else if (token.kind === 'collection' || (token.kind === 'quoted' && token.end < offset) || token.start < lineAt(text, offset).start) cursor = 'nothing';
      else look(token.start);
    }
    if (cursor === 'nothing') return cursor;
    if (at >= reach) break;
    const character = text[at] ?? '';
    const top = stack.at(-1);
    if (character === ' ') at++;
    else if (/\s/.test(character)) {
      at++;
      if (character === '\n' && at > offset) {
        const line = lineAt(text, at);
        if (!line.isEmpty && line.indent <= threshold && !/[\]}]/.test(text[line.start + line.indent] ?? '')) break;
      }
    } else if (character === '#' && /^\s?$/.test(text[at - 1] ?? '')) {
      const { end } = lineAt(text, at);
      if (cursor === undefined && offset <= end) return 'nothing';
      at = end;
    } else if (token === undefined && (character === '"' || character === "'")) {
      const { end: lineEnd } = lineAt(text, at);
      const end = quotedEnd(text, at, lineEnd, threshold);
      token = { start: at, kind: 'quoted', end };
      // What is written over several lines is left alone.
      if (cursor === undefined && at < offset && offset <= end && end > lineEnd) return 'nothing';
      if (cursor === undefined && at < offset && offset <= end) look(at);
      at = token.end;
    } else if (token === undefined && (character === '&' || character === '!')) {
      const end = at + (/^[^\s,[\]{}]*/.exec(text.slice(at, at + 200))?.[0].length ?? 1);
      if (cursor === undefined && offset > at && offset <= end) return 'nothing';
      at = end;
    } else if (token === undefined && character === '?' && /^\s?$/.test(text[at + 1] ?? '')) {
      // The mark of an explicit key.
      if (cursor === undefined && offset === at + 1) return 'nothing';
      at++;
    } else if (character === '{' || character === '[') {
      stack.push({ bracket: character, keys: [], key: undefined, index: 0 });
      token = undefined;
      at++;
    } else if (character === '}' || character === ']') {
      endEntry(top, at);
      isClosed = cursor !== undefined && stack.length === depth;
      if (isClosed) break;
      stack.pop();
      if (stack.length === 0 && cursor === undefined) return at + 1 > offset ? 'nothing' : undefined;
      token = { start: at, kind: 'collection', end: at + 1 };
      at++;
    } else if (character === ',' && top !== undefined) {
      endEntry(top, at);
      [top.key, top.index, token] = [undefined, top.index + 1, undefined];
      at++;
    } else if (character === ':' && top?.bracket === '{' && top.key === undefined && (token?.kind === 'quoted' || /^[\s,[\]{}]?$/.test(text[at + 1] ?? ''))) {
      top.key = nameKey(top, token, at);
      token = undefined;
      at++;
    } else {
      token ??= { start: at, kind: 'plain', end: at };
      ordinary.lastIndex = at + 1;
      at += 1 + (ordinary.exec(text)?.[0].length ?? 0);
    }
  }
  return cursor === undefined ? undefined : { ...cursor, isClosed, end: at };
}

/** Behind the closing quote, which may stand on a further line of the collection; where there is none, the end of the line. */
function quotedEnd(text: string, open: number, lineEnd: number, threshold: number): number {
  const close = closingQuote(text, open, lineEnd);
  if (close !== undefined) return close + 1;
  let extent = lineEnd;
  for (const line of linesBelow(text, lineEnd)) {
    if (line.indent <= threshold || line.end > open + lookAhead) break;
    extent = line.end;
  }
  return (closingQuote(text, open, extent) ?? lineEnd - 1) + 1;
}

function cursorOf(stack: readonly Open[], start: number): Omit<FlowCursor, 'isClosed' | 'end'> | undefined {
  const top = stack.at(-1);
  if (top === undefined) return undefined;
  const path = stack.flatMap((open): (string | number)[] => (open.bracket === '[' ? [open.index] : open.key === undefined ? [] : [open.key]));
  return { path, kind: top.bracket === '[' ? 'item' : top.key === undefined ? 'key' : 'value', start, keys: top.keys };
}

function nameOf(text: string, token: Token | undefined, colon: number): string {
  if (token === undefined) return '';
  return token.kind === 'quoted' ? text.slice(token.start + 1, token.end - 1) : text.slice(token.start, colon).trim();
}
