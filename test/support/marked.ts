/** A text with «…» around ranges and `‸` at the cursor: scripts are full of the bars that other tests mark it with. */
export interface Marked {
  readonly text: string;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
  /** -1 where the text has none. */
  readonly offset: number;
}

export function marked(source: string): Marked {
  const ranges: { start: number; end: number }[] = [];
  const open: number[] = [];
  let text = '';
  let offset = -1;
  for (const part of source.split(/([«»‸])/)) {
    if (part === '«') open.push(ranges.push({ start: text.length, end: text.length }) - 1);
    else if (part === '»') {
      const range = ranges[open.pop() ?? -1];
      if (range === undefined) throw new Error(`"»" without "«" in: ${source}`);
      range.end = text.length;
    } else if (part === '‸') offset = text.length;
    else text += part;
  }
  if (open.length > 0) throw new Error(`"«" without "»" in: ${source}`);
  return { text, ranges, offset };
}

/** A text after edits that do not overlap; two insertions at one place stand in their order. */
export function edited(text: string, edits: readonly { readonly range: { readonly start: number; readonly end: number }; readonly newText: string }[]): string {
  let at = 0;
  let result = '';
  for (const { range, newText } of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    if (range.start < at) throw new Error(`Edits overlap at ${range.start}.`);
    result += text.slice(at, range.start) + newText;
    at = range.end;
  }
  return result + text.slice(at);
}
