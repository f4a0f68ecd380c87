import type { OffsetRange } from '../finding.ts';

/** What differs between two versions of a text: all before `start` is the same, and all behind the ends. */
export interface TextChange {
  readonly start: number;
  readonly endBefore: number;
  readonly endAfter: number;
}

/** Slices of this size are compared at once, far quicker than their characters. */
const block = 4096;

export function textChange(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start + block <= shorter && before.slice(start, start + block) === after.slice(start, start + block)) start += block;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  const most = shorter - start;
  const tail = (text: string, from: number, to: number): string => text.slice(text.length - to, text.length - from);
  while (same + block <= most && tail(before, same, same + block) === tail(after, same, same + block)) same += block;
  while (same < most && before.charCodeAt(before.length - same - 1) === after.charCodeAt(after.length - same - 1)) same++;
  return { start, endBefore: before.length - same, endAfter: after.length - same };
}

/** Where a range of the text stands after a change: as it was, moved along, or grown with what was typed in it. Undefined where all of it was replaced. */
export function rangeAfter({ start, endBefore, endAfter }: TextChange, range: OffsetRange): OffsetRange | undefined {
  if (range.start >= start && range.end <= endBefore && endBefore > start) return undefined;
  const by = endAfter - endBefore;
  const from = range.start < start ? range.start : range.start >= endBefore ? range.start + by : start;
  const to = range.end <= start ? range.end : range.end >= endBefore ? range.end + by : endAfter;
  return { start: from, end: Math.max(from, to) };
}
