import type { Node } from './nodes.ts';

/**
 * Visits a node and all below it, in the order of the text for what is written in order. Without recursion: `1+1+1…` makes a tree as
 * deep as it is long.
 */
export function walk(root: Node, visit: (node: Node) => void): void {
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    visit(node);
    const from = open.length;
    addChildren(node, open);
    turnRound(open, from);
  }
}

/** The last node comes out first. */
function turnRound(nodes: Node[], from: number): void {
  for (let low = from, high = nodes.length - 1; low < high; low++, high--) {
    const [first, last] = [nodes[low], nodes[high]];
    if (first !== undefined) nodes[high] = first;
    if (last !== undefined) nodes[low] = last;
  }
}

/** The nodes right below one, in the order of the text for what is written in order. */
export function childrenOf(node: Node): Node[] {
  const below: Node[] = [];
  addChildren(node, below);
  return below;
}

/** The kinds that scripts are full of by name: asking a node for all its values takes ten times as long. */
function addChildren(node: Node, into: Node[]): void {
  switch (node.kind) {
    case 'StringConstantExpression':
    case 'VariableExpression':
    case 'ConstantExpression':
    case 'TypeConstraint':
    case 'MergingRedirection':
      return;
    case 'Command':
      addAll(node.elements, into);
      addAll(node.redirections, into);
      return;
    case 'CommandParameter':
      if (node.argument) into.push(node.argument);
      return;
    case 'CommandExpression':
      into.push(node.expression);
      addAll(node.redirections, into);
      return;
    case 'Pipeline':
    case 'ArrayLiteral':
      addAll(node.elements, into);
      return;
    case 'StatementBlock':
    case 'NamedBlock':
      addAll(node.statements, into);
      return;
    case 'ExpandableStringExpression':
      addAll(node.nested, into);
      return;
    default:
      collect(Object.values(node), into);
  }
}

function addAll(nodes: readonly Node[], into: Node[]): void {
  for (const each of nodes) into.push(each);
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
