import { backtick, isDoubleQuote } from './characters.ts';
import type { Node } from './nodes.ts';
import type { Checked } from './semanticChecks.ts';

/** The text of a subexpression as PowerShell reads it, and where each of its units (and its end) stands in the script. */
export interface UnescapedText {
  readonly text: string;
  readonly places: readonly number[];
}

/**
 * Inside a string's `$(…)` a quote may still be written as the string around it would want it: `"$(Get-User `"a b`")"` and `"$(Get-User ""a b"")"`
 * call with `"a b"`. PowerShell takes the backtick or the second quote away before it reads what is inside. Undefined where there is nothing to take away.
 */
export function unescapedQuotes(script: string, start: number, end: number): UnescapedText | undefined {
  if (!hasEscapedQuote(script, start, end)) return undefined;
  let text = '';
  const places: number[] = [];
  for (let at = start; at < end; at++) {
    places.push(at);
    const isEscape = (script.charCodeAt(at) === backtick || isDoubleQuote(script.charCodeAt(at))) && at + 1 < end && isDoubleQuote(script.charCodeAt(at + 1));
    if (isEscape) at++;
    text += script.charAt(at);
  }
  places.push(end);
  return { text, places };
}

function hasEscapedQuote(script: string, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++) {
    if (isDoubleQuote(script.charCodeAt(at)) && (script.charCodeAt(at - 1) === backtick || isDoubleQuote(script.charCodeAt(at - 1)))) return true;
  }
  return false;
}

/** A part of a tree whose offsets are those of another text. */
interface Placed {
  start: number;
  end: number;
  nameEnd?: number;
}

/** Moves nodes and all below them to where they stand in the script, each once. */
export function moveNodes(nodes: readonly (Node | Checked)[], places: readonly number[]): void {
  const moved = new Set<object>();
  const open: unknown[] = [...nodes];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null || moved.has(next)) continue;
    moved.add(next);
    for (const below of Object.values(next)) if (typeof below === 'object') open.push(below);
    if ('start' in next && 'end' in next) move(next as Placed, places);
  }
}

function move(node: Placed, places: readonly number[]): void {
  node.start = placeOf(node.start, places);
  node.end = placeOf(node.end, places);
  if (node.nameEnd !== undefined) node.nameEnd = placeOf(node.nameEnd, places);
}

export function placeOf(at: number, places: readonly number[]): number {
  return places[Math.min(at, places.length - 1)] ?? at;
}
