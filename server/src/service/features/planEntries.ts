import { isMap, isSeq, type Node, type Pair } from 'yaml';
import { keyText } from '../plan/parsedItem.ts';
import type { PlanItem } from '../plan/placedItems.ts';
import type { PlanDocument } from '../plan/planDocument.ts';
import type { PlanPath } from '../plan/planPath.ts';
import { planSchema, schemaAt, schemaOfItem, schemaOfKey, type SchemaNode } from '../plan/planSchema.ts';

/** An entry of a mapping or an item of a list, as it is written: an alias is an alias. */
export interface PlanEntry {
  readonly path: PlanPath;
  readonly schema: SchemaNode | undefined;
  /** Undefined for an item of a list. */
  readonly key: Node | undefined;
  /** Undefined where nothing is written, and for a list or mapping whose entries are pieces of their own. */
  readonly value: Node | undefined;
  /** The mapping or list that it stands in. */
  readonly parent: Node;
  /** Offsets of the nodes count from here. */
  readonly base: number;
}

/** All entries of a plan, or of some of its pieces, each before what it holds. */
export function planEntries(plan: PlanDocument, items: readonly PlanItem[] = plan.items): PlanEntry[] {
  const found: PlanEntry[] = [];
  for (const { parsed, start, path, offset } of items) {
    walk(parsed.tree?.contents ?? undefined, path.length === 0 ? planSchema : schemaAt(path), path, offset, start, found);
  }
  return found;
}

/** The pieces that an offset can belong to: at a boundary it may be the end of the one before. */
export function itemsAround({ items }: PlanDocument, offset: number): PlanItem[] {
  const at = items.findLastIndex(({ start }) => start <= offset);
  return items.slice(Math.max(at - 1, 0), at + 1);
}

function walk(node: Node | undefined, schema: SchemaNode | undefined, path: PlanPath, firstIndex: number, base: number, found: PlanEntry[]): void {
  if (isMap(node)) {
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const name = keyText(pair.key);
      if (name === undefined) continue;
      const own = { path: [...path, name], schema: schema === undefined ? undefined : schemaOfKey(schema, name), key: pair.key, value: pair.value ?? undefined, parent: node, base };
      found.push(own);
      walk(own.value, own.schema, own.path, 0, base, found);
    }
  } else if (isSeq(node)) {
    const items = schema === undefined ? undefined : schemaOfItem(schema);
    for (const [index, item] of (node.items as (Node | null)[]).entries()) {
      const own = { path: [...path, firstIndex + index], schema: items, key: undefined, value: item ?? undefined, parent: node, base };
      found.push(own);
      walk(own.value, items, own.path, 0, base, found);
    }
  }
}
