/**
 * What the parser makes of a script at a cursor. A word is put at the cursor and the text behind it is left out, so that the tree holds
 * the unfinished piece as what it would become, however broken the rest may be: `Get-Mailbox -`, `@{ Name = `, `"$(Get-`.
 */
import { childrenOf, parseScript } from './parser/index.ts';
import type { Node, ParsedScript } from './parser/index.ts';

/** Letters only, so that it goes on with any word, and nobody's name. */
const mark = 'zzCursorzz';

/** No script of a plan is longer; what is, is not read at every key stroke. */
const longest = 200_000;

export interface Cursor {
  readonly text: string;
  /** Inside the text. */
  readonly offset: number;
  /** The nodes around the cursor, outermost first; positions up to the cursor are those of the text. Empty in a script that is too long. */
  readonly path: readonly Node[];
  /** The parser did not expect the node where it begins; what is merely still open does not count. */
  readonly isMisplaced: (node: Node) => boolean;
  /** The whole script, read when it is first asked for. */
  readonly whole: () => ParsedScript;
}

export function cursorAt(text: string, offset: number): Cursor {
  const at = Math.min(Math.max(offset, 0), text.length);
  const isLong = text.length > longest;
  const marked = isLong ? '' : text.slice(0, at) + mark;
  const { tree, errors } = parseScript(marked);
  const path = isLong ? [] : nodesAround(tree, at, marked.length);
  let whole: ParsedScript | undefined;
  return {
    text,
    offset: at,
    path,
    isMisplaced: ({ start }) => {
      const before = text.slice(0, start).trimEnd().length;
      return errors.some((error) => error.start >= before && error.start <= start && !/^(?:MissingEnd|Terminator)/.test(error.id));
    },
    whole: () => (whole ??= parseScript(isLong ? '' : text)),
  };
}

/** What the marked text says of a name, without the mark. */
export function unmarked(name: string): string {
  return name.endsWith(mark) ? name.slice(0, -mark.length) : name;
}

/** From the outermost to the innermost. Only nodes that hold the place are looked into, so that a long script costs little. */
function nodesAround(root: Node, start: number, end: number): Node[] {
  const path: Node[] = [];
  for (let node: Node | undefined = root; node !== undefined; node = childrenOf(node).findLast((child) => child.start <= start && child.end >= end)) path.push(node);
  return path;
}

/** The node of that kind that begins at the same place in the whole script; undefined where the rest of the text makes something else of it. */
export function inWhole<Kind extends Node['kind']>({ whole }: Cursor, kind: Kind, start: number): Extract<Node, { readonly kind: Kind }> | undefined {
  const open: Node[] = [whole().tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === kind && node.start === start) return node as Extract<Node, { readonly kind: Kind }>;
    for (const child of childrenOf(node).reverse()) if (child.start <= start && start <= child.end) open.push(child);
  }
  return undefined;
}
