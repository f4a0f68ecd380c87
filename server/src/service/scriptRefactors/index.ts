import type { Catalogue } from '../catalogue/catalogue.ts';
import { regionAt } from '../embedded/scriptRegions.ts';
import type { HostOffset } from '../embedded/offsetMap.ts';
import { writeScript } from '../embedded/writeScript.ts';
import type { OffsetRange, TextEdit } from '../finding.ts';
import { bindScript } from '../powershell/binder/index.ts';
import { readScript } from '../powershell/readScript.ts';
import type { ReadPlan } from '../readPlan.ts';
import { correctCasing } from './correctCasing.ts';
import { expandAlias } from './expandAlias.ts';
import { oneParameterALine, parametersOnOneLine } from './parameterLines.ts';
import type { Refactoring } from './refactor.ts';
import { spellParameterOut } from './spellParameterOut.ts';
import { splatParameters } from './splatParameters.ts';
import { writeSplatOut } from './writeSplatOut.ts';

const refactorings: readonly Refactoring[] = [expandAlias, correctCasing, spellParameterOut, oneParameterALine, parametersOnOneLine, splatParameters, writeSplatOut];

/** A rewriting in the plan's offsets. */
export interface PlanRefactor {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** How the call at a selection could be written as well; none outside of scripts, and none where PowerShell cannot read the script. */
export function refactorsAt({ document }: ReadPlan, selected: OffsetRange, catalogue: Catalogue): PlanRefactor[] {
  const region = regionAt(document, selected.start);
  if (region?.language !== 'powershell') return [];
  const start = region.map.toScript(selected.start as HostOffset);
  const end = region.map.toScript(selected.end as HostOffset);
  if (start === undefined || end === undefined) return [];
  const script = readScript(region.text);
  if (script.errors.length > 0) return [];
  // Inner calls come behind those around them.
  const call = bindScript(script.tree, catalogue).findLast(({ command }) => command.start <= start && end <= command.end && !script.isText(command.start));
  if (call === undefined) return [];
  return refactorings.flatMap((refactoring): PlanRefactor[] => {
    const found = refactoring({ script, call, selection: { start, end }, catalogue });
    const edits = found?.edits.map(({ range, newText }) => writeScript(document.text, region, range, newText)) ?? [];
    return found === undefined || !edits.every((edit) => edit !== undefined) ? [] : [{ title: found.title, edits }];
  });
}
