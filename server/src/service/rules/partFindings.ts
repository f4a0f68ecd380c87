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
 * What is found in a part of a plan, kept until its text changes or something else that decides. A long plan has thousands of parts, looked at with each
 * key stroke: where nothing has changed nothing is made.
 *
 * @param item the piece that holds the part
 * @param ask is given the part, and the piece by itself
 */
export function partFindings<Part extends object>(kept: KeptFindings, part: Part, item: PlanItem, decisive: readonly unknown[], ask: (part: Part, alone: PlanDocument) => readonly Finding[]): readonly Finding[] {
  const { start } = item;
  const { text } = item.parsed;
  const before = kept.get(part);
  let findings: readonly Finding[];
  if (before?.text === text && areSame(before.decisive, decisive)) {
    if (before.start === start || before.findings.length === 0) return before.findings;
    findings = before.findings.map((finding) => movedFinding(finding, start - before.start));
  } else findings = ask(part, pieceAlone(item)).map((finding) => movedFinding(finding, start));
  kept.set(part, { text, decisive, start, findings });
  return findings;
}

function areSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  for (let index = 0; index < now.length; index++) if (before[index] !== now[index]) return false;
  return true;
}
