import type { TextEdit } from '../finding.ts';
import { isBlockHeader, lineEntries } from './planLine.ts';
import { lineAt, linesAbove, linesBelow, type TextLine } from './surroundingLines.ts';

/**
 * Keeps the indentation of a block (`run: |`) when a line has been begun in it: the first line stands below the header's key, any other at
 * the column of the line before it, whatever that ends with, since a colon at its end is no YAML there. A line that was typed or pasted further
 * left than the block, and that can be nothing but its text, is moved into it.
 *
 * By lines alone: while a line is being written the YAML is broken just there.
 *
 * @param offset on the new line
 */
export function newLineEdits(text: string, offset: number): TextEdit[] {
  const line = lineAt(text, offset);
  const before = writtenAbove(text, line);
  if (before === undefined) return [];
  const header = headerIn(text, before);
  if (isStructure(text, line, header ?? blockAround(text, before))) return [];
  if (header !== undefined) return indented(text, line, firstIndent(text, line, header));
  const left = leftOf(text, before);
  if (left !== undefined) return [...indented(text, before, left), ...indented(text, line, left)];
  // What an open bracket asks for the editor knows.
  const isBracketed = /[({[]\s*$/.test(text.slice(before.start, before.end)) || /^\s*[)}\]]/.test(text.slice(line.start, line.end));
  return blockAround(text, before) === undefined || isBracketed ? [] : indented(text, line, indentationOf(text, before));
}

/** True for a line behind a block that the plan goes on with: a line begun right before it must not draw it into the block. */
function isStructure(text: string, line: TextLine, header: number | undefined): boolean {
  if (header === undefined || line.indent > header) return false;
  const written = text.slice(line.start + line.indent, line.end);
  return /^(?:[#?%]|---|\.\.\.)/.test(written) || lineEntries(written).length > 0;
}

/** The key column of a line that ends in a block's header. */
function headerIn(text: string, line: TextLine): number | undefined {
  if (line.isEmpty || blockAround(text, line) !== undefined) return undefined;
  const last = lineEntries(text.slice(line.start, line.end)).at(-1);
  return last !== undefined && isBlockHeader(last.rest) ? last.column : undefined;
}

/** The header of the block that a line is in: the nearest above that stands further left decides. */
function blockAround(text: string, line: TextLine): number | undefined {
  let left = line.indent;
  for (const above of linesAbove(text, line.start)) {
    if (left === 0) return undefined;
    if (above.indent >= left) continue;
    const last = lineEntries(text.slice(above.start, above.end)).at(-1);
    if (last !== undefined && isBlockHeader(last.rest) && last.column < left) return last.column;
    left = above.indent;
  }
  return undefined;
}

/** Below a header: where the block's lines stand already, or two columns behind the key. */
function firstIndent(text: string, line: TextLine, header: number): string {
  const below = linesBelow(text, line.end).next().value;
  return below !== undefined && below.indent > header ? indentationOf(text, below) : ' '.repeat(header + 2);
}

/**
 * The indentation of the block that ends right above a line which belongs into it: one between the columns of header and block, where YAML
 * allows nothing, or further left one that begins as commands do.
 */
function leftOf(text: string, line: TextLine): string | undefined {
  const above = writtenAbove(text, line);
  if (line.isEmpty || above === undefined || above.indent <= line.indent) return undefined;
  const header = blockAround(text, above);
  const written = text.slice(line.start + line.indent, line.end);
  if (header === undefined || lineEntries(text.slice(line.start, line.end)).length > 0) return undefined;
  if (line.indent <= header && !/^(?:[A-Z][A-Za-z]+-[A-Z][A-Za-z]+|\$[A-Za-z_]\w*)(?=[\s.=|;]|$)/.test(written)) return undefined;
  let first = above;
  for (const each of linesAbove(text, above.start)) {
    if (each.indent <= header) break;
    first = each;
  }
  return first.indent > line.indent ? indentationOf(text, first) : undefined;
}

function writtenAbove(text: string, line: TextLine): TextLine | undefined {
  for (let at = line; at.start > 0; ) {
    at = lineAt(text, at.start - 1);
    if (text.slice(at.start, at.end).trim() !== '') return at;
    if (at.start <= 1) return undefined;
  }
  return undefined;
}

function indentationOf(text: string, { start, end }: TextLine): string {
  return /^[ \t]*/.exec(text.slice(start, end))?.[0] ?? '';
}

function indented(text: string, line: TextLine, indentation: string): TextEdit[] {
  const now = indentationOf(text, line);
  return now === indentation ? [] : [{ range: { start: line.start, end: line.start + now.length }, newText: indentation }];
}
