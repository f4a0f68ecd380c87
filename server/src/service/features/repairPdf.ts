import type { Catalogue } from '../catalogue/catalogue.ts';
import { scriptRegions } from '../embedded/scriptRegions.ts';
import { writeScript } from '../embedded/writeScript.ts';
import type { OffsetRange, TextEdit } from '../finding.ts';
import { parsePlan } from '../plan/planDocument.ts';
import type { ReadPlan } from '../readPlan.ts';
import { applyEdits } from './applyEdits.ts';
import { commandNames, repairScript, type DamageKind, type ScriptRepair } from './repairScript.ts';

/** Edits of one kind of damage. */
export interface Repair {
  readonly kind: DamageKind;
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

const titles: Readonly<Record<DamageKind, string>> = {
  blank: 'No-break and zero-width blanks',
  hyphen: 'Hyphens and dashes in commands',
  quote: 'Curly quotes in commands',
  line: 'Broken lines in commands',
};

/**
 * What a PDF or a word processor has done to commands that were copied from it: other blanks, hyphens and quotes, hyphens that
 * are lost, lines that are broken inside a name. Nothing is taken for damage but what the cmdlet catalogue or PowerShell's own
 * grammar shows to be.
 */
export function repairPdf(plan: ReadPlan, catalogue: Catalogue): Repair[] {
  const { document } = plan;
  const names = commandNames(catalogue);
  const inScripts = scriptRegions(document).flatMap((region) =>
    repairScript(region, catalogue, names).flatMap(({ kind, range, newText }): ScriptRepair[] => {
      const edit = writeScript(document.text, region, range, newText);
      return edit === undefined ? [] : [{ kind, ...edit }];
    }),
  );
  const all = withoutOverlaps([...inScripts, ...blanks(document.text, inScripts)]);
  const repairs = (Object.keys(titles) as DamageKind[]).flatMap((kind): Repair[] => {
    const edits = all.filter((edit) => edit.kind === kind).map(({ range, newText }) => ({ range, newText }));
    return edits.length === 0 ? [] : [{ kind, title: titles[kind], edits }];
  });
  const after = parsePlan(applyEdits(document.text, all), document);
  return after.problems.length <= document.problems.length ? repairs : [];
}

/** Blanks that look like one and are none to YAML, and characters that nobody sees; soft hyphens outside of scripts. */
function blanks(text: string, before: readonly ScriptRepair[]): ScriptRepair[] {
  const done = new Set(before.map(({ range }) => range.start));
  return [...text.matchAll(/[\u00a0\u2007\u202f]|[\u200b\u2060\u00ad]|(?<!^)\ufeff/g)].flatMap((match): ScriptRepair[] => {
    const range = { start: match.index, end: match.index + 1 };
    if (done.has(range.start)) return [];
    return [{ kind: match[0] === '\u00ad' ? 'hyphen' : 'blank', range, newText: /[\u00a0\u2007\u202f]/.test(match[0]) ? ' ' : '' }];
  });
}

function withoutOverlaps(edits: readonly ScriptRepair[]): ScriptRepair[] {
  let last: OffsetRange | undefined;
  return [...edits]
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)
    .filter(({ range }) => {
      const isFree = last === undefined || range.start >= last.end;
      if (isFree) last = range;
      return isFree;
    });
}
