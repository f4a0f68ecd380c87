import { isAlias, isMap, isSeq, type Node, type Pair } from 'yaml';
import type { PlanDocument } from '../plan/planDocument.ts';
import type { PlanPath } from '../plan/planPath.ts';
import { keyText } from '../plan/parsedItem.ts';

/** The innermost key or value at an offset. */
export interface NodeAt {
  readonly path: PlanPath;
  readonly part: 'key' | 'value';
}

export function pathAt(plan: PlanDocument, offset: number): NodeAt | undefined {
  // At a boundary the offset belongs to the piece that begins there.
  const item = plan.items.findLast(({ start }) => start <= offset);
  if (item === undefined) return undefined;
  return pathIn(item.parsed.tree?.contents, offset - item.start, item.path, item.offset);
}

/** @param firstIndex added to the index of an item of the outermost list */
export function pathIn(root: Node | null | undefined, at: number, above: PlanPath = [], firstIndex = 0): NodeAt | undefined {
  const covers = (each: Node | null | undefined): boolean => Boolean(each?.range && each.range[0] <= at && at <= each.range[1]);
  let node: Node | null | undefined = root;
  const path: (string | number)[] = [...above];
  let first = firstIndex;
  for (;;) {
    if (isMap(node)) {
      const pairs = node.items as Pair<Node, Node | null>[];
      const onKey = pairs.find((pair) => covers(pair.key));
      const pair = onKey ?? pairs.find(({ value }) => covers(value));
      const key = pair === undefined ? undefined : keyText(pair.key);
      if (pair === undefined || key === undefined) return undefined;
      path.push(key);
      first = 0;
      if (onKey !== undefined) return { path, part: 'key' };
      node = pair.value;
    } else if (isSeq(node)) {
      const index = node.items.findIndex((item) => covers(item as Node));
      if (index < 0) return undefined;
      path.push(first + index);
      first = 0;
      node = node.items[index] as Node;
    } else return node === null || node === undefined || isAlias(node) || !covers(node) ? undefined : { path, part: 'value' };
  }
}
