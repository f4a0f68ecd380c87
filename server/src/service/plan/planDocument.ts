import { isSeq, type Node } from 'yaml';
import type { OffsetRange } from '../finding.ts';
import { withoutUnfit } from './fitValue.ts';
import { parseItem, type ParsedItem } from './parsedItem.ts';
import { sliceItems } from './planItems.ts';
import type { PlanPath } from './planPath.ts';
import { assemblePlaces, assembleValue, entryInItem, findEntry, findItem, keyRangeOf, valueRangeOf, type Entry } from './planPlaces.ts';
import { planSchema, schemaAt } from './planSchema.ts';
import { readValue } from './planValue.ts';
import { mergeMarker, mostProblems, notYaml, unknownAlias, type SyntaxProblem } from './syntaxProblems.ts';

/** A plan above this size (characters) is not read: no federation needs it, and typing must never wait. */
export const largestPlan = 2_000_000;

/** A piece of a plan in its place. */
export interface PlanItem {
  readonly parsed: ParsedItem;
  /** Where the piece begins; offsets of its nodes count from here. */
  readonly start: number;
  /** What its YAML stands for: the plan itself (`[]`), or the list or mapping whose entry it is, such as `['steps']`. */
  readonly path: PlanPath;
  /** Added to an index in the piece's list: it holds one item of a longer list. */
  readonly offset: number;
  /** The piece as plain data, made when it is first asked for. */
  readonly value: unknown;
  /** The same without null. */
  readonly fit: unknown;
  /** What was made of the piece; it outlives a change elsewhere in the plan. */
  readonly made: { value?: { readonly of: unknown }; fit?: { readonly of: unknown } };
}

/** A node and the offset that its ranges count from. */
export interface PlacedNode {
  readonly node: Node;
  readonly start: number;
}

/** A plan's text, read. Never throws for any text; what is wrong with it stands in `problems`. */
export interface PlanDocument {
  readonly text: string;
  /** False where nothing of the plan could be read, or is worth to be. */
  readonly isRead: boolean;
  readonly items: readonly PlanItem[];
  readonly problems: readonly SyntaxProblem[];
  /** The plan as plain data, as far as it could be read; nothing is checked yet. */
  readonly value: unknown;
  /** The YAML node at a path, aliases followed. Undefined for a list or mapping whose entries are pieces of their own. */
  node(path: PlanPath): PlacedNode | undefined;
  /** The same as it is written: an alias is an alias. */
  written(path: PlanPath): PlacedNode | undefined;
  /** Where a value stands; where there is none, its key; undefined where there is neither. */
  valueRange(path: PlanPath): OffsetRange | undefined;
  /** Where the key of a mapping's entry stands. */
  keyRange(path: PlanPath): OffsetRange | undefined;
  /** The piece that holds the value at a path of one or two parts; undefined where there is none. */
  itemAt(path: PlanPath): PlanItem | undefined;
}

/** Reads a plan. What `previous` has read already of the same text is taken from there, so that a key stroke costs one piece. */
export function parsePlan(text: string, previous?: PlanDocument): PlanDocument {
  if (text.length > largestPlan) return unread(text, notYaml('plan/too-large', text, `The plan has ${text.length} characters; plans up to ${largestPlan} are read. Split it, one plan for each federation.`));
  const marker = mergeMarker(text);
  if (marker !== undefined) return unread(text, marker);
  const known = new Map(previous?.items.map((item) => [item.parsed.text, item]));
  let items = placeItems(text, sliceItems(text), known);
  // An anchor in one piece and its alias in another: they must be read together.
  const unresolved = items.flatMap(({ parsed }) => parsed.unresolved.map(({ name }) => name));
  if (unresolved.some((name) => items.some(({ parsed }) => parsed.anchors.has(name)))) items = placeItems(text, [{ start: 0, end: text.length, kind: 'whole' }], known);
  if (items.some(({ parsed }) => parsed.tree === undefined)) return unread(text, notYaml('plan/too-deep', text, 'The plan is nested too deeply to be read. A plan needs about ten levels; remove the surplus brackets or dashes.'));
  return placedPlan(text, items);
}

