import { isAlias, isMap, isScalar, isSeq, type Alias, type Node, type Pair } from 'yaml';
import type { OffsetRange } from '../finding.ts';
import { keyText } from './parsedItem.ts';
import type { PlanItem } from './planDocument.ts';
import type { PlanPath } from './planPath.ts';
import { duplicateKey, type SyntaxProblem } from './syntaxProblems.ts';

/** A key of the plan, or an item of a list in it, and the offset that its nodes count from. */
export interface Entry {
  readonly key: Node | undefined;
  readonly value: Node | undefined;
  readonly written: Node | undefined;
  readonly start: number;
  /** For a value in pieces: from the first to the last. */
  readonly span?: OffsetRange;
  readonly targets: ReadonlyMap<Alias, Node>;
}

/** Where the plan's top-level keys, and the entries of those that are in pieces, are to be found. */
export interface Places {
  /** The plan's own value where it is in one piece and no mapping. */
  readonly root: Entry | undefined;
  readonly span: OffsetRange | undefined;
  readonly top: ReadonlyMap<string, Entry>;
  readonly children: ReadonlyMap<string, ReadonlyMap<string, Entry>>;
}

/** Puts the values of a plan's pieces together; a piece whose value is undefined is left out. */
export function assembleValue(items: readonly PlanItem[], valueOf: (item: PlanItem) => unknown): unknown {
  const [first] = items;
  if (first === undefined) return null;
  if (items.length === 1 && !isMap(first.parsed.tree?.contents)) return valueOf(first);
  const value = Object.create(null) as Record<string, unknown>;
  for (const item of items) {
    const [parent] = item.path;
    const own = valueOf(item);
    if (parent === undefined) Object.assign(value, own);
    else if (own !== undefined) value[String(parent)] = joined(value[String(parent)], own);
  }
  return value;
}

/** Finds where the entries of a plan's pieces stand, and keys that stand in two of them. */
export function assemblePlaces(items: readonly PlanItem[]): { duplicates: SyntaxProblem[]; places: Places } {
  const [first] = items;
  const contents = first?.parsed.tree?.contents;
  if (first === undefined || (items.length === 1 && !isMap(contents))) {
    const root: Entry = { key: undefined, value: contents ?? undefined, written: contents ?? undefined, start: 0, targets: first?.parsed.targets ?? new Map() };
    return { duplicates: [], places: { root, span: undefined, top: new Map(), children: new Map() } };
  }
  const top = new Map<string, Entry>();
  const children = new Map<string, Map<string, Entry>>();
  const duplicates: SyntaxProblem[] = [];
  for (const item of items) {
    const [parent] = item.path;
    const node = item.parsed.tree?.contents;
    const entries = parent === undefined ? top : (children.get(String(parent)) ?? new Map<string, Entry>());
    if (parent !== undefined) children.set(String(parent), entries);
    for (const [name, entry] of entriesOf(item, node)) {
      // Within one piece the parser itself has told it.
      if (entries.has(name) && entries.get(name)?.start !== entry.start && entry.key !== undefined) duplicates.push(duplicateKey(rangeOfNode(entry.key, entry.start) ?? { start: item.start, end: item.start }));
      entries.set(name, entry);
    }
    const above = parent === undefined ? undefined : top.get(String(parent));
    if (parent !== undefined && above !== undefined && isMapOrSeq(node)) top.set(String(parent), { ...above, span: spanWith(above.span, rangeOfNode(node, item.start)) });
  }
  const last = items.at(-1);
  const ends = [rangeOfNode(contents ?? undefined, 0), rangeOfNode(last?.parsed.tree?.contents ?? undefined, last?.start ?? 0)];
  const span = { start: ends[0]?.start ?? 0, end: ends[1]?.end ?? ends[0]?.end ?? 0 };
  return { duplicates, places: { root: undefined, span, top, children } };
}

