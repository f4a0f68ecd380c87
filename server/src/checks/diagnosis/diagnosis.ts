/** What a row of the table of failures sees of a domain, and what it says of it. */
import type { CheckId, CheckSubject, Verdict } from '../../protocol/checks.ts';
import type { Considered } from '../engine/check.ts';

/** All that the checks of one domain came to. A check that did not run is absent. */
export interface Findings {
  readonly subject: CheckSubject;
  readonly of: (check: CheckId) => Considered | undefined;
}

/** One cause behind several findings. Undefined where the findings do not show it: a row never guesses. */
export type Found = { readonly cause: string; readonly fix: string; readonly explains: readonly CheckId[] } | undefined;

/** A row of the table of failures; a file each. */
export interface DiagnosisRow {
  /** Stable, shown to users. */
  readonly id: string;
  /** What users or cmdlets show of it. */
  readonly symptom: string;
  find(findings: Findings): Found;
}

export function isVerdict({ of }: Findings, check: CheckId, ...verdicts: readonly Verdict[]): boolean {
  const verdict = of(check)?.verdict;
  return verdict !== undefined && verdicts.includes(verdict);
}

/** W2, where it is the certificate of the EWS host that it finds wanting. */
export function endpointWithoutTrust({ of }: Findings): readonly CheckId[] {
  return of('W2')?.facts.certificateRefused === true ? ['W2'] : [];
}

/** Those of the checks that found something or could not be carried out: what a cause may explain. */
export function troubled(findings: Findings, checks: readonly CheckId[]): readonly CheckId[] {
  return checks.filter((check) => isVerdict(findings, check, 'fail', 'warn', 'unknown', 'skipped'));
}
