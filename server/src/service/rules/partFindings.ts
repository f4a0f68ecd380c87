import type { Finding } from '../finding.ts';
import { movedFinding } from '../movedFinding.ts';
import type { PlanItem } from '../plan/placedItems.ts';
import { pieceAlone, type PlanDocument } from '../plan/planDocument.ts';

/** What was found in one part of a plan, and what decided it: while that is the same, so is what is found. */
interface Kept {
  readonly text: string;
  readonly decisive: readonly unknown[];
  /** Where the piece stood when `findings` were placed. */
  readonly start: number;
  readonly findings: readonly Finding[];
}

/** By an object that lives from one version of a plan to the next while nothing of the part has changed. */
export type KeptFindings = WeakMap<object, Kept>;

/**
 * What is found in a part of a plan, kept until its text changes or something else that decides.
 *
 * @param item the piece that holds the part
 * @param ask is given the piece by itself
 */
export function partFindings(kept: KeptFindings, part: object, item: PlanItem, decisive: readonly unknown[], ask: (alone: PlanDocument) => readonly Finding[]): readonly Finding[] {
  const { start, parsed: { text } } = item;
  const before = kept.get(part);
  let findings: readonly Finding[];
  if (before?.text === text && before.decisive.every((each, index) => each === decisive[index])) {
    if (before.start === start || before.findings.length === 0) return before.findings;
    findings = before.findings.map((finding) => movedFinding(finding, start - before.start));
  } else findings = ask(pieceAlone(item)).map((finding) => movedFinding(finding, start));
  kept.set(part, { text, decisive, start, findings });
  return findings;
}
