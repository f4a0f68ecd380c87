import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ScriptRegion } from '../embedded/scriptRegions.ts';
import { writeScript } from '../embedded/writeScript.ts';
import type { Finding, QuickFix } from '../finding.ts';
import type { PlanDocument } from '../plan/planDocument.ts';
import type { PlanModel, PlanStep } from '../plan/planModel.ts';
import { partFindings, type KeptFindings } from '../rules/partFindings.ts';
import { regionOfScript, readStep, scriptKeys, type ScriptKey } from '../rules/stepScript.ts';
import { statedVersions } from '../rules/statedVersions.ts';
import { judgeScript, type JudgedFinding } from './judgeScript.ts';
import type { Circumstances, ScriptFix } from './scriptRule.ts';
import { shellNames, type ShellNames } from './shellNames.ts';

/** Judged for an earlier version of the plan: a step that has not changed is the same object. Apart by what else decides. */
const judged = new WeakMap<object, Map<ScriptKey, { readonly key: string; readonly catalogue: Catalogue | undefined; readonly found: readonly JudgedFinding[] }>>();

const kept: KeptFindings = new WeakMap();

/** What is found in the scripts of a plan's steps. */
export function scriptFindings(plan: PlanDocument, model: PlanModel, catalogue?: Catalogue): Finding[] {
  const names = shellNames(model);
  const namesKey = `${String(names.isOpen)} ${names.defined.join(' ')}`;
  const decisive = [namesKey, catalogue];
  const found: Finding[] = [];
  const ask = (step: PlanStep, alone: PlanDocument): Finding[] => scriptKeys.flatMap((key) => inPlan(alone, step, key, findingsOf(step, key, names, namesKey, catalogue)));
  for (const step of model.steps) {
    const item = plan.itemAt(step.path);
    const findings = item === undefined ? [] : partFindings(kept, step, item, decisive, ask);
    if (findings.length > 0) found.push(...findings);
  }
  return found;
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

/** The findings in the plan's offsets. What has no place there stands at the script's key, without its fixes. */
function inPlan(plan: PlanDocument, step: PlanStep, key: ScriptKey, found: readonly JudgedFinding[]): Finding[] {
  if (found.length === 0) return [];
  const path = [...step.path, key];
  const region = regionOfScript(plan, path);
  const whole = plan.keyRange(path) ?? plan.valueRange(path);
  return found.flatMap(({ code, severity, message, range, fixes = [] }): Finding[] => {
    const place = region?.map.rangeToHost(range);
    if (region === undefined || place === undefined) return whole === undefined ? [] : [{ code, severity, message, range: whole, fixes: [] }];
    return [{ code, severity, message, range: place, fixes: fixes.flatMap((fix) => fixInPlan(plan, fix, region)) }];
  });
}

function fixInPlan(plan: PlanDocument, { title, edits, preferred }: ScriptFix, region: ScriptRegion): QuickFix[] {
  const placed = edits.flatMap(({ range, newText }) => writeScript(plan.text, region, range, newText) ?? []);
  return placed.length === edits.length ? [{ title, edits: placed, preferred }] : [];
}
