import { backtick, isDoubleQuote } from './characters.ts';
import type { Span } from './lexer.ts';
import type { Node } from './nodes.ts';
import { Parser } from './parser.ts';
import { walk } from './walk.ts';

/**
 * Between `$(` and `)` inside double quotes, a double quote may be written twice, or behind a backtick, as it must be in the rest of the string:
 * `"$($table[""key""])"`. Undefined where none is.
 */
function collapse(text: string, start: number, end: number): { readonly text: string; readonly dropped: readonly number[] } | undefined {
  const dropped: number[] = [];
  let kept = '';
  let from = start;
  for (let at = start; at + 1 < end; at++) {
    const code = text.charCodeAt(at);
    if ((code !== backtick && !isDoubleQuote(code)) || !isDoubleQuote(text.charCodeAt(at + 1))) continue;
    kept += text.slice(from, at);
    dropped.push(at);
    from = at + 1;
    at++;
  }
  return dropped.length === 0 ? undefined : { text: kept + text.slice(from, end), dropped };
}

type Place = { -readonly [K in keyof Span]: Span[K] };

/** Reads with its own parser what such a subexpression collapses to; what it finds is moved to where it stands in the text. */
export function parseCollapsed<T extends Node>(p: Parser, start: number, end: number, read: (inner: Parser) => readonly T[]): { readonly nodes: readonly T[]; readonly end: number } | undefined {
  const collapsed = collapse(p.lexer.text, start, end);
  if (collapsed === undefined) return undefined;
  const inner = new Parser(collapsed.text, 0, collapsed.text.length, { errors: [], seen: new Set(), comments: [], newer: [], checked: [], requires: [] }, p.depth);
  const nodes = read(inner);
  const behind = placeOf(collapsed.dropped, start);
  // A place begins at what was dropped before it, and ends where its last character does.
  const original = (at: number): number => (at > 0 ? behind(at - 1) + 1 : start);
  const move = (place: Place): void => {
    place.start = original(place.start);
    place.end = original(place.end);
  };
  for (const node of nodes) walk(node, (each) => moveNode(each, move, original));
  const { errors, comments, newer, checked, requires } = inner.findings;
  for (const each of errors) p.lexer.report(each.id, original(each.start), original(each.end), each.incomplete);
  for (const each of newer) p.lexer.noteNewer(each.what, original(each.start), original(each.end));
  for (const each of comments) p.findings.comments.push({ start: original(each.start), end: original(each.end) });
  for (const each of requires) p.findings.requires.push({ start: original(each.start), end: original(each.end) });
  for (const each of checked) p.findings.checked.push(each);
  return { nodes, end: original(inner.lastEnd) };
}

function moveNode(node: Node, move: (place: Place) => void, original: (at: number) => number): void {
  move(node);
  if (node.kind === 'CommandParameter') (node as { nameEnd: number }).nameEnd = original(node.nameEnd);
  if (node.kind === 'Attribute') for (const each of node.named) move(each);
}

/** What stands at an offset of the collapsed text, as an offset of the whole one. */
function placeOf(dropped: readonly number[], start: number): (at: number) => number {
  return (at) => {
    let [low, high] = [0, dropped.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((dropped[middle] ?? Infinity) - middle - start <= at) low = middle + 1;
      else high = middle;
    }
    return start + at + low;
  };
}
