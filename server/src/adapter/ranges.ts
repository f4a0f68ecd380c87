import type { Range, TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { OffsetRange, TextEdit as OffsetEdit } from '../service/finding.ts';

/** Positions are made at the edge only; everything behind it counts offsets. */
export function toRange(document: TextDocument, { start, end }: OffsetRange): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

export function toTextEdit(document: TextDocument, { range, newText }: OffsetEdit): TextEdit {
  return { range: toRange(document, range), newText };
}
