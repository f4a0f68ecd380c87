import type { CheckDescription, CheckRequest, CheckResult } from '../protocol/checks.ts';

/**
 * The results of a run as they cross a process boundary. Those that an event has carried are not sent again, and the rest, which a stop or
 * the run's limit met before they had started, differ in nothing but subject and check: a thousand domains would otherwise answer a
 * stop with megabytes.
 */
export interface PackedResults {
  /** The checks of the run, in the order of each subject's results. */
  readonly checks: readonly Pick<CheckDescription, 'id' | 'guidance'>[];
  /** Stretches of the list of all results, subject after subject, that no event has carried. `to` is not part of it. */
  readonly unstarted: readonly { readonly from: number; readonly to: number; readonly summary: string; readonly startedAt: string }[];
}

/** Packs subject by subject, in whatever order they end, and keeps no result: those of a thousand domains are a hundred megabytes. */
export class ResultPacker {
  readonly #checks: PackedResults['checks'];
  readonly #carried: WeakSet<CheckResult>;
  readonly #unstarted: PackedResults['unstarted'][number][] = [];

  /**
   * @param checks Of each subject, in their order.
   * @param carried Results that were sent with an event; all others are skipped without evidence.
   */
  constructor(checks: PackedResults['checks'], carried: WeakSet<CheckResult>) {
    this.#checks = checks.map(({ id, guidance }) => ({ id, guidance }));
    this.#carried = carried;
  }

  /** @param subject its place in the request */
  finished(subject: number, results: readonly CheckResult[]): void {
    const first = subject * this.#checks.length;
    for (const [at, result] of results.entries()) {
      if (!this.#carried.has(result)) this.#unstarted.push({ from: first + at, to: first + at + 1, summary: result.summary, startedAt: result.startedAt });
    }
  }

  /** A subject of which no check had started. */
  unstarted(subject: number, summary: string, startedAt: string): void {
    const from = subject * this.#checks.length;
    this.#unstarted.push({ from, to: from + this.#checks.length, summary, startedAt });
  }

  packed(): PackedResults {
    const unstarted: { from: number; to: number; summary: string; startedAt: string }[] = [];
    for (const stretch of this.#unstarted.sort((one, other) => one.from - other.from)) {
      const last = unstarted.at(-1);
      if (last?.to === stretch.from && last.summary === stretch.summary) last.to = stretch.to;
      else unstarted.push({ ...stretch });
    }
    return { checks: this.#checks, unstarted };
  }
}

/** @param carried The results of the run's events, in the order in which they came. */
export function unpackResults({ checks, unstarted }: PackedResults, subjects: CheckRequest['subjects'], carried: readonly CheckResult[]): readonly CheckResult[] {
  // A plan may name one domain twice: the results of both came one after the other.
  const waiting = new Map<string, CheckResult[]>();
  const keyOf = (organization: string, domain: string, check: string): string => JSON.stringify([organization, domain, check]);
  for (const result of carried) {
    const key = keyOf(result.organization, result.domain, result.check);
    const others = waiting.get(key);
    if (others === undefined) waiting.set(key, [result]);
    else others.push(result);
  }
  const stretches = unstarted.values();
  let stretch = stretches.next().value;
  return subjects.flatMap(({ organization, domain }, of) =>
    checks.flatMap(({ id, guidance }, index): readonly CheckResult[] => {
      const at = of * checks.length + index;
      if (stretch !== undefined && at >= stretch.to) stretch = stretches.next().value;
      if (stretch === undefined || at < stretch.from) return waiting.get(keyOf(organization, domain, id))?.splice(0, 1) ?? [];
      const { summary, startedAt } = stretch;
      return [{ check: id, organization, domain, verdict: 'skipped', summary, evidence: [], guidance, about: 'domain', startedAt, elapsedMs: 0 }];
    }),
  );
}
