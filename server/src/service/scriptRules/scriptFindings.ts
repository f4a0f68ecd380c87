import type { Catalogue } from '../catalogue/catalogue.ts';
import type { OffsetMap } from '../embedded/offsetMap.ts';
import type { Finding, QuickFix, TextEdit } from '../finding.ts';
import { lineBreakOf } from '../plan/lineBreak.ts';
import type { PlanDocument } from '../plan/planDocument.ts';
import type { PlanModel, PlanStep } from '../plan/planModel.ts';
import { regionOfScript, readStep, scriptKeys, type ScriptKey } from '../rules/stepScript.ts';
import { statedVersions } from '../rules/statedVersions.ts';
import { judgeScript, type JudgedFinding } from './judgeScript.ts';
import type { Circumstances, ScriptEdit, ScriptFix } from './scriptRule.ts';
import { shellNames, type ShellNames } from './shellNames.ts';

/** Judged for an earlier version of the plan: a step that has not changed is the same object. Apart by what else decides. */
const judged = new WeakMap<object, Map<ScriptKey, { readonly key: string; readonly catalogue: Catalogue | undefined; readonly found: readonly JudgedFinding[] }>>();

/** What is found in the scripts of a plan's steps. */
export function scriptFindings(plan: PlanDocument, model: PlanModel, catalogue?: Catalogue): Finding[] {
  const names = shellNames(model);
  const namesKey = `${String(names.isOpen)} ${names.defined.join(' ')}`;
  return model.steps.flatMap((step) => scriptKeys.flatMap((key) => inPlan(plan, step, key, findingsOf(step, key, names, namesKey, catalogue))));
}

function findingsOf(step: PlanStep, key: ScriptKey, names: ShellNames, namesKey: string, catalogue: Catalogue | undefined): readonly JudgedFinding[] {
  const script = readStep(step, key);
  if (script === undefined) return [];
  const { data } = step;
  const at: Circumstances = {
    key,
    versions: statedVersions(step),
    ...names,
    words: [data.id, data.title, data.instructions].flatMap((each) => each ?? []).join('\n'),
    hasUndo: data.undo !== undefined,
  };
  const own = judged.get(data) ?? new Map<ScriptKey, { key: string; catalogue: Catalogue | undefined; found: readonly JudgedFinding[] }>();
  judged.set(data, own);
  const before = own.get(key);
  const circumstances = `${at.versions.join(' ')} ${namesKey}`;
  if (before?.key === circumstances && before.catalogue === catalogue) return before.found;
  const found = judgeScript(script, at, catalogue);
  own.set(key, { key: circumstances, catalogue, found });
  return found;
}

/** The findings in the plan's offsets. What has no place there (a folded or escaped text) stands at the script's key, without its fixes. */
function inPlan(plan: PlanDocument, step: PlanStep, key: ScriptKey, found: readonly JudgedFinding[]): Finding[] {
  if (found.length === 0) return [];
  const path = [...step.path, key];
  const region = regionOfScript(plan, path);
  const whole = plan.keyRange(path) ?? plan.valueRange(path);
  return found.flatMap(({ code, severity, message, range, fixes = [] }): Finding[] => {
    const place = region?.map.rangeToHost(range);
    if (region === undefined || place === undefined) return whole === undefined ? [] : [{ code, severity, message, range: whole, fixes: [] }];
    return [{ code, severity, message, range: place, fixes: fixes.flatMap((fix) => fixInPlan(plan, fix, region.map, region.text.includes('\n'))) }];
  });
}

function fixInPlan(plan: PlanDocument, { title, edits, preferred }: ScriptFix, map: OffsetMap, isBlock: boolean): QuickFix[] {
  const placed = edits.flatMap((edit) => editInPlan(plan, edit, map, isBlock) ?? []);
  return placed.length === edits.length ? [{ title, edits: placed, preferred }] : [];
}

/** Undefined where the edit has no place in the plan, or would end a text that is itself quoted or plain. */
function editInPlan(plan: PlanDocument, { range, newText }: ScriptEdit, map: OffsetMap, isBlock: boolean): TextEdit | undefined {
  const place = map.rangeToHost(range);
  if (place === undefined || (!isBlock && /["'\n#]|:\s/.test(newText))) return undefined;
  if (!newText.includes('\n')) return { range: place, newText };
  const lineStart = plan.text.lastIndexOf('\n', place.start - 1) + 1;
  const line = map.segments.find(({ host, length }) => host >= lineStart && host <= place.start && place.start <= host + length);
  return { range: place, newText: newText.replaceAll('\n', `${lineBreakOf(plan.text)}${' '.repeat((line?.host ?? lineStart) - lineStart)}`) };
}
