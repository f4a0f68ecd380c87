import { openCatalogue } from './catalogue/catalogue.ts';
import type { CheckResult, CheckSubject } from '../protocol/checks.ts';
import type { CmdletName } from '../protocol/messages.ts';
import { checkSubjects } from './checkSubjects.ts';
import { regionAt } from './embedded/scriptRegions.ts';
import { checkFindings, type CheckFinding } from './features/checkFindings.ts';
import type { CompletionEntry } from './features/completionEntry.ts';
import { editorFeatures, type EditorFeatures } from './features/editorFeatures.ts';
import { missingKeysFix } from './features/missingKeysFix.ts';
import { completePlan } from './features/planCompletion.ts';
import { hoverPlan, type Hover } from './features/planHover.ts';
import { quoteAliasFix } from './features/quoteAliasFix.ts';
import { completeRegion, hoverRegion } from './features/scriptFeatures.ts';
import { suppressFix } from './features/suppressFix.ts';
import { withSymbol } from './features/symbolHover.ts';
import { powershellFileFeatures, type PowershellFileFeatures } from './features/powershellFile.ts';
import { profileFeatures, type ProfileFeatures } from './features/profileFeatures.ts';
import type { Finding, QuickFix } from './finding.ts';
import { judge, type Levels } from './judgement.ts';
import type { OwnProfiles } from './plan/ownProfiles.ts';
import { readPlan, type ReadPlan } from './readPlan.ts';
import { cmdletSnippet } from './powershell/cmdletSnippet.ts';
import { explain, type Topic } from './powershell/topic.ts';

export type { ReadPlan } from './readPlan.ts';

export interface ServiceHost {
  /** Content of the cmdlet catalogue's data file. */
  readonly catalogueText: string;
  /** A-label form of a domain, or the empty string. */
  toAscii(name: string): string;
}

/** The language service: text in, plain data out. It keeps no plans and does no I/O. */
export interface LanguageService extends EditorFeatures, ProfileFeatures, PowershellFileFeatures {
  /** Reads a plan; given the one before a change, only what the change has touched. */
  read(text: string, previous?: ReadPlan, ownProfiles?: OwnProfiles): ReadPlan;
  complete(plan: ReadPlan, offset: number): CompletionEntry[];
  /** What a completion is about, in Markdown. */
  explain(topic: Topic): string;
  hover(plan: ReadPlan, offset: number): Hover | undefined;
  /** What is shown of a plan's findings: with the user's levels and the plan's own suppressions. */
  judge(plan: ReadPlan, levels: Levels): Finding[];
  /** The same of what can be said at once; all of it where the plan is settled. */
  judgeFirst(plan: ReadPlan, levels: Levels): Finding[];
  /** A finding's quick fixes, the comment that suppresses it last. */
  fixes(plan: ReadPlan, finding: Finding): QuickFix[];
  checkSubjects(plan: ReadPlan): CheckSubject[];
  checkFindings(plan: ReadPlan, results: readonly CheckResult[]): CheckFinding[];
  cmdletNames(): CmdletName[];
  /** A call with its mandatory parameters as tab stops; undefined for a name that the catalogue does not have. */
  cmdletSnippet(name: string): string | undefined;
}

export function createLanguageService(host: ServiceHost): LanguageService {
  const catalogue = openCatalogue(host.catalogueText);
  return {
    ...powershellFileFeatures(catalogue),
    ...editorFeatures(catalogue, (name) => host.toAscii(name)),
    ...profileFeatures,
    read: (text, previous, ownProfiles) => readPlan(text, previous, catalogue, ownProfiles),
    complete(plan, offset) {
      const { document, model } = plan;
      const region = regionAt(document, offset);
      return region === undefined ? completePlan(document.text, offset, model) : completeRegion(plan, region, offset, catalogue);
    },
    explain: (topic) => explain(topic, catalogue),
    hover(plan, offset) {
      const { document, model } = plan;
      const region = regionAt(document, offset);
      return withSymbol(plan, offset, region === undefined ? hoverPlan(plan, offset, catalogue) : hoverRegion(region, offset, model, catalogue));
    },
    judge: ({ document, findings }, levels) => judge(document.text, findings, levels),
    judgeFirst: ({ document, firstFindings, isSettled }, levels) => judge(document.text, firstFindings, levels, isSettled),
    fixes(plan, finding) {
      const suppress = suppressFix(plan, finding);
      return [...finding.fixes, ...quoteAliasFix(plan, finding), ...missingKeysFix(plan, finding), ...(suppress === undefined ? [] : [suppress])];
    },
    checkSubjects: ({ model }) => checkSubjects(model, (name) => host.toAscii(name)),
    checkFindings: ({ document, model }, results) => checkFindings(document, model, results, (name) => host.toAscii(name)),
    cmdletNames: () => catalogue.entries.map(({ name, versions, federationArea }) => ({ name, versions: versions.join(' '), federation: federationArea !== undefined })),
    cmdletSnippet(name) {
      const cmdlet = catalogue.find(name);
      return cmdlet === undefined ? undefined : cmdletSnippet(cmdlet);
    },
  };
}
