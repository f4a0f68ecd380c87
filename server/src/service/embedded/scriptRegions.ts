import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml';
import type { PlanItem } from '../plan/placedItems.ts';
import type { PlanDocument } from '../plan/planDocument.ts';
import type { PlanPath } from '../plan/planPath.ts';
import { planSchema, schemaAt, schemaOfItem, schemaOfKey, type SchemaNode } from '../plan/planSchema.ts';
import { keyText } from '../plan/parsedItem.ts';
import { flowScalarText, type FlowStyle } from './flowScalarText.ts';
import { foldedBlockText } from './foldedBlockText.ts';
import { offsetMap, type OffsetMap, type Segment } from './offsetMap.ts';

/** How a script is written in the plan. */
export type ScriptStyle = 'literal' | 'folded' | FlowStyle;

/** A script inside a plan. */
export interface ScriptRegion {
  readonly path: PlanPath;
  readonly language: string;
  readonly style: ScriptStyle;
  /** The script as its shell would see it. */
  readonly text: string;
  readonly map: OffsetMap;
  /** Where the region begins and ends in the plan; the end of a block includes lines that are still empty. */
  readonly start: number;
  readonly end: number;
}

/** All scripts of a plan: in blocks, and as plain or quoted text. */
export function scriptRegions(plan: PlanDocument): ScriptRegion[] {
  return plan.items.flatMap((item) => regionsOf(plan.text, item));
}

/** The script that an offset stands in; reads no more than the piece of the plan around it. */
export function regionAt(plan: PlanDocument, offset: number): ScriptRegion | undefined {
  const at = plan.items.findLastIndex(({ start }) => start <= offset);
  // At a boundary it may be the end of the piece before.
  const around = plan.items.slice(Math.max(at - 1, 0), at + 1).reverse();
  for (const item of around) {
    const region = regionsOf(plan.text, item).find(({ start, end }) => start <= offset && offset <= end);
    if (region !== undefined) return region;
  }
  return undefined;
}

function regionsOf(text: string, { parsed, start, path: above, offset }: PlanItem): ScriptRegion[] {
  const regions: ScriptRegion[] = [];
  const walk = (node: Node | null | undefined, schema: SchemaNode | undefined, path: PlanPath, firstIndex: number): void => {
    if (schema === undefined) return;
    if (isMap(node)) {
      for (const pair of node.items as Pair<Node, Node | null>[]) {
        const key = keyText(pair.key);
        if (key !== undefined) walk(pair.value, schemaOfKey(schema, key), [...path, key], 0);
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) walk(item as Node | null, schemaOfItem(schema), [...path, firstIndex + index], 0);
    } else if (isScalar(node) && schema['x-language'] !== undefined) {
      const region = regionOf(text, node, start, schema['x-language'], path);
      if (region !== undefined) regions.push(region);
    }
  };
  walk(parsed.tree?.contents, above.length === 0 ? planSchema : schemaAt(above), above, offset);
  return regions;
}

function regionOf(text: string, node: Scalar, base: number, language: string, path: PlanPath): ScriptRegion | undefined {
  if (!node.range) return undefined;
  if (node.type === 'BLOCK_LITERAL') return blockRegion(text, node, base, language, path);
  if (node.type === 'BLOCK_FOLDED') return foldedRegion(text, node, base, language, path);
  const style = flowStyles[node.type ?? ''];
  if (style === undefined) return undefined;
  const [from, to] = node.range;
  const inset = style === 'plain' ? 0 : 1;
  const start = base + from + inset;
  const end = base + to - inset;
  const mapped = flowScalarText(text.slice(start, end), start, style);
  // An open quote, or anything else that the parser reads in another way, has no map.
  return mapped.text === node.value ? { path, language, style, text: mapped.text, start, end, map: offsetMap(mapped.segments) } : undefined;
}

const flowStyles: Readonly<Record<string, FlowStyle>> = { PLAIN: 'plain', QUOTE_SINGLE: 'single', QUOTE_DOUBLE: 'double' };

function foldedRegion(text: string, node: Scalar, base: number, language: string, path: PlanPath): ScriptRegion | undefined {
  const block = rawBlock(node, base);
  if (block === undefined) return undefined;
  const { start, lines, indent } = block;
  while (lines.length > 0 && !/[^ \r]/.test(lines.at(-1) ?? '')) lines.pop();
  const mapped = foldedBlockText(lines, start, indent);
  if (mapped.text !== String(node.value).replace(/\n+$/, '')) return undefined;
  const end = Math.min(start + lines.join('\n').length, text.length);
  return { path, language, style: 'folded', text: mapped.text, start, end, map: offsetMap(mapped.segments) };
}

/** The raw lines of a block, with their indentation and line ends, and where they begin. The node's value has neither and is no measure of offsets. */
function rawBlock(node: Scalar, base: number): { readonly start: number; readonly lines: string[]; readonly indent: number } | undefined {
  const token = node.srcToken;
  if (token?.type !== 'block-scalar') return undefined;
  // `range` starts at the `|`; what follows it on its line belongs to the header.
  const header = token.props.map((prop) => ('source' in prop ? prop.source : '')).join('');
  const lines = token.source.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return { start: base + token.offset + header.length, lines, indent: contentIndent(header, token.indent, lines) };
}

/** A literal block: one segment a line. */
function blockRegion(text: string, node: Scalar, base: number, language: string, path: PlanPath): ScriptRegion | undefined {
  const block = rawBlock(node, base);
  if (block === undefined) return undefined;
  const { start, lines, indent } = block;
  const segments: Segment[] = [];
  let script = 0;
  let host = start;
  const parts: string[] = [];
  for (const line of lines) {
    const withoutReturn = line.endsWith('\r') ? line.slice(0, -1) : line;
    const cut = Math.min(indent, withoutReturn.length);
    const content = withoutReturn.slice(cut);
    segments.push({ host: host + cut, script, length: content.length, ...(cut < indent ? { isShort: true } : {}) });
    parts.push(content, '\n');
    script += content.length + 1;
    host += line.length + 1;
  }
  const end = Math.min(host, text.length);
  return { path, language, style: 'literal', text: parts.join(''), start, end: withLineBeingTyped(text, end, indent, segments, script), map: offsetMap(segments) };
}

/**
 * The explicit digit of the header counts from the parent's indentation; without it the first line that is not blank decides.
 * While there is none, the line being typed will, which must stand further right than the parent.
 */
function contentIndent(header: string, parentIndent: number, lines: readonly string[]): number {
  const digit = /^[|>][+-]?([1-9])/.exec(header)?.[1];
  if (digit !== undefined) return Math.max(parentIndent, 0) + Number(digit);
  // Only blanks are none: a no-break space is text to YAML.
  const first = lines.find((line) => /[^ \r]/.test(line));
  return first === undefined ? Math.max(lines.at(-1)?.replace('\r', '').length ?? 0, parentIndent + 1) : first.search(/[^ ]/);
}

/**
 * While a new line is being typed, the cursor stands behind the block's last line break on a line of blanks only, which YAML
 * may count to the block or not. Such a line, when indented like the block, is part of the region.
 */
function withLineBeingTyped(text: string, end: number, indent: number, segments: Segment[], script: number): number {
  const rest = /^[ ]*/.exec(text.slice(end, end + 200))?.[0].length ?? 0;
  const after = text[end + rest];
  if (rest >= indent && indent > 0 && (after === undefined || after === '\n' || after === '\r') && text[end - 1] === '\n') {
    segments.push({ host: end + indent, script, length: rest - indent });
    return end + rest;
  }
  return end;
}
