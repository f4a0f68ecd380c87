import type { Cancellation } from '../ports.ts';

/** Lets at most `limit` tasks run at once; those that wait are served in order. */
export class Semaphore {
  readonly #limit: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(limit: number) {
    this.#limit = Math.max(1, limit);
  }

  /** Whether nothing runs and nothing waits. */
  get idle(): boolean {
    return this.#running === 0 && this.#waiting.length === 0;
  }

  /** Runs the task when there is room; a cancellation ends the wait, and the task then sees it fired. */
  async run<T>(task: () => Promise<T>, signal: Cancellation): Promise<T> {
    // Without a place there is nothing to hand on: a cancelled task must not make room for one more.
    if (!(await this.#place(signal))) return task();
    try {
      return await task();
    } finally {
      // The place goes straight to the next one that waits, so that nobody slips in between.
      const next = this.#waiting.shift();
      if (next === undefined) this.#running--;
      else next();
    }
  }

  /** Whether a place was taken; false where the cancellation fired first. */
  async #place(signal: Cancellation): Promise<boolean> {
    if (signal.aborted) return false;
    if (this.#running >= this.#limit) return this.#turn(signal);
    this.#running++;
    return true;
  }

  #turn(signal: Cancellation): Promise<boolean> {
    return new Promise((resolve) => {
      const proceed = (): void => {
        signal.removeEventListener('abort', cancelled);
        resolve(true);
      };
      const cancelled = (): void => {
        signal.removeEventListener('abort', cancelled);
        const at = this.#waiting.indexOf(proceed);
        if (at < 0) return;
        this.#waiting.splice(at, 1);
        resolve(false);
      };
      this.#waiting.push(proceed);
      signal.addEventListener('abort', cancelled);
    });
  }
}
