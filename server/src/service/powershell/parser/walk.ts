import type { Node } from './nodes.ts';

/**
 * Visits a node and all below it, in the order of the text for what is written in order. Without recursion: `1+1+1…` makes a tree as
 * deep as it is long.
 */
export function walk(root: Node, visit: (node: Node) => void): void {
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    visit(node);
    const below = childrenOf(node);
    for (let index = below.length - 1; index >= 0; index--) {
      const each = below[index];
      if (each) open.push(each);
    }
  }
}

/** The nodes right below one, in the order of the text for what is written in order. */
export function childrenOf(node: Node): Node[] {
  const below: Node[] = [];
  collect(Object.values(node), below);
  return below;
}

/** Nodes among the values, also those inside lists and inside entries that are no nodes themselves, such as a hashtable's. */
function collect(values: readonly unknown[], into: Node[]): void {
  for (const value of values) {
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) collect(value, into);
    else if (isNode(value)) into.push(value);
    else collect(Object.values(value), into);
  }
}

function isNode(value: object): value is Node {
  return 'kind' in value && 'start' in value;
}
