/** A line of a plan, in offsets of its text. */
export interface TextLine {
  readonly start: number;
  /** Before the line break. */
  readonly end: number;
  /** Blanks at its beginning; tabs are no indentation in YAML. */
  readonly indent: number;
  /** Blank, or nothing but a comment. */
  readonly isEmpty: boolean;
}

/** The line around an offset. A byte order mark belongs to no line. */
export function lineAt(text: string, offset: number): TextLine {
  // An offset between the two characters of a line break belongs to the line that it ends.
  const lineBreak = text.lastIndexOf('\n', offset - 1);
  const start = lineBreak < 0 || offset === 0 ? (text.startsWith('\uFEFF') ? Math.min(1, offset) : 0) : lineBreak + 1;
  const next = text.indexOf('\n', offset);
  return lineBetween(text, start, next < 0 ? text.length : next);
}

/** @param feed where the line feed stands that ends it, or the text's end */
function lineBetween(text: string, start: number, feed: number): TextLine {
  const end = feed > start && feed < text.length && text[feed - 1] === '\r' ? feed - 1 : feed;
  let at = start;
  while (at < end && text[at] === ' ') at++;
  const indent = at - start;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return { start, end, indent, isEmpty: at === end || text[at] === '#' };
}

/** The lines above one that begins at `lineStart`, nearest first, without the empty ones. */
export function* linesAbove(text: string, lineStart: number): Generator<TextLine, void> {
  let feed = lineStart - 1;
  while (feed >= 0 && text[feed] === '\n') {
    const before = feed === 0 ? -1 : text.lastIndexOf('\n', feed - 1);
    const line = before < 0 ? lineAt(text, feed) : lineBetween(text, before + 1, feed);
    if (!line.isEmpty) yield line;
    feed = before;
  }
}

/** The lines below one that ends at `lineEnd`, nearest first, without the empty ones. */
export function* linesBelow(text: string, lineEnd: number): Generator<TextLine, void> {
  let next = text.indexOf('\n', lineEnd) + 1;
  while (next > 0) {
    const feed = text.indexOf('\n', next);
    const line = lineBetween(text, next, feed < 0 ? text.length : feed);
    if (!line.isEmpty) yield line;
    next = feed + 1;
  }
}
