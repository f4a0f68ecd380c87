import { isSeq } from 'yaml';
import { holdsNull, withoutUnfit } from './fitValue.ts';
import { parseItem, type ParsedItem } from './parsedItem.ts';
import type { PlanDocument } from './planDocument.ts';
import { sliceChildren, type ItemSlice } from './planItems.ts';
import type { PlanPath } from './planPath.ts';
import { planSchema, schemaAt } from './planSchema.ts';
import { readValue } from './planValue.ts';
import { mergeMarker } from './syntaxProblems.ts';

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
  /** The same without null; the very same where there is none. */
  readonly fit: unknown;
  /** What was made of the piece; it outlives a change elsewhere in the plan. */
  readonly made: { value?: { readonly of: unknown }; fit?: { readonly of: unknown } };
}

/** A class for its size: a plan of many lines has thousands of them, made anew with each key stroke. */
export class PlacedItem implements PlanItem {
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
    this.made.fit ??= { of: holdsNull(this.value) ? withoutUnfit(this.value, [], this.path, this.offset) : this.value };
    return this.made.fit.of;
  }
}

/** @param known pieces of an earlier version: what has been read of the same text is not read again */
export function placeItems(text: string, slices: readonly ItemSlice[], known: readonly PlanItem[], shift = 0, within?: PlanItem): PlanItem[] {
  const byText = new Map(known.map((item) => [item.parsed.text, item]));
  const items: PlanItem[] = [];
  let parent: PlanPath = within?.path ?? [];
  let index = within?.offset ?? 0;
  for (const { start, end, kind } of slices) {
    const own = text.slice(start + shift, end + shift);
    const before = byText.get(own);
    const parsed = before?.parsed ?? parseItem(own);
    if (kind === 'header') [parent, index] = [parsed.names.slice(0, 1), 0];
    const path = kind === 'child' ? parent : [];
    const offset = kind === 'child' ? index : 0;
    if (kind === 'child') index += entriesIn(parsed);
    // The value depends on the text and on the schema of its place.
    const reused = before !== undefined && before.path[0] === path[0] ? before : undefined;
    items.push(new PlacedItem(parsed, start + shift, path, offset, reused?.made ?? {}));
  }
  return items;
}

/** Where its YAML is broken, a piece can hold more items than the one that it was cut for. */
function entriesIn({ tree }: ParsedItem): number {
  return isSeq(tree?.contents) ? tree.contents.items.length : 1;
}

/** An anchor in one piece and its alias in another: they must be read together. */
export function areEntangled(items: readonly PlanItem[]): boolean {
  const names = new Set<string>();
  for (const { parsed } of items) for (const { name } of parsed.unresolved) names.add(name);
  return names.size > 0 && items.some(({ parsed }) => [...names].some((name) => parsed.anchors.has(name)));
}

/**
 * The pieces of a plan after a change inside one list or mapping whose entries are pieces: only those that the change has touched are
 * cut and read again. Undefined where the change reaches further.
 */
export function replaceItems(text: string, { items, text: textBefore }: PlanDocument): PlanItem[] | undefined {
  const moved = text.length - textBefore.length;
  let first = 0;
  while (first < items.length && isAt(text, items[first], 0)) first++;
  // Nothing of it has changed, or something was added behind the last piece, to which it belongs.
  first = Math.min(first, items.length - 1);
  let rest = items.length;
  while (rest > first + 1 && (items[rest - 1]?.start ?? 0) + moved > (items[first]?.start ?? 0) && beginsLine(text, (items[rest - 1]?.start ?? 0) + moved) && isAt(text, items[rest - 1], moved)) rest--;
  // What is typed before a piece may belong to the one before.
  if (isChild(items[first - 1])) first--;
  const [from, last] = [items[first], items[rest - 1]];
  if (from === undefined || last === undefined || !items.slice(first, rest).every(isChild)) return undefined;
  const part = text.slice(from.start, rest === items.length ? text.length : (items[rest]?.start ?? 0) + moved);
  const slices = mergeMarker(part) === undefined ? sliceChildren(part, from.parsed.text) : undefined;
  if (slices === undefined) return undefined;
  const changed = placeItems(text, slices, items.slice(first, rest), from.start, from);
  const lastChanged = changed.at(-1) ?? from;
  const further = lastChanged.offset + entriesIn(lastChanged.parsed) - last.offset - entriesIn(last.parsed);
  let isSameList = true;
  const behind = items.slice(rest).map((item): PlanItem => {
    isSameList &&= isChild(item);
    const by = isSameList ? further : 0;
    return moved === 0 && by === 0 ? item : new PlacedItem(item.parsed, item.start + moved, item.path, item.offset + by, item.made);
  });
  const replaced = [...items.slice(0, first), ...changed, ...behind];
  return changed.some(({ parsed }) => parsed.tree === undefined) || areEntangled(replaced) ? undefined : replaced;
}

/** Where the line break before a piece is gone, the piece goes on with the line before. */
function beginsLine(text: string, offset: number): boolean {
  return text[offset - 1] === '\n';
}

function isAt(text: string, item: PlanItem | undefined, moved: number): boolean {
  if (item === undefined) return false;
  const { start, parsed } = item;
  // Two slices are compared a block at a time; `startsWith` goes by characters.
  return text.slice(start + moved, start + moved + parsed.text.length) === parsed.text;
}

function isChild(item: PlanItem | undefined): boolean {
  return item !== undefined && item.path.length > 0;
}
