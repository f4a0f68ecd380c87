import type { Catalogue } from '../catalogue/catalogue.ts';
import type { HostOffset } from '../embedded/offsetMap.ts';
import type { ScriptRegion } from '../embedded/scriptRegions.ts';
import type { PlanModel } from '../plan/planModel.ts';
import { completeScript } from '../powershell/completeScript.ts';
import type { OffsetRange } from '../finding.ts';
import { cmdletSnippet } from '../powershell/cmdletSnippet.ts';
import type { ScriptCompletion } from '../powershell/completion.ts';
import { hoverScript } from '../powershell/hoverScript.ts';
import type { CompletionEntry } from './completionEntry.ts';
import type { Hover } from './planHover.ts';

/** Completion inside a PowerShell region. What does not map back into the plan is left out. */
export function completeRegion(region: ScriptRegion, offset: number, model: PlanModel, catalogue: Catalogue): CompletionEntry[] {
  const at = region.language === 'powershell' ? region.map.toScript(offset as HostOffset) : undefined;
  if (at === undefined) return [];
  return completeScript(region.text, at, catalogue, versionOf(region, model)).flatMap((completion): CompletionEntry[] => {
    const range = region.map.rangeToHost(completion.replace);
    if (range === undefined) return [];
    const { label, kind, detail, documentation, insertText, filterText, sortText, mandatory, deprecated } = completion;
    return [
      ...wholeCall(completion, range, catalogue),
      {
        label,
        kind,
        detail: mandatory ? `${detail}, mandatory` : detail,
        documentation,
        range,
        newText: insertText,
        isSnippet: false,
        sortText,
        deprecated,
        ...(filterText === undefined ? {} : { filterText }),
      },
    ];
  });
}

export function hoverRegion(region: ScriptRegion, offset: number, model: PlanModel, catalogue: Catalogue): Hover | undefined {
  const at = region.language === 'powershell' ? region.map.toScript(offset as HostOffset) : undefined;
  const hover = at === undefined ? undefined : hoverScript(region.text, at, catalogue, versionOf(region, model));
  const range = hover === undefined ? undefined : region.map.rangeToHost(hover.range);
  return hover === undefined || range === undefined ? undefined : { markdown: hover.markdown, range };
}

/**
 * The call with its mandatory parameters as tab stops, beside the bare name. The editor's own snippets do not appear here: it
 * takes the language at the cursor for PowerShell.
 */
function wholeCall({ kind, label, documentation, sortText, deprecated }: ScriptCompletion, range: OffsetRange, catalogue: Catalogue): CompletionEntry[] {
  const cmdlet = kind === 'cmdlet' ? catalogue.find(label) : undefined;
  if (cmdlet?.federationArea === undefined) return [];
  const newText = cmdletSnippet(cmdlet);
  if (newText === label) return [];
  return [{ label: `${label} …`, kind: 'cmdlet', detail: 'with its mandatory parameters', documentation, range, newText, isSnippet: true, sortText: `${sortText}~`, deprecated, filterText: label }];
}

/** The Exchange version of the organization whose step it is; undefined where the plan does not say. */
function versionOf(region: ScriptRegion, model: PlanModel): string | undefined {
  const step = model.steps.find(({ path }) => path.every((part, index) => region.path[index] === part));
  return model.organizations.find(({ id }) => id === step?.data.organization)?.exchangeVersion;
}