function placeItems(text: string, slices: ReturnType<typeof sliceItems>, known: ReadonlyMap<string, PlanItem>): PlanItem[] {
  const items: PlanItem[] = [];
  let parent: PlanPath = [];
  let index = 0;
  for (const { start, end, kind } of slices) {
    const own = text.slice(start, end);
    const before = known.get(own);
    const parsed = before?.parsed ?? parseItem(own);
    if (kind === 'header') [parent, index] = [parsed.names.slice(0, 1), 0];
    const path = kind === 'child' ? parent : [];
    const offset = kind === 'child' ? index : 0;
    // Where its YAML is broken, a piece can hold more items than the one that it was cut for.
    const { contents } = parsed.tree ?? {};
    if (kind === 'child') index += isSeq(contents) ? contents.items.length : 1;
    // The value depends on the text and on the schema of its place.
    const reused = before !== undefined && before.path[0] === path[0] ? before : undefined;
    items.push(new PlacedItem(parsed, start, path, offset, reused?.made ?? {}));
  }
  return items;
}

/** A class for its size: a plan of many lines has thousands of them, made anew with each key stroke. */
class PlacedItem implements PlanItem {
  readonly parsed: ParsedItem;
  readonly start: number;
  readonly path: PlanPath;
  readonly offset: number;
  readonly made: PlanItem['made'];

  /** @param made shared with the versions before and after, so that no item holds the one before it */
  constructor(parsed: ParsedItem, start: number, path: PlanPath, offset: number, made: PlanItem['made']) {
    this.parsed = parsed;
    this.start = start;
    this.path = path;
    this.offset = offset;
    this.made = made;
  }

  get value(): unknown {
    this.made.value ??= { of: readValue(this.parsed.tree?.contents, this.parsed.targets, this.path.length === 0 ? planSchema : schemaAt(this.path)) };
    return this.made.value.of;
  }

  get fit(): unknown {
    this.made.fit ??= { of: withoutUnfit(this.value, [], this.path, this.offset) };
    return this.made.fit.of;
  }
}

function placedPlan(text: string, items: readonly PlanItem[]): PlanDocument {
  const value = assembleValue(items, (item) => item.value);
  const { duplicates, places } = assemblePlaces(items);
  const problems = [...items.flatMap(problemsOf), ...duplicates].slice(0, mostProblems);
  return { text, isRead: true, items, problems, value, itemAt: (path) => findItem(places, path), ...placesOf((path) => findEntry(items, places, path)) };
}

/**
 * One piece of a plan by itself: its text is all the text there is, its offsets count from its beginning, and of paths it knows
 * those that lead into it. What is made of it holds wherever the piece comes to stand.
 */
export function pieceAlone(item: PlanItem): PlanDocument {
  const { parsed, path, offset, made } = item;
  const alone = new PlacedItem(parsed, 0, path, offset, made);
  return {
    text: parsed.text,
    isRead: true,
    items: [alone],
    problems: [],
    get value() {
      return alone.value;
    },
    itemAt: (at) => (entryInItem(alone, at) === undefined ? undefined : alone),
    ...placesOf((at) => entryInItem(alone, at)),
  };
}

function placesOf(entryAt: (path: PlanPath) => Entry | undefined): Pick<PlanDocument, 'node' | 'written' | 'valueRange' | 'keyRange'> {
  return {
    node: (path) => placed(entryAt(path), 'value'),
    written: (path) => placed(entryAt(path), 'written'),
    valueRange: (path) => {
      const entry = entryAt(path);
      return entry === undefined ? undefined : valueRangeOf(entry);
    },
    keyRange: (path) => {
      const entry = entryAt(path);
      return entry === undefined ? undefined : keyRangeOf(entry);
    },
  };
}

function problemsOf({ parsed, start }: PlanItem): SyntaxProblem[] {
  const shift = (range: OffsetRange): OffsetRange => ({ start: range.start + start, end: range.end + start });
  return [...parsed.problems.map((problem) => ({ ...problem, range: shift(problem.range) })), ...parsed.unresolved.map((alias) => unknownAlias(alias.name, shift(alias)))];
}

function placed(entry: Entry | undefined, which: 'value' | 'written'): PlacedNode | undefined {
  const node = entry?.[which];
  return entry === undefined || node === undefined ? undefined : { node, start: entry.start };
}

function unread(text: string, problem: SyntaxProblem): PlanDocument {
  return { text, isRead: false, items: [], problems: [problem], value: null, node: () => undefined, written: () => undefined, valueRange: () => undefined, keyRange: () => undefined, itemAt: () => undefined };
}
