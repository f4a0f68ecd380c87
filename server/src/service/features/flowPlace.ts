import type { PlanPath } from '../plan/planPath.ts';
import { blockPlaceAt } from './blockPlace.ts';
import type { Place } from './placeAt.ts';
import { lineEntries } from './planLine.ts';

/** A flow collection that begins further up than this is not looked for. */
const mostLines = 40;

interface Open {
  readonly bracket: '{' | '[';
  readonly keys: Set<string>;
  key: string | undefined;
  start: number;
}

/** The cursor's place inside brackets or braces; undefined outside of them. */
export function flowPlaceAt(text: string, offset: number): Place | undefined {
  let lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  for (let lines = 0; lines < mostLines; lines++) {
    const line = text.slice(lineStart, Math.max(offset, lineStart));
    const firstLine = line.split('\n', 1)[0] ?? '';
    const entry = lineEntries(firstLine).at(-1);
    if (entry !== undefined && /^[{[]/.test(entry.rest)) return inside(text, lineStart + entry.restColumn, offset);
    if (lineStart === 0) return undefined;
    lineStart = text.lastIndexOf('\n', lineStart - 2) + 1;
  }
  return undefined;
}

function inside(text: string, from: number, offset: number): Place | undefined {
  const stack = openAt(text, from, offset);
  const top = stack.at(-1);
  if (top === undefined) return undefined;
  // What leads to the opening bracket is the value of a block entry.
  const outer = blockPlaceAt(text, from);
  if (outer === undefined) return undefined;
  const path: PlanPath = [...outer.path, ...stack.flatMap(step)];
  const end = offset + (/^[^\s:#,}\]]*/.exec(text.slice(offset, offset + 500))?.[0].length ?? 0);
  const kind = top.bracket === '[' ? 'item' : top.key === undefined ? 'key' : 'value';
  for (const key of keysBehind(text, end)) top.keys.add(key);
  return { path, kind, existing: top.bracket === '{' ? top.keys : new Set(), replace: { start: top.start, end }, column: 0, flow: true };
}

function step(open: Open): (string | number)[] {
  if (open.bracket === '[') return [0];
  return open.key === undefined ? [] : [open.key];
}

/** The brackets that are open at the cursor, outermost first, each with the keys it has so far. */
function openAt(text: string, from: number, offset: number): Open[] {
  const stack: Open[] = [];
  let at = from;
  while (at < offset) {
    const character = text[at] ?? '';
    const top = stack.at(-1);
    const quoted = character === '"' || character === "'" ? text.indexOf(character, at + 1) : -1;
    if (quoted > 0 && quoted < offset) {
      at = quoted + 1;
      continue;
    }
    at += 1;
    if (character === '{' || character === '[') stack.push({ bracket: character, keys: new Set(), key: undefined, start: at });
    else if (character === '}' || character === ']') {
      stack.pop();
      if (stack.length === 0) return [];
    } else if (top === undefined) continue;
    else if (character === ',') [top.key, top.start] = [undefined, at];
    else if (character === ':' && /[\s]/.test(text[at] ?? ' ') && top.bracket === '{' && top.key === undefined) {
      top.key = text.slice(top.start, at - 1).trim();
      top.keys.add(top.key);
      top.start = at;
    }
    const now = stack.at(-1);
    // Blanks before a key or value belong to neither.
    if (now !== undefined && text.slice(now.start, at).trim() === '') now.start = at;
  }
  const top = stack.at(-1);
  if (top !== undefined) while (top.start < offset && /\s/.test(text[top.start] ?? '')) top.start += 1;
  return stack;
}

/** Keys of the same braces behind the cursor, up to their end or to a bracket that opens. */
function keysBehind(text: string, from: number): string[] {
  const rest = /^[^{}[\]\n]*/.exec(text.slice(from, from + 2000))?.[0] ?? '';
  return [...rest.matchAll(/,\s*([A-Za-z0-9_-]+)\s*:/g)].map((match) => match[1] ?? '');
}
