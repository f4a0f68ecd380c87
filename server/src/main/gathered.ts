/** Milliseconds: sooner than anybody sees, and long enough for dozens of events of a large run. */
const together = 40;

export interface Gathered<T> {
  add(item: T): void;
  /** Hands over what there is now. */
  flush(): void;
}

/** Hands over what comes within a moment together, in its order: each message between processes costs more than what it carries. */
export function gathered<T>(hand: (items: readonly T[]) => void): Gathered<T> {
  let items: T[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (items.length === 0) return;
    const all = items;
    items = [];
    hand(all);
  };
  return {
    add(item) {
      items.push(item);
      timer ??= setTimeout(flush, together);
    },
    flush,
  };
}
