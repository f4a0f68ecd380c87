import type { PlanItem } from './placedItems.ts';
import type { PlanPath } from './planPath.ts';
import { assembleValue } from './planPlaces.ts';
import { schemaAt } from './planSchema.ts';

/**
 * A plan's value without the values at the given paths and without null, which stands for a key whose value is not written
 * yet. A sequence keeps its places, since paths count them: what is dropped there becomes the empty value of its kind.
 *
 * Pieces in which nothing is dropped are taken as they were made for an earlier version of the text.
 */
export function fitValue(items: readonly PlanItem[], unfit: readonly PlanPath[]): unknown {
  if (unfit.some((path) => path.length === 0)) return {};
  const value = assembleValue(items, (item) => {
    // The list or mapping whose entry the piece is has not its type.
    if (item.path.length > 0 && unfit.some((path) => path.length === item.path.length && path.every((part, index) => part === item.path[index]))) return undefined;
    const own = unfit.flatMap((path) => ownPath(item, path));
    return own.length === 0 ? item.fit : withoutUnfit(item.value, own, item.path, item.offset);
  });
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

/** The piece's value without null. */
export function withoutUnfit(value: unknown, unfit: readonly PlanPath[], path: PlanPath, offset: number): unknown {
  return copyFit(value, unfit, path, 0, offset);
}

/** A path below a piece's own, or nothing where it leads elsewhere. */
function ownPath({ path: above, value, offset }: PlanItem, path: PlanPath): PlanPath[] {
  if (above.some((part, index) => path[index] !== part)) return [];
  const [first] = path.slice(above.length);
  if (first === undefined || typeof value !== 'object' || value === null) return [];
  const isOwn = Array.isArray(value) ? typeof first === 'number' && first >= offset && first < offset + value.length : first in value;
  return isOwn ? [path.slice(above.length)] : [];
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
