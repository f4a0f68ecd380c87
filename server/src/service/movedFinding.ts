import type { Finding, OffsetRange } from './finding.ts';

/** A finding in a text before which others stand: offsets that count from the text's beginning, counted from theirs. */
export function movedFinding(finding: Finding, by: number): Finding {
  const shift = ({ start, end }: OffsetRange): OffsetRange => ({ start: start + by, end: end + by });
  return {
    ...finding,
    range: shift(finding.range),
    fixes: finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(({ range, newText }) => ({ range: shift(range), newText })) })),
  };
}
