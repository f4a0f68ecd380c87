import { isAlias, isMap, isScalar, isSeq, type Alias, type Node, type Scalar } from 'yaml';
import { keyText } from './parsedItem.ts';
import { narrowed, schemaOfItem, schemaOfKey, type SchemaNode } from './planSchema.ts';

/**
 * A node of a plan as plain data, read with the schema in hand: where the schema wants text, a plain scalar is its source text, so
 * that `2016`, `0042` and `15.10` need no quotes and lose nothing.
 *
 * Aliases are followed, but only so often: a few lines of nested aliases can stand for billions of values.
 */
export function readValue(node: Node | null | undefined, targets: ReadonlyMap<Alias, Node>, schema: SchemaNode | undefined, budget = 100_000): unknown {
  let left = budget;

  function read(from: Node | null | undefined, at: SchemaNode | undefined, open: ReadonlySet<Node>): unknown {
    if (left-- <= 0 || from === null || from === undefined) return null;
    if (isAlias(from)) {
      const target = targets.get(from);
      return target === undefined || open.has(target) ? null : read(target, at, new Set([...open, target]));
    }
    if (isMap(from)) {
      // Without a prototype a key such as `__proto__` is a key like any other.
      const mapping = Object.create(null) as Record<string, unknown>;
      for (const pair of from.items) {
        const key = keyText(pair.key);
        if (key === undefined) continue;
        mapping[key] = read(pair.value as Node | null, at === undefined ? undefined : schemaOfKey(at, key), open);
      }
      return mapping;
    }
    if (isSeq(from)) {
      const items = at === undefined ? undefined : schemaOfItem(at);
      return from.items.map((item) => read(item as Node | null, items, open));
    }
    return isScalar(from) ? scalarValue(from, at) : null;
  }

  return read(node, schema, new Set());
}

function scalarValue(node: Scalar, schema: SchemaNode | undefined): unknown {
  if (node.type !== 'PLAIN') return typeof node.value === 'string' ? node.value : (node.source ?? null);
  if (node.source === undefined || node.source === '') return null;
  return schema !== undefined && narrowed(schema, 'scalar').type === 'string' ? node.source : node.value;
}
