/** What the checks behind N1 say where no host is left for them to judge. */
import type { CheckContext, Outcome } from '../engine/check.ts';

/** Skipped, since only what the federation uses is judged. */
export function nothingUsed({ subject }: CheckContext): Outcome {
  return {
    verdict: 'skipped',
    summary:
      `Skipped because only "${subject.domain}" itself has an address, and no federation information was found there: ` +
      'what answers is a web site that the federation does not use.',
    evidence: [],
    about: 'domain',
  };
}
