/**
 * Cuts a plan into the pieces that can be read on their own: its top-level entries, and the entries of those that hold many
 * (organizations, relationships, steps). A key stroke changes one piece, and only that is parsed again.
 *
 * The cut is by lines and indentation. What YAML could read otherwise (a second document, a directive, brackets at the left
 * edge) is not cut at all.
 */
export interface ItemSlice {
  readonly start: number;
  readonly end: number;
  /**
   * `whole`: the plan in one piece. `entry`: a key of the plan with its value. `header`: the line of a key whose value is cut
   * into `child` pieces, each a list item or an entry of a mapping.
   */
  readonly kind: 'whole' | 'entry' | 'header' | 'child';
}

interface Line {
  readonly start: number;
  /** Behind the line break. */
  readonly end: number;
  readonly indent: number;
  /** Without indentation and line break. */
  readonly text: string;
}

const key = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'#&*!|>%@`{}[\],?:-](?:[^:#]|:(?=\S)|(?<=\S)#)*|[-?:](?=\S)(?:[^:#]|:(?=\S)|(?<=\S)#)*)\s*:(?=\s|$)/;

export function sliceItems(text: string): ItemSlice[] {
  const whole: ItemSlice[] = [{ start: 0, end: text.length, kind: 'whole' }];
  const lines = linesOf(text);
  if (lines === undefined) return whole;
  const entries: Line[][] = [];
  for (const line of lines) {
    const isBlank = line.text === '' || line.text.startsWith('#');
    const starts = line.indent === 0 && !isBlank && !isDash(line.text);
    if (starts && !key.test(line.text)) return whole;
    if (starts) entries.push([line]);
    else if (entries.length > 0) entries.at(-1)?.push(line);
    // What stands before the first key may only be comments and blank lines.
    else if (!isBlank) return whole;
  }
  if (entries.length === 0) return whole;
  const slices = entries.flatMap(sliceEntry);
  // Leading comments go with the first piece, so that the pieces together are the text.
  return slices.map((slice, index) => (index === 0 ? { ...slice, start: 0 } : slice));
}

function sliceEntry(lines: readonly Line[]): ItemSlice[] {
  const [head, ...rest] = lines;
  if (head === undefined) return [];
  const end = lines.at(-1)?.end ?? head.end;
  const uncut: ItemSlice[] = [{ start: head.start, end, kind: 'entry' }];
  const firstAt = rest.findIndex(({ text }) => text !== '' && !text.startsWith('#'));
  const first = rest[firstAt];
  if (first === undefined || !isHeader(head.text)) return uncut;
  if (!isDash(first.text) && (first.indent === 0 || !key.test(first.text))) return uncut;
  const children = cutChildren(rest.slice(firstAt), end);
  return children === undefined ? uncut : [{ start: head.start, end: first.start, kind: 'header' }, ...children];
}

/**
 * The entries of one list or mapping; the first line begins the first, and tells how the others begin. Undefined where a line does
 * not fit: it stands further left, or begins something else.
 */
function cutChildren([first, ...rest]: readonly Line[], end: number): ItemSlice[] | undefined {
  if (first === undefined) return undefined;
  const isSequence = isDash(first.text);
  const starts = [first.start];
  for (const line of rest) {
    if (line.text === '' || line.text.startsWith('#') || line.indent > first.indent) continue;
    if (line.indent < first.indent || (isSequence ? !isDash(line.text) : !key.test(line.text))) return undefined;
    starts.push(line.start);
  }
  return starts.map((start, index): ItemSlice => ({ start, end: starts[index + 1] ?? end, kind: 'child' }));
}

/**
 * Cuts a part of a plan that took the place of some neighbouring `child` pieces of one list or mapping, `before` being the first of
 * them. Undefined where the part does not fit in there: then the cut of the whole plan may be another.
 */
export function sliceChildren(part: string, before: string): ItemSlice[] | undefined {
  const lines = linesOf(part);
  const first = lines?.[0];
  const then = linesOf(before)?.[0];
  if (lines === undefined || first?.indent !== then?.indent || first === undefined || then === undefined || isDash(first.text) !== isDash(then.text)) return undefined;
  return isDash(first.text) || (first.indent > 0 && key.test(first.text)) ? cutChildren(lines, part.length) : undefined;
}

/** A key with nothing but a comment behind its colon. */
function isHeader(text: string): boolean {
  const match = key.exec(text);
  return match !== null && /^\s*(?:\s#.*)?$/.test(text.slice(match[0].length));
}

function isDash(text: string): boolean {
  return text === '-' || text.startsWith('- ');
}

/** Undefined where a line makes the cut unsafe: document markers, directives, tabs in the indentation. */
function linesOf(text: string): Line[] | undefined {
  const lines: Line[] = [];
  let start = 0;
  while (start < text.length) {
    const at = text.indexOf('\n', start);
    const end = at < 0 ? text.length : at + 1;
    let from = start;
    while (text[from] === ' ') from++;
    let to = at < 0 ? text.length : at;
    if (to > from && text[to - 1] === '\r') to--;
    const content = text.slice(from, to);
    if (content.startsWith('\t') || (from === start && /^(?:---|\.\.\.)(?:\s|$)|^%/.test(content))) return undefined;
    lines.push({ start, end, indent: from - start, text: content.trim() === '' ? '' : content });
    start = end;
  }
  // A lone carriage return is a line break to YAML and none to this cut.
  return /\r(?!\n)/.test(text) ? undefined : lines;
}
