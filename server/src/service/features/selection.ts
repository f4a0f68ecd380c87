import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { HostOffset } from '../embedded/offsetMap.ts';
import { regionAt, type ScriptRegion } from '../embedded/scriptRegions.ts';
import type { OffsetRange } from '../finding.ts';
import { parseScript, walk } from '../powershell/parser/index.ts';
import type { ReadPlan } from '../readPlan.ts';
import { itemsAround, planEntries, type PlanEntry } from './planEntries.ts';

/** What "Expand Selection" selects around an offset, innermost first: word, value, entry, item, list … up to the plan. */
export function selectionAt({ document }: ReadPlan, offset: number): OffsetRange[] {
  const { text } = document;
  const found: OffsetRange[] = [{ start: 0, end: text.length }];
  const [top] = document.items.findLast(({ start }) => start <= offset)?.path ?? [];
  if (top !== undefined) found.push(...spans(document.keyRange([top]), document.valueRange([top])));
  for (const entry of planEntries(document, itemsAround(document, offset))) found.push(...entryRanges(text, entry));
  const region = regionAt(document, offset);
  if (region !== undefined) found.push({ start: region.start, end: region.end }, ...scriptRanges(region, offset), lineAt(text, offset));
  found.push(wordAt(text, offset));
  return nested(found, offset);
}

function entryRanges(text: string, { key, value, base }: PlanEntry): OffsetRange[] {
  const ofKey = rangeOf(key, base);
  const ofValue = rangeOf(value, base);
  const ranges = spans(ofKey, ofValue);
  // A list item begins with its dash.
  if (ofKey === undefined && ofValue !== undefined) {
    const dash = /-[ \t]*$/.exec(text.slice(Math.max(0, ofValue.start - 20), ofValue.start));
    if (dash !== null) ranges.push({ start: ofValue.start - dash[0].length, end: ofValue.end });
  }
  for (const [node, range] of [[key, ofKey], [value, ofValue]] as const) {
    if (range !== undefined && isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE')) ranges.push({ start: range.start + 1, end: range.end - 1 });
    if (range !== undefined && (isMap(node) || isSeq(node)) && node.flow === true) ranges.push({ start: range.start + 1, end: range.end - 1 });
  }
  return ranges;
}

/** Key, value, and the two together. */
function spans(key: OffsetRange | undefined, value: OffsetRange | undefined): OffsetRange[] {
  const parts = [key, value].filter((part) => part !== undefined);
  return key === undefined || value === undefined ? parts : [...parts, { start: key.start, end: Math.max(key.end, value.end) }];
}

function rangeOf(node: Node | undefined, base: number): OffsetRange | undefined {
  return node?.range ? { start: base + node.range[0], end: base + node.range[1] } : undefined;
}

/** The nodes of PowerShell around the offset: argument, command, pipeline, block. */
function scriptRanges(region: ScriptRegion, offset: number): OffsetRange[] {
  const at = region.language === 'powershell' ? region.map.toScript(offset as HostOffset) : undefined;
  if (at === undefined) return [];
  const found: OffsetRange[] = [];
  walk(parseScript(region.text).tree, (node) => {
    const range = node.start <= at && at <= node.end ? region.map.rangeToHost(node) : undefined;
    if (range !== undefined) found.push(range);
  });
  return found;
}

function lineAt(text: string, offset: number): OffsetRange {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const at = text.indexOf('\n', offset);
  const line = text.slice(from, at < 0 ? text.length : at);
  return { start: from + line.length - line.trimStart().length, end: from + line.trimEnd().length };
}

function wordAt(text: string, offset: number): OffsetRange {
  const before = /[\p{L}\p{N}_$-]*$/u.exec(text.slice(Math.max(0, offset - 200), offset))?.[0].length ?? 0;
  const after = /^[\p{L}\p{N}_$-]*/u.exec(text.slice(offset, offset + 200))?.[0].length ?? 0;
  return { start: offset - before, end: offset + after };
}

/** Those that hold the offset, each inside the next; what crosses another is left out. */
function nested(ranges: readonly OffsetRange[], offset: number): OffsetRange[] {
  const sorted = ranges.filter(({ start, end }) => start <= offset && offset <= end && start < end).sort((a, b) => a.end - a.start - (b.end - b.start));
  const chain: OffsetRange[] = [];
  for (const range of sorted) {
    const inner = chain.at(-1);
    const isAround = inner === undefined || (range.start <= inner.start && range.end >= inner.end && range.end - range.start > inner.end - inner.start);
    if (isAround) chain.push(range);
  }
  return chain;
}
