import type { Evidence } from '../../protocol/checks.ts';
import type { StatedDate } from '../engine/check.ts';
import type { HttpAnswer } from '../ports.ts';
import { header } from '../wire/httpAnswer.ts';

/**
 * The clock that a `Date` header shows; undefined where there is none. The server wrote it somewhere between question and answer, so half
 * of that time is allowed for.
 *
 * @param at when the answer was there, by this machine's clock
 */
export function readDate(by: string, answer: HttpAnswer, at: number, evidence: Evidence | undefined): StatedDate | undefined {
  const written = Date.parse(header(answer, 'date'));
  if (!Number.isFinite(written) || evidence === undefined) return undefined;
  const age = header(answer, 'age');
  const through = header(answer, 'via') || (age === '' ? '' : `a cache (Age ${age})`);
  const aheadMs = Math.round(written - (at - evidence.elapsedMs / 2));
  return { by, aheadMs, ...(through === '' ? {} : { through: through.slice(0, 80) }), evidence };
}
