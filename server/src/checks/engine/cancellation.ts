import type { Cancellation } from '../ports.ts';

/** A cancellation that this layer can fire itself; a child fires with its parent. */
export class CancellationSource implements Cancellation {
  #aborted = false;
  readonly #listeners = new Set<() => void>();
  readonly #detach: () => void;

  constructor(parent?: Cancellation) {
    const follow = (): void => this.abort();
    parent?.addEventListener('abort', follow);
    this.#detach = (): void => parent?.removeEventListener('abort', follow);
    if (parent?.aborted) this.abort();
  }

  get aborted(): boolean {
    return this.#aborted;
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.delete(listener);
  }

  abort(): void {
    if (this.#aborted) return;
    this.#aborted = true;
    this.release();
    for (const listener of [...this.#listeners]) listener();
    this.#listeners.clear();
  }

  /** Stops following the parent; for sources that live shorter than it. */
  release(): void {
    this.#detach();
  }
}

/** Ends when the promise does or when the cancellation fires, whichever is first; `undefined` means cancelled. */
export function unlessCancelled<T>(promise: Promise<T>, signal: Cancellation): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const cancelled = (): void => resolve(undefined);
    if (signal.aborted) {
      promise.catch(() => undefined);
      resolve(undefined);
      return;
    }
    signal.addEventListener('abort', cancelled);
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancelled));
  });
}
