import type { Node } from 'yaml';
import type { OffsetRange } from '../finding.ts';
import { areEntangled, PlacedItem, placeItems, replaceItems, type PlanItem } from './placedItems.ts';
import { sliceItems } from './planItems.ts';
import type { PlanPath } from './planPath.ts';
import { assemblePlaces, assembleValue, entryInItem, findEntry, findItem, keyRangeOf, valueRangeOf, type Entry } from './planPlaces.ts';
import { mergeMarker, mostProblems, notYaml, unknownAlias, type SyntaxProblem } from './syntaxProblems.ts';

/** A plan above this size (characters) is not read: no federation needs it, and typing must never wait. */
const largestPlan = 2_000_000;

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
  const known = previous?.isRead === true ? previous : undefined;
  const items = (known === undefined ? undefined : replaceItems(text, known)) ?? cutItems(text, known?.items ?? []);
  return 'code' in items ? unread(text, items) : placedPlan(text, items);
}

/** All pieces of a plan, or what stands in the way of reading it. */
function cutItems(text: string, known: readonly PlanItem[]): readonly PlanItem[] | SyntaxProblem {
  const marker = mergeMarker(text);
  if (marker !== undefined) return marker;
  let items = placeItems(text, sliceItems(text), known);
  if (areEntangled(items)) items = placeItems(text, [{ start: 0, end: text.length, kind: 'whole' }], known);
  return items.some(({ parsed }) => parsed.tree === undefined) ? notYaml('plan/too-deep', text, 'The plan is nested too deeply to be read. A plan needs about ten levels; remove the surplus brackets or dashes.') : items;
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

const noProblems: readonly SyntaxProblem[] = [];

function problemsOf({ parsed, start }: PlanItem): readonly SyntaxProblem[] {
  if (parsed.problems.length === 0 && parsed.unresolved.length === 0) return noProblems;
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
