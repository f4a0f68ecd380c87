import { isAlias, isMap, isScalar, isSeq, type Alias, type Node, type Pair } from 'yaml';
import type { OffsetRange } from '../finding.ts';
import { keyText } from './parsedItem.ts';
import type { PlanItem } from './placedItems.ts';
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

/** The pieces that hold the entries of one list or mapping. */
interface Group {
  readonly items: PlanItem[];
  /** For a mapping: the piece of each key. A list's pieces are found by their place. */
  readonly byName: Map<string, PlanItem>;
}

/** Which piece holds which of the plan's keys, and which entry of those that are in pieces. */
export interface Places {
  /** The plan's only piece, where the plan is no mapping. */
  readonly whole: PlanItem | undefined;
  readonly top: ReadonlyMap<string, PlanItem>;
  readonly groups: ReadonlyMap<string, Group>;
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
    if (parent === undefined) {
      // A key that stands twice: the later one counts, and nothing of the earlier one is left for its entries to be added to.
      for (const name of item.parsed.names) Reflect.deleteProperty(value, name);
      Object.assign(value, own);
    } else if (own !== undefined) value[String(parent)] = joined(value[String(parent)], own);
  }
  return value;
}

/** Finds out which piece holds what, and keys that stand in two pieces. */
export function assemblePlaces(items: readonly PlanItem[]): { duplicates: SyntaxProblem[]; places: Places } {
  const [first] = items;
  if (first === undefined || (items.length === 1 && !isMap(first.parsed.tree?.contents))) return { duplicates: [], places: { whole: first, top: new Map(), groups: new Map() } };
  const top = new Map<string, PlanItem>();
  const groups = new Map<string, Group>();
  const duplicates: SyntaxProblem[] = [];
  for (const item of items) {
    const [parent] = item.path;
    let names = top;
    if (parent !== undefined) {
      const group = groups.get(String(parent)) ?? { items: [], byName: new Map<string, PlanItem>() };
      groups.set(String(parent), group);
      group.items.push(item);
      names = group.byName;
    }
    for (const name of item.parsed.names) {
      // Of a key that stands twice the later one counts, be it in pieces or not: the entries of the earlier one are none of the plan's.
      if (parent === undefined) groups.delete(name);
      // Within one piece the parser itself has told it.
      if (names.has(name)) duplicates.push(duplicateKey(keyRangeOf(within(rootOf(item), [name])) ?? { start: item.start, end: item.start }));
      names.set(name, item);
    }
  }
  return { duplicates, places: { whole: undefined, top, groups } };
}

function rootOf({ parsed, start }: PlanItem): Entry {
  const contents = parsed.tree?.contents ?? undefined;
  return { key: undefined, value: contents, written: contents, start, targets: parsed.targets };
}

/**
 * `before` was made here from the pieces before this one (a header's own value is null), so it may be added to. A piece whose YAML is
 * broken can be of another kind than the others; it is left out.
 */
function joined(before: unknown, piece: unknown): unknown {
  if (typeof piece !== 'object' || piece === null) return before;
  const isList = Array.isArray(piece);
  if (typeof before !== 'object' || before === null) return isList ? [...(piece as unknown[])] : Object.assign(Object.create(null) as object, piece);
  if (isList && Array.isArray(before)) for (const item of piece as unknown[]) before.push(item);
  else if (!isList && !Array.isArray(before)) Object.assign(before, piece);
  return before;
}

function spanOf(items: readonly PlanItem[]): OffsetRange | undefined {
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const [from, to] = [rangeOfNode(rootOf(first).value, first.start), rangeOfNode(rootOf(last).value, last.start)];
  return from === undefined ? undefined : { start: from.start, end: to?.end ?? from.end };
}

/** The entry at a path, aliases followed. `items` are all pieces of the plan. */
export function findEntry(items: readonly PlanItem[], { whole, top, groups }: Places, path: PlanPath): Entry | undefined {
  const [name, second] = path;
  if (whole !== undefined) return within(rootOf(whole), path);
  if (name === undefined) return withSpan({ key: undefined, value: undefined, written: undefined, start: 0, targets: new Map() }, items);
  const group = groups.get(String(name));
  if (group === undefined || second === undefined) {
    const item = top.get(String(name));
    const entry = item === undefined ? undefined : within(rootOf(item), path);
    return entry === undefined || group === undefined ? entry : withSpan(entry, group.items);
  }
  const item = itemOfGroup(group, second);
  return item === undefined ? undefined : within(rootOf(item), typeof second === 'number' ? [second - item.offset, ...path.slice(2)] : path.slice(1));
}

/** The piece that holds the value at a path, which names a key of the plan or an entry of it; undefined where there is none. */
export function findItem({ whole, top, groups }: Places, path: PlanPath): PlanItem | undefined {
  const name = path[0];
  const second = path[1];
  if (whole !== undefined || name === undefined) return whole;
  const group = second === undefined ? undefined : groups.get(String(name));
  if (group === undefined || second === undefined) return top.get(String(name));
  return itemOfGroup(group, second);
}

function itemOfGroup({ items, byName }: Group, part: string | number): PlanItem | undefined {
  if (typeof part === 'string') return byName.get(part);
  const item = items[part];
  // A piece whose YAML is broken may hold several items.
  return item?.offset === part ? item : items.findLast(({ offset }) => offset <= part);
}

/** The entry at a path that leads into the piece. */
export function entryInItem(item: PlanItem, path: PlanPath): Entry | undefined {
  const { path: above, offset } = item;
  if (path.length <= above.length || above.some((part, index) => path[index] !== part)) return path.length === 0 && above.length === 0 ? rootOf(item) : undefined;
  const [first, ...rest] = path.slice(above.length);
  return within(rootOf(item), typeof first === 'number' ? [first - offset, ...rest] : path.slice(above.length));
}

function withSpan(entry: Entry, items: readonly PlanItem[]): Entry {
  const span = spanOf(items);
  return span === undefined ? entry : { ...entry, span };
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

export function keyRangeOf(entry: Entry | undefined): OffsetRange | undefined {
  return entry === undefined ? undefined : rangeOfNode(entry.key, entry.start);
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
