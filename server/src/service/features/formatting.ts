import type { OffsetRange, TextEdit } from '../finding.ts';
import { parsePlan } from '../plan/planDocument.ts';
import type { ReadPlan } from '../readPlan.ts';
import { applyEdits } from './applyEdits.ts';
import { planTokens, type Level, type PlanToken } from './planTokens.ts';

/**
 * The edits that format a plan: mappings and lists are indented by two blanks a level, one blank stands behind a dash and a
 * colon, none at a line's end. No scalar's content or style and no comment's text is touched; a block of text moves as a whole
 * with its key. What would read otherwise afterwards is not edited at all.
 *
 * @param within only edits of these lines
 */
export function formattingEdits(plan: ReadPlan, within?: OffsetRange): TextEdit[] {
  const { text, problems, isRead } = plan.document;
  // An alias without its anchor is a fault of meaning; any other leaves open what the lines belong to.
  if (!isRead || problems.some(({ code }) => code !== 'yaml/unknown-alias')) return [];
  const tokens = planTokens(text);
  if (tokens === undefined) return [];
  const all = tokens.flatMap((token, index) => blanksBetween(token, tokens[index + 1], text));
  all.push(...indentation(text, tokens));
  const edits = all
    .filter(({ range, newText }) => text.slice(range.start, range.end) !== newText && (within === undefined || (range.start <= within.end && within.start <= range.end)))
    .sort((a, b) => a.range.start - b.range.start);
  return edits.length === 0 || readsAlike(plan, applyEdits(text, edits), tokens) ? edits : [];
}

/** Behind a colon and a dash, and at a line's end. */
function blanksBetween({ type, start, source, column }: PlanToken, next: PlanToken | undefined, text: string): TextEdit[] {
  const end = start + source.length;
  if (type === 'space') {
    const isLast = next === undefined || next.type === 'newline';
    return isLast ? [{ range: { start, end }, newText: '' }] : [];
  }
  const isIndicator = type === 'map-value-ind' || (type === 'seq-item-ind' && column !== undefined);
  if (!isIndicator) return [];
  const blank = next?.type === 'space' ? next.source.length : 0;
  const behind = text.slice(end + blank, end + blank + 1);
  // A line's end is cleared above; how far off a comment stands is its writer's choice.
  if (/^[\r\n#,\]}]?$/.test(behind)) return [];
  return [{ range: { start: end, end: end + blank }, newText: ' ' }];
}

/** A line that begins with a comment. */
interface CommentLine {
  readonly start: number;
  readonly indent: number;
}

/** The blanks at the beginning of each line that is not text of a block. */
function indentation(text: string, tokens: readonly PlanToken[]): TextEdit[] {
  const edits: TextEdit[] = [];
  const indent = (start: number, from: number, to: number): void => void edits.push({ range: { start, end: start + from }, newText: ' '.repeat(Math.max(0, to)) });
  // The entries that are open at a place, and the comments whose place what follows them decides.
  const open: Level[] = [];
  let comments: CommentLine[] = [];
  const placeComments = (following: Level | undefined): void => {
    for (const { start, indent: from } of comments) indent(start, from, commentColumn(from, following, open));
    comments = [];
  };
  let lineStart = text.startsWith('\ufeff') ? 1 : 0;
  let isFirst = true;
  for (const { type, start, source, level, column, header } of tokens) {
    if (type === 'newline') [lineStart, isFirst] = [start + source.length, true];
    if (type === 'newline' || type === 'space' || source === '' || source === '\ufeff') continue;
    const from = start - lineStart;
    if (type === 'block-scalar') edits.push(...blockLines(start, source, header, level));
    else {
      if (isFirst && type === 'comment') comments.push({ start: lineStart, indent: from });
      else if (isFirst) {
        const to = column ?? from + level.to - level.from;
        placeComments({ from, to });
        indent(lineStart, from, to);
      }
      if (column === level.to) {
        while ((open.at(-1)?.from ?? -1) >= from) open.pop();
        open.push({ from, to: column });
      }
      edits.push(...continuationLines(start, source, level));
    }
    if (source.includes('\n')) lineStart = start + source.lastIndexOf('\n') + 1;
    isFirst = type === 'block-scalar' && source.endsWith('\n');
  }
  placeComments(undefined);
  return edits;
}

/** A comment keeps to what follows it at its column, or else to the entry that is open there. */
function commentColumn(from: number, following: Level | undefined, open: readonly Level[]): number {
  if (following === undefined && from === 0) return 0;
  if (following?.from === from) return following.to;
  const own = open.findLast((level) => level.from === from);
  if (own !== undefined || following === undefined || from > following.from) return (own ?? open.findLast((level) => level.from <= from))?.to ?? 0;
  return following.to;
}

/** A block of text moves with its key: all of its lines by the same number of blanks. */
function blockLines(start: number, source: string, header: string, level: Level): TextEdit[] {
  const lines = source.split('\n');
  const digit = /^[|>][+-]?([1-9])/.exec(header)?.[1];
  const first = lines.find((line) => line.trim() !== '');
  const from = digit === undefined ? blanksOf(first ?? '') : level.from + Number(digit);
  const to = level.to + Number(digit ?? 2);
  if (from === to || first === undefined) return [];
  let at = start;
  return lines.map((line) => {
    const blanks = blanksOf(line);
    const range = { start: at, end: at + blanks };
    at += line.length + 1;
    // Blanks up to the indentation are no content of an empty line.
    const isEmpty = line.trim() === '' && blanks <= from;
    return { range, newText: ' '.repeat(isEmpty ? 0 : blanks + to - from) };
  });
}

/** The further lines of a text in quotes or without; their indentation is no content, but must be deeper than the key. */
function continuationLines(start: number, source: string, { from, to }: Level): TextEdit[] {
  if (from === to || !source.includes('\n')) return [];
  let at = start;
  return source.split('\n').flatMap((line, index): TextEdit[] => {
    const blanks = blanksOf(line);
    const range = { start: at, end: at + blanks };
    at += line.length + 1;
    return index === 0 || line.trim() === '' ? [] : [{ range, newText: ' '.repeat(Math.max(0, blanks + to - from)) }];
  });
}

function blanksOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

/** True where the edited text has the same values, faults and comments. */
function readsAlike(plan: ReadPlan, text: string, tokens: readonly PlanToken[]): boolean {
  const after = parsePlan(text, plan.document);
  const { problems, value } = plan.document;
  const comments = (of: readonly PlanToken[] | undefined): string => JSON.stringify(of?.filter(({ type }) => type === 'comment').map(({ source }) => source));
  return after.problems.length === problems.length && JSON.stringify(after.value) === JSON.stringify(value) && comments(planTokens(text)) === comments(tokens);
}
