/** One check of one subject: its limit, its waits for others, and a result whatever happens inside. */
import type { CheckId, CheckResult, CheckSubject, Evidence } from '../../protocol/checks.ts';
import type { Cancellation, Clock, Ports } from '../ports.ts';
import { CancellationSource, unlessCancelled } from './cancellation.ts';
import type { Check, CheckContext, Considered, Outcome, ProbeLimits } from './check.ts';

/** What a check may use, apart from the results of its neighbours. */
export interface RunningCheck {
  readonly check: Check;
  readonly subject: CheckSubject;
  readonly ports: Ports;
  readonly limits: ProbeLimits;
  readonly limitMs: number;
  readonly allowPrivateAddresses: boolean;
  readonly askNameServers: boolean;
  readonly microsoftServices: boolean;
  readonly signal: Cancellation;
  /** Why the run's signal fired, once it has. */
  readonly stopReason: () => string;
  readonly once: CheckContext['once'];
  readonly resultOf: (check: CheckId) => Promise<Considered>;
}

/** A timer that does not count the time in which the check waits for another one. */
class PausableLimit {
  readonly #clock: Clock;
  readonly #expire: () => void;
  #remaining: number;
  #since = 0;
  #cancelTimer: (() => void) | undefined;
  #pauses = 0;

  constructor(clock: Clock, limitMs: number, expire: () => void) {
    this.#clock = clock;
    this.#remaining = limitMs;
    this.#expire = expire;
    this.#start();
  }

  async without<T>(wait: Promise<T>): Promise<T> {
    if (this.#pauses++ === 0) this.#stop();
    try {
      return await wait;
    } finally {
      if (--this.#pauses === 0) this.#start();
    }
  }

  end(): void {
    this.#stop();
    this.#pauses = Number.POSITIVE_INFINITY;
  }

  #start(): void {
    this.#since = this.#clock.now();
    this.#cancelTimer = this.#clock.after(Math.max(0, this.#remaining), this.#expire);
  }

  #stop(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#remaining -= this.#clock.now() - this.#since;
  }
}

/** Runs the check; never rejects: what goes wrong inside is a result with verdict `unknown`. */
export async function runCheck(running: RunningCheck): Promise<{ readonly result: CheckResult; readonly facts: Outcome['facts'] }> {
  const { check, subject, ports } = running;
  const startedAt = ports.clock.now();
  const own = new CancellationSource(running.signal);
  let expired = false;
  const noted: Evidence[] = [];
  const limit = new PausableLimit(ports.clock, running.limitMs, () => {
    expired = true;
    own.abort();
  });
  const context: CheckContext = {
    subject,
    ports,
    limits: running.limits,
    signal: own,
    allowPrivateAddresses: running.allowPrivateAddresses,
    askNameServers: running.askNameServers,
    microsoftServices: running.microsoftServices,
    note: (...evidence) => void noted.push(...evidence),
    once: running.once,
    resultOf: (id) => {
      if (!check.needs.includes(id) && !check.considers.includes(id)) throw new Error(`check ${check.id} asks for ${id}, which it does not name`);
      return limit.without(running.resultOf(id));
    },
  };
  let outcome: Outcome;
  try {
    outcome = (await unlessCancelled(check.run(context), own)) ?? notFinished(running, expired, noted);
  } catch (error) {
    outcome = own.aborted ? notFinished(running, expired, noted) : faultInside(check, error);
  } finally {
    limit.end();
    own.release();
  }
  return { result: resultFrom(running, outcome, startedAt), facts: outcome.facts };
}

/** The result of a check that was not run, with the reason. Made in one piece: a stop makes tens of thousands of them. */
export function skippedResult({ check, subject, ports }: Pick<RunningCheck, 'check' | 'subject' | 'ports'>, reason: string): CheckResult {
  const startedAt = new Date(ports.clock.now()).toISOString();
  const { organization, domain } = subject;
  const summary = readable(reason);
  return { check: check.id, organization, domain, verdict: 'skipped', summary, evidence: [], guidance: check.guidance, about: 'domain', startedAt, elapsedMs: 0 };
}

function notFinished(running: RunningCheck, expired: boolean, noted: readonly Evidence[]): Outcome {
  if (!expired) return { verdict: 'skipped', summary: running.stopReason(), evidence: [], about: 'domain' };
  return {
    verdict: 'unknown',
    summary: `Check ${running.check.id} of "${running.subject.domain}" did not end within ${running.limitMs / 1000} s.`,
    evidence: noted.slice(0, 24),
    cause: 'The other side answers very slowly, or too many questions waited for one host.',
    fix: 'Run this check alone, or raise the time limits in the settings.',
    about: 'domain',
  };
}

function faultInside(check: Check, error: unknown): Outcome {
  const message = error instanceof Error ? error.message : String(error);
  return {
    verdict: 'unknown',
    summary: `Check ${check.id} could not be carried out: ${message.slice(0, 200)}.`,
    evidence: [],
    cause: 'This is a fault in the check itself, not in what it looked at.',
    fix: 'Please report it, with the plan’s domain and this sentence.',
    about: 'domain',
  };
}

function resultFrom(running: Pick<RunningCheck, 'check' | 'subject' | 'ports'>, outcome: Outcome, startedAt: number): CheckResult {
  const { check, subject, ports } = running;
  return {
    check: check.id,
    organization: subject.organization,
    domain: subject.domain,
    verdict: outcome.verdict,
    summary: readable(outcome.summary),
    evidence: outcome.evidence.map((each) => ({
      ...each,
      question: readable(each.question),
      via: readable(each.via),
      answer: readable(each.answer),
    })),
    ...(outcome.cause === undefined ? {} : { cause: readable(outcome.cause) }),
    ...(outcome.fix === undefined ? {} : { fix: readable(outcome.fix) }),
    ...(outcome.doesNotProve === undefined ? {} : { doesNotProve: outcome.doesNotProve }),
    guidance: check.guidance,
    about: outcome.about,
    startedAt: new Date(startedAt).toISOString(),
    elapsedMs: Math.max(0, Math.round(ports.clock.now() - startedAt)),
  };
}

/** One look at a sentence, which hardly ever holds any of them: each is copied otherwise. */
const needsCleaning = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * Sentences carry words of strangers' servers. Control characters and those that turn the writing direction could forge lines in a
 * terminal or a tree, so none of them passes; length is bounded as well.
 */
function readable(text: string): string {
  const plain = needsCleaning.test(text) ? text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '') : text;
  return plain.length > 2_000 ? `${plain.slice(0, 2_000)}…` : plain;
}
