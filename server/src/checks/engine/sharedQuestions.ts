import type { CheckSubject } from '../../protocol/checks.ts';
import type { Cancellation } from '../ports.ts';

/** Answers that are kept of domains that have ended and that no other domain has asked for: those of the last dozen or two. */
const mostIdle = 2_048;

interface Shared {
  readonly answer: Promise<unknown>;
  /** The only domain that has asked so far. */
  asker: CheckSubject | undefined;
}

/**
 * A question asked once in a run is answered for everybody, also when the check that asked first has been ended. What one domain alone
 * wanted is forgotten some time after its end: the answers to all questions of a thousand domains are hundreds of megabytes.
 */
export class SharedQuestions {
  readonly #answers = new Map<string, Shared>();
  readonly #own = new Map<CheckSubject, string[]>();
  /** Keys of domains that have ended, the longest-ended first. */
  readonly #idle = new Set<string>();
  readonly #signal: Cancellation;

  constructor(signal: Cancellation) {
    this.#signal = signal;
  }

  once<T>(asker: CheckSubject, key: string, ask: (signal: Cancellation) => Promise<T>): Promise<T> {
    const known = this.#answers.get(key);
    if (known !== undefined) {
      if (known.asker !== asker) known.asker = undefined;
      // One key stands for one kind of answer: keys begin with the name of the probe that makes them.
      return known.answer as Promise<T>;
    }
    const answer = ask(this.#signal);
    this.#answers.set(key, { answer, asker });
    const own = this.#own.get(asker);
    if (own === undefined) this.#own.set(asker, [key]);
    else own.push(key);
    return answer;
  }

  /** The domain has ended. */
  release(asker: CheckSubject): void {
    for (const key of this.#own.get(asker) ?? []) this.#idle.add(key);
    this.#own.delete(asker);
    for (const key of this.#idle) {
      if (this.#idle.size <= mostIdle) break;
      this.#idle.delete(key);
      if (this.#answers.get(key)?.asker !== undefined) this.#answers.delete(key);
    }
  }
}
