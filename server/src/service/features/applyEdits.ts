import type { TextEdit } from '../finding.ts';

/** A text after edits that do not overlap, in whatever order they come; insertions at one place keep theirs. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { range, newText } of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    parts.push(text.slice(at, range.start), newText);
    at = range.end;
  }
  return parts.join('') + text.slice(at);
}
