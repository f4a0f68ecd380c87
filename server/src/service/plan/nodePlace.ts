import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { OffsetRange } from '../finding.ts';
import { keyText } from './parsedItem.ts';
import type { PlanPath } from './planPath.ts';

/** Where the key and the value of a path stand, as far as the text has them; aliases are not followed. */
export function placeOf(root: Node | null | undefined, path: PlanPath): { readonly key: OffsetRange | undefined; readonly value: OffsetRange | undefined } {
  let node: Node | null | undefined = root;
  let key: Node | undefined;
  for (const part of path) {
    const pair = isMap(node) ? node.items.find((each) => keyText(each.key) === part) : undefined;
    key = isScalar(pair?.key) ? pair.key : undefined;
    node = (isSeq(node) && typeof part === 'number' ? node.items[part] : pair?.value) as Node | null | undefined;
    if (node === undefined || node === null) break;
  }
  return { key: rangeOf(key), value: rangeOf(node) ?? rangeOf(key) };
}

function rangeOf(node: Node | null | undefined): OffsetRange | undefined {
  return node?.range ? { start: node.range[0], end: node.range[1] } : undefined;
}