function entriesOf(item: PlanItem, node: Node | null | undefined): [string, Entry][] {
  const { start, offset, parsed } = item;
  const { targets } = parsed;
  const follow = (at: Node | null | undefined): Node | undefined => (isAlias(at) ? targets.get(at) : (at ?? undefined));
  if (isMap(node)) {
    return (node.items as Pair<Node, Node | null>[]).flatMap(({ key, value }): [string, Entry][] => {
      const name = keyText(key);
      return name === undefined ? [] : [[name, { key, value: follow(value), written: value ?? undefined, start, targets }]];
    });
  }
  if (isSeq(node)) return (node.items as Node[]).map((each, index): [string, Entry] => [String(offset + index), { key: undefined, value: follow(each), written: each, start, targets }]);
  return [];
}

/** `before` was made here from the pieces before this one (a header's own value is null), so it may be added to. */
function joined(before: unknown, piece: unknown): unknown {
  if (Array.isArray(piece)) {
    const list: unknown[] = Array.isArray(before) ? (before as unknown[]) : [];
    list.push(...(piece as unknown[]));
    return list;
  }
  return Object.assign(typeof before === 'object' && before !== null ? before : (Object.create(null) as object), piece);
}

function isMapOrSeq(node: Node | null | undefined): node is Node {
  return isMap(node) || isSeq(node);
}

function spanWith(span: OffsetRange | undefined, more: OffsetRange | undefined): OffsetRange {
  return { start: span?.start ?? more?.start ?? 0, end: more?.end ?? span?.end ?? 0 };
}

/** The entry at a path, aliases followed. */
export function findEntry({ root, span, top, children }: Places, path: PlanPath): Entry | undefined {
  const [name, second] = path;
  if (name === undefined) return root ?? { key: undefined, value: undefined, written: undefined, start: 0, targets: new Map(), ...(span === undefined ? {} : { span }) };
  const entry = root === undefined ? top.get(String(name)) : within(root, [name]);
  if (entry === undefined || second === undefined) return entry;
  const parts = root === undefined ? children.get(String(name)) : undefined;
  if (parts === undefined) return within(entry, path.slice(1));
  const child = parts.get(String(second));
  return child === undefined ? undefined : within(child, path.slice(2));
}

/** Goes down inside one piece. */
function within(from: Entry, path: PlanPath): Entry | undefined {
  const { start, targets } = from;
  let entry = from;
  for (const part of path) {
    const { value: node } = entry;
    let key: Node | undefined;
    let written: Node | null | undefined;
    if (isMap(node)) {
      const pair = (node.items as Pair<Node, Node | null>[]).findLast((item) => keyText(item.key) === String(part));
      if (pair === undefined) return undefined;
      ({ key, value: written } = pair);
    } else if (isSeq(node)) {
      written = node.items[Number(part)] as Node | undefined;
      if (written === undefined) return undefined;
    } else return undefined;
    entry = { key, value: isAlias(written) ? targets.get(written) : (written ?? undefined), written: written ?? undefined, start, targets };
  }
  return entry;
}

/** Where an entry's value stands; where there is none, its key, or the dash of a list item. */
export function valueRangeOf(entry: Entry): OffsetRange | undefined {
  return rangeOfNode(entry.written, entry.start) ?? entry.span ?? rangeOfNode(entry.key, entry.start) ?? dashRange(entry);
}

export function keyRangeOf(entry: Entry): OffsetRange | undefined {
  return rangeOfNode(entry.key, entry.start);
}

/** A node's range without what follows it; undefined for the empty value that YAML puts behind a lone key. */
function rangeOfNode(node: Node | undefined, base: number): OffsetRange | undefined {
  if (!node?.range) return undefined;
  const [start, end] = node.range;
  if (start === end && isScalar(node)) return undefined;
  return { start: base + start, end: base + end };
}

/** The dash of a list item that has no value: YAML puts the empty value right behind it. */
function dashRange({ written, start }: Entry): OffsetRange | undefined {
  return written?.range ? { start: start + Math.max(written.range[0] - 1, 0), end: start + written.range[0] } : undefined;
}
