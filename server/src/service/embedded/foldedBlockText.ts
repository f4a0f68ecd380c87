import type { MappedText } from './flowScalarText.ts';
import type { Segment } from './offsetMap.ts';

/**
 * Reads the lines of a folded block (`>`; YAML 1.2.2, 8.1.3): a line break between two lines of text becomes a blank; blank lines become
 * line breaks; lines that are indented further, and the breaks around them, stay as they are.
 *
 * @param lines raw, without line feeds; the block's trailing blank lines left out
 * @param start offset of the first in the plan
 * @param indent of the block
 */
export function foldedBlockText(lines: readonly string[], start: number, indent: number): MappedText {
  const segments: Segment[] = [];
  let text = '';
  let host = start;
  let blanks: Segment[] = [];
  let previous: 'none' | 'text' | 'deeper' = 'none';
  for (const line of lines) {
    const withoutReturn = line.endsWith('\r') ? line.slice(0, -1) : line;
    const cut = Math.min(indent, withoutReturn.length);
    const content = withoutReturn.slice(cut);
    // A line of blanks that reaches further than the block's indentation is one of text, too.
    if (content === '') {
      blanks.push({ host: host + cut, script: 0, length: 0, ...(cut < indent ? { isShort: true } : {}) });
      host += line.length + 1;
      continue;
    }
    const kind = /^[ \t]/.test(content) ? 'deeper' : 'text';
    const isKept = previous !== 'none' && (previous === 'deeper' || kind === 'deeper');
    const count = blanks.length + (isKept ? 1 : 0);
    // The first break ends the line above, unless there is none, or folding has taken it away; each further one is a blank line's.
    for (let each = 1; each < count; each++) {
      const blank = blanks[isKept ? each - 1 : each];
      if (blank !== undefined) segments.push({ ...blank, script: text.length + each });
    }
    text += count === 0 && previous === 'text' ? ' ' : '\n'.repeat(count);
    segments.push({ host: host + cut, script: text.length, length: content.length });
    text += content;
    blanks = [];
    previous = kind;
    host += line.length + 1;
  }
  if (segments[0]?.script !== 0) segments.unshift({ host: start, script: 0, length: 0 });
  return { text, segments };
}
