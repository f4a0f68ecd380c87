import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { ScriptOffset } from '../embedded/offsetMap.ts';
import { scriptRegions, type ScriptRegion } from '../embedded/scriptRegions.ts';
import type { OffsetRange } from '../finding.ts';
import { parseScript, walk } from '../powershell/parser/index.ts';
import type { ReadPlan } from '../readPlan.ts';
import { planEntries, type PlanEntry } from './planEntries.ts';

export interface Fold {
  /** From the line that stays to the last line that goes. */
  readonly range: OffsetRange;
  readonly kind: 'entry' | 'comment' | 'region';
}

/** What can be folded: entries of several lines, blocks inside scripts, runs of comments, `# region` … `# endregion`. */
export function foldingRanges(plan: ReadPlan): Fold[] {
  const { document } = plan;
  const { text } = document;
  const entries = planEntries(document);
  const blocks = entries.filter(({ value }) => isScalar(value) && (value.type === 'BLOCK_LITERAL' || value.type === 'BLOCK_FOLDED')).flatMap((entry) => rangeOf(entry) ?? []);
  const pieces = document.items.flatMap(({ path }) => (path.length === 0 ? [] : [String(path[0])]));
  const headers = [...new Set(pieces)].flatMap((key): OffsetRange[] => {
    const [own, value] = [document.keyRange([key]), document.valueRange([key])];
    return own === undefined || value === undefined ? [] : [{ start: own.start, end: value.end }];
  });
  const folds = [...entries.flatMap((entry) => rangeOf(entry) ?? []), ...headers, ...scriptRegions(document).flatMap(scriptFolds)];
  return [...folds.map((range): Fold => ({ range, kind: 'entry' })), ...commentFolds(text, blocks)]
    .map(({ range, kind }): Fold => ({ range: { start: range.start, end: trimmedEnd(text, range) }, kind }))
    .filter(({ range }) => text.slice(range.start, range.end).includes('\n'))
    .sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
}

/** An entry with a value of several lines, or a list item that is one. */
function rangeOf({ key, value, base }: PlanEntry): OffsetRange | undefined {
  const from: Node | undefined = key ?? value;
  if (!from?.range || !value?.range || !(isMap(value) || isSeq(value) || isScalar(value))) return undefined;
  return { start: base + from.range[0], end: base + value.range[1] };
}

/** Blocks, hashtables and here-strings of PowerShell. */
function scriptFolds({ language, text, map }: ScriptRegion): OffsetRange[] {
  if (language !== 'powershell' || !/[{@(]/.test(text)) return [];
  const found: OffsetRange[] = [];
  walk(parseScript(text).tree, (node) => {
    const isBlock = node.kind === 'StatementBlock' || node.kind === 'ScriptBlockExpression' || node.kind === 'Hashtable' || node.kind === 'ParenExpression';
    const isHereString = (node.kind === 'StringConstantExpression' || node.kind === 'ExpandableStringExpression') && node.quote.endsWith('HereString');
    if (!isBlock && !isHereString) return;
    const [start, end] = [map.toHost(node.start as ScriptOffset), map.toHost(node.end as ScriptOffset)];
    if (start !== undefined && end !== undefined && end > start) found.push({ start, end });
  });
  return found;
}

/** Comments are found by lines; inside blocks of text only the markers of regions count, which PowerShell has too. */
function commentFolds(text: string, blocks: readonly OffsetRange[]): Fold[] {
  const found: Fold[] = [];
  const regions: number[] = [];
  let run: { readonly indent: number; readonly start: number; end: number } | undefined;
  let block = 0;
  const endRun = (): void => {
    if (run !== undefined) found.push({ range: { start: run.start, end: run.end }, kind: 'comment' });
    run = undefined;
  };
  for (const line of text.matchAll(/^([ \t]*)(#?)(.*)$/gm)) {
    const [, indent = '', mark = '', rest = ''] = line;
    const start = line.index + indent.length;
    const end = line.index + line[0].length;
    while ((blocks[block]?.end ?? Infinity) <= start) block++;
    const isInBlock = (blocks[block]?.start ?? Infinity) <= line.index;
    const marker = mark === '' ? undefined : /^\s*(end)?region\b/.exec(rest);
    if (marker !== undefined && marker !== null) {
      endRun();
      const opened = marker[1] === undefined ? void regions.push(start) : regions.pop();
      if (opened !== undefined) found.push({ range: { start: opened, end }, kind: 'region' });
    } else if (mark === '' || isInBlock) endRun();
    else if (run?.indent === indent.length) run.end = end;
    else {
      endRun();
      run = { indent: indent.length, start, end };
    }
  }
  endRun();
  return found;
}

function trimmedEnd(text: string, { start, end }: OffsetRange): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1] ?? '')) at--;
  return at;
}
