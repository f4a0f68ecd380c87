import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Finding, OffsetRange, TextEdit } from '../finding.ts';
import type { ReadPlan } from '../readPlan.ts';
import type { SignatureHelp } from '../powershell/signatureHelp.ts';
import { refactorsAt, type PlanRefactor } from '../scriptRefactors/index.ts';
import { runChecksLenses, type RunChecksLens } from './codeLenses.ts';
import { fixAllEdits } from './fixAll.ts';
import { foldingRanges, type Fold } from './folding.ts';
import { formattingEdits } from './formatting.ts';
import { profileHints, type Hint } from './inlayHints.ts';
import { linkedRanges } from './linkedEditing.ts';
import { planLinks, type PlanLink } from './links.ts';
import { newLineEdits } from './newLine.ts';
import { outline, type OutlineItem } from './outline.ts';
import { definitionsAt, highlightsAt, referencesAt, type Highlight } from './references.ts';
import { rename, renameStart, type Refusal, type RenameStart } from './rename.ts';
import { repairPdf, type Repair } from './repairPdf.ts';
import { signatureHelpAt } from './scriptFeatures.ts';
import { selectionAt } from './selection.ts';
import { semanticTokens, type SemanticToken } from './semanticTokens.ts';
import { matchingSymbols } from './workspaceSymbols.ts';

/** What an editor asks of a plan besides its findings, completion and hover. Each reads the plan when it is asked and keeps nothing. */
export interface EditorFeatures {
  definitions(plan: ReadPlan, offset: number): OffsetRange[];
  references(plan: ReadPlan, offset: number, withDefinition: boolean): OffsetRange[];
  highlights(plan: ReadPlan, offset: number): Highlight[];
  renameStart(plan: ReadPlan, offset: number): RenameStart | Refusal | undefined;
  rename(plan: ReadPlan, offset: number, newName: string): readonly TextEdit[] | Refusal;
  outline(plan: ReadPlan): OutlineItem[];
  matchingSymbols(plan: ReadPlan, query: string): OutlineItem[];
  foldingRanges(plan: ReadPlan): Fold[];
  /** Innermost first. */
  selection(plan: ReadPlan, offset: number): OffsetRange[];
  links(plan: ReadPlan): PlanLink[];
  semanticTokens(plan: ReadPlan): SemanticToken[];
  profileHints(plan: ReadPlan): Hint[];
  runChecksLenses(plan: ReadPlan): RunChecksLens[];
  /** What is typed together with an id where it is defined; none elsewhere. */
  linkedRanges(plan: ReadPlan, offset: number): OffsetRange[];
  /** What keeps a block's indentation when a line has been begun at an offset. */
  newLineEdits(plan: ReadPlan, offset: number): TextEdit[];
  /** @param within only the lines of this range */
  format(plan: ReadPlan, within?: OffsetRange): TextEdit[];
  /** The certain fixes of findings, all at once. */
  fixAll(plan: ReadPlan, findings: readonly Finding[]): TextEdit[];
  /** The forms of the call at an offset of a script. */
  signatureHelp(plan: ReadPlan, offset: number): SignatureHelp | undefined;
  /** How the call of a script at a selection could be written as well. */
  refactors(plan: ReadPlan, selected: OffsetRange): PlanRefactor[];
  /** What a PDF has done to a text that was copied from it, mended. */
  repairPdf(plan: ReadPlan): Repair[];
}

/** @param toAscii A-label form of a domain, or the empty string */
export function editorFeatures(catalogue: Catalogue, toAscii: (name: string) => string): EditorFeatures {
  return {
    definitions: definitionsAt,
    references: referencesAt,
    highlights: highlightsAt,
    renameStart,
    rename: (plan, offset, newName) => rename(plan, offset, newName, toAscii),
    outline,
    matchingSymbols,
    foldingRanges,
    selection: selectionAt,
    links: planLinks,
    semanticTokens: (plan) => semanticTokens(plan, catalogue),
    profileHints,
    runChecksLenses: (plan) => runChecksLenses(plan, toAscii),
    linkedRanges,
    newLineEdits: (plan, offset) => newLineEdits(plan.document.text, offset),
    format: formattingEdits,
    fixAll: fixAllEdits,
    signatureHelp: (plan, offset) => signatureHelpAt(plan, offset, catalogue),
    refactors: (plan, selected) => refactorsAt(plan, selected, catalogue),
    repairPdf: (plan) => repairPdf(plan, catalogue),
  };
}
