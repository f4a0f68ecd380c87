import type { Catalogue } from '../catalogue/catalogue.ts';
import type { HostOffset } from '../embedded/offsetMap.ts';
import { regionAt, type ScriptRegion } from '../embedded/scriptRegions.ts';
import { writeScript } from '../embedded/writeScript.ts';
import type { Organization, PlanModel } from '../plan/planModel.ts';
import { completeScript } from '../powershell/completeScript.ts';
import type { OffsetRange } from '../finding.ts';
import { cmdletSnippet } from '../powershell/cmdletSnippet.ts';
import type { ScriptCompletion } from '../powershell/completion.ts';
import { hoverScript } from '../powershell/hoverScript.ts';
import type { ScriptRange } from '../powershell/range.ts';
import { signatureHelp, type SignatureHelp } from '../powershell/signatureHelp.ts';
import type { ReadPlan } from '../readPlan.ts';
import type { CompletionEntry } from './completionEntry.ts';
import type { Hover } from './planHover.ts';
import { planNames } from './scriptPlanNames.ts';

/** Completion inside a PowerShell region. What does not map back into the plan is left out. */
export function completeRegion({ document, model }: ReadPlan, region: ScriptRegion, offset: number, catalogue: Catalogue): CompletionEntry[] {
  const at = region.language === 'powershell' ? region.map.toScript(offset as HostOffset) : undefined;
  if (at === undefined) return [];
  const organization = organizationOf(region, model);
  const ranges = new Map<string, OffsetRange | undefined>();
  const hostRange = (range: ScriptRange): OffsetRange | undefined => {
    const key = `${range.start} ${range.end}`;
    if (!ranges.has(key)) ranges.set(key, region.map.rangeToHost(range));
    return ranges.get(key);
  };
  return completeScript(region.text, at, catalogue, organization?.exchangeVersion, planNames(model, organization)).flatMap((completion): CompletionEntry[] => {
    const range = hostRange(completion.replace);
    if (range === undefined) return [];
    // Between quotes and in plain text it is written as YAML needs it there; what cannot be, is not offered.
    const newText = region.style === 'literal' ? completion.insertText : writeScript(document.text, region, completion.replace, completion.insertText)?.newText;
    if (newText === undefined) return [];
    return [...(region.style === 'literal' ? wholeCall(completion, range, catalogue) : []), entryOf(completion, range, newText)];
  });
}

export function entryOf({ label, kind, detail, topic, filterText, sortText, mandatory, deprecated }: ScriptCompletion, range: OffsetRange, newText: string): CompletionEntry {
  return {
    label,
    kind,
    detail: mandatory ? `${detail}, mandatory` : detail,
    documentation: '',
    topic,
    range,
    newText,
    isSnippet: false,
    sortText,
    deprecated,
    ...(filterText === undefined ? {} : { filterText }),
  };
}

export function hoverRegion(region: ScriptRegion, offset: number, model: PlanModel, catalogue: Catalogue): Hover | undefined {
  const at = region.language === 'powershell' ? region.map.toScript(offset as HostOffset) : undefined;
  const hover = at === undefined ? undefined : hoverScript(region.text, at, catalogue, organizationOf(region, model)?.exchangeVersion);
  const range = hover === undefined ? undefined : region.map.rangeToHost(hover.range);
  return hover === undefined || range === undefined ? undefined : { markdown: hover.markdown, range };
}

export function signatureHelpAt({ document }: ReadPlan, offset: number, catalogue: Catalogue): SignatureHelp | undefined {
  const region = regionAt(document, offset);
  const at = region?.language === 'powershell' ? region.map.toScript(offset as HostOffset) : undefined;
  return region === undefined || at === undefined ? undefined : signatureHelp(region.text, at, catalogue);
}

/**
 * The call with its mandatory parameters as tab stops, beside the bare name. The editor's own snippets do not appear here: it
 * takes the language at the cursor for PowerShell.
 */
function wholeCall({ kind, label, topic, sortText, deprecated }: ScriptCompletion, range: OffsetRange, catalogue: Catalogue): CompletionEntry[] {
  const cmdlet = kind === 'cmdlet' && sortText.startsWith('0') ? catalogue.find(label) : undefined;
  if (cmdlet === undefined) return [];
  const newText = cmdletSnippet(cmdlet);
  if (newText === label) return [];
  return [{ label: `${label} …`, kind: 'cmdlet', detail: 'with its mandatory parameters', documentation: '', topic, range, newText, isSnippet: true, sortText: `${sortText}~`, deprecated, filterText: label }];
}

/** The organization whose step it is; undefined where the plan does not say. */
function organizationOf(region: ScriptRegion, model: PlanModel): Organization | undefined {
  return model.steps.find(({ path }) => path.every((part, index) => region.path[index] === part))?.organization;
}
