import { isAlias, isMap, isScalar, isSeq, visit, type Alias, type Document, type Node, type Scalar } from 'yaml';
import { narrowed, schemaOfItem, schemaOfKey, type SchemaNode } from './planSchema.ts';

/**
 * The plan as plain data, read with the schema in hand: where the schema wants text, a plain scalar is its source text, so
 * that `2016`, `0042` and `15.10` need no quotes and lose nothing.
 *
 * Aliases are followed, but only so often: a few lines of nested aliases can stand for billions of values.
 */
export function readValue(tree: Document, targets: ReadonlyMap<Alias, Node>, schema: SchemaNode, budget = 100_000): unknown {
  let left = budget;

  function read(node: Node | null | undefined, at: SchemaNode | undefined, open: ReadonlySet<Node>): unknown {
    if (left-- <= 0 || node === null || node === undefined) return null;
    if (isAlias(node)) {
      const target = targets.get(node);
      return target === undefined || open.has(target) ? null : read(target, at, new Set([...open, target]));
    }
    if (isMap(node)) {
      // Without a prototype a key such as `__proto__` is a key like any other.
      const mapping = Object.create(null) as Record<string, unknown>;
      for (const pair of node.items) {
        const key = keyText(pair.key);
        if (key === undefined) continue;
        mapping[key] = read(pair.value as Node | null, at === undefined ? undefined : schemaOfKey(at, key), open);
      }
      return mapping;
    }
    if (isSeq(node)) {
      const items = at === undefined ? undefined : schemaOfItem(at);
      return node.items.map((item) => read(item as Node | null, items, open));
    }
    return isScalar(node) ? scalarValue(node, at) : null;
  }

  return read(tree.contents, schema, new Set());
}

/**
 * What each alias stands for: the last anchor of that name before it, as YAML says. One walk for all of them; yaml's own
 * `resolve` walks the tree anew for each.
 */
export function aliasTargets(tree: Document): ReadonlyMap<Alias, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(tree, {
    Node: (_key, node) => {
      if (isAlias(node)) {
        const target = anchors.get(node.source);
        if (target !== undefined) targets.set(node, target);
      } else if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return targets;
}

/** A key as written; undefined for keys that are not scalars, which no plan has. */
export function keyText(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  return key.type === 'PLAIN' ? (key.source ?? '') : String(key.value);
}

function scalarValue(node: Scalar, schema: SchemaNode | undefined): unknown {
  if (node.type !== 'PLAIN') return typeof node.value === 'string' ? node.value : (node.source ?? null);
  if (node.source === undefined || node.source === '') return null;
  return schema !== undefined && narrowed(schema, 'scalar').type === 'string' ? node.source : node.value;
}
