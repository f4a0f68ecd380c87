import type { PlanItem } from './placedItems.ts';
import type { PlanDocument } from './planDocument.ts';
import type { PlanPath } from './planPath.ts';
import { assembleValue } from './planPlaces.ts';
import { schemaAt } from './planSchema.ts';

/**
 * A plan's value without the values at the given paths and without null, which stands for a key whose value is not written
 * yet. A sequence keeps its places, since paths count them: what is dropped there becomes the empty value of its kind.
 *
 * Pieces in which nothing is dropped are taken as they were made for an earlier version of the text.
 */
export function fitValue(plan: PlanDocument, unfit: readonly PlanPath[]): unknown {
  if (unfit.some((path) => path.length === 0)) return {};
  // A key of the plan with all that stands below it, be it in pieces of their own.
  const keys = new Set(unfit.flatMap((path) => (path.length === 1 ? [path[0]] : [])));
  const inside = new Map<PlanItem, PlanPath[]>();
  for (const path of unfit) {
    const item = path.length === 1 ? undefined : plan.itemAt(path.slice(0, 2));
    if (item !== undefined) inside.set(item, [...(inside.get(item) ?? []), path.slice(item.path.length)]);
  }
  const value = assembleValue(plan.items, unfit.length === 0 ? fitOf : (item) => {
    const [parent] = item.path;
    if (parent !== undefined && keys.has(parent)) return undefined;
    const own = [...(inside.get(item) ?? []), ...(parent === undefined && keys.size > 0 ? item.parsed.names.filter((name) => keys.has(name)).map((name) => [name]) : [])];
    return own.length === 0 ? item.fit : withoutUnfit(item.value, own, item.path, item.offset);
  });
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function fitOf(item: PlanItem): unknown {
  return item.fit;
}

/** True where something in a value is not written yet. */
export function holdsNull(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value === null;
  return Array.isArray(value) ? value.some(holdsNull) : Object.values(value).some(holdsNull);
}

/** The piece's value without null. */
export function withoutUnfit(value: unknown, unfit: readonly PlanPath[], path: PlanPath, offset: number): unknown {
  return copyFit(value, unfit, path, 0, offset);
}

/** @param below the unfit paths that lead through this value */
function copyFit(value: unknown, below: readonly PlanPath[], path: PlanPath, depth: number, offset: number): unknown {
  if (value === null || below.some((each) => each.length === depth)) return undefined;
  const inside = (key: string | number): readonly PlanPath[] => (below.length === 0 ? below : below.filter((each) => each[depth] === key));
  if (Array.isArray(value)) return value.map((item: unknown, index) => copyFit(item, inside(offset + index), [...path, offset + index], depth + 1, 0) ?? emptyItem(path));
  if (typeof value !== 'object') return value;
  const kept = Object.create(null) as Record<string, unknown>;
  for (const [key, item] of Object.entries(value)) {
    const copy = copyFit(item, inside(key), [...path, key], depth + 1, 0);
    if (copy !== undefined) kept[key] = copy;
  }
  return kept;
}

function emptyItem(path: PlanPath): unknown {
  return schemaAt([...path, 0])?.type === 'object' ? {} : '';
}
