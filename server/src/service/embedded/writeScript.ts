import type { OffsetRange, TextEdit } from '../finding.ts';
import { lineBreakOf } from '../plan/lineBreak.ts';
import type { ScriptRange } from '../powershell/range.ts';
import type { ScriptRegion } from './scriptRegions.ts';

/**
 * An edit of a script as an edit of its plan: with the block's indentation and the plan's line break, or escaped as the quotes around it
 * need it. Undefined where the range has no place in the plan, or where the new text cannot stand there as the scalar is written.
 *
 * @param range in the script
 * @param newText its line breaks are line feeds
 */
export function writeScript(planText: string, region: ScriptRegion, range: ScriptRange, newText: string): TextEdit | undefined {
  const place = region.map.rangeToHost(range);
  if (place === undefined || (region.style !== 'literal' && isTrimmed(planText, place, newText))) return undefined;
  const written = writers[region.style](newText, planText, region, place.start);
  return written === undefined ? undefined : { range: place, newText: written };
}

/** Where lines are joined, blanks at their ends are no text; in a folded block those at their beginning mean more. */
function isTrimmed(planText: string, { start, end }: OffsetRange, newText: string): boolean {
  const before = planText.slice(planText.lastIndexOf('\n', start - 1) + 1, start);
  return (/[ \t]$/.test(newText) && /^(?:\r?\n|$)/.test(planText.slice(end, end + 2))) || (/^[ \t]/.test(newText) && before.trim() === '');
}

const writers: Readonly<Record<ScriptRegion['style'], (newText: string, planText: string, region: ScriptRegion, at: number) => string | undefined>> = {
  literal: (newText, planText, { map }, at) => {
    // The first line that is not blank gives the block its indentation.
    if (/^[ \t\n]/.test(newText) && planText.slice(map.segments[0]?.host, at).trim() === '') return undefined;
    if (!newText.includes('\n')) return newText;
    const lineStart = planText.lastIndexOf('\n', at - 1) + 1;
    const line = map.segments.find(({ host, length }) => host >= lineStart && host <= at && at <= host + length);
    return newText.replaceAll('\n', `${lineBreakOf(planText)}${' '.repeat((line?.host ?? lineStart) - lineStart)}`);
  },
  // A line break would be folded.
  folded: (newText) => (newText.includes('\n') ? undefined : newText),
  single: (newText) => (newText.includes('\n') ? undefined : newText.replaceAll("'", "''")),
  double: (newText) => newText.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t'),
  // Brackets and commas end a plain text that stands in brackets, a number sign and a colon end any.
  plain: (newText, _planText, { start }, at) => (/[\n#[\]{},\t]|:(?:\s|$)/.test(newText) || (at === start && !/^[\w$(]/.test(newText)) ? undefined : newText),
};
