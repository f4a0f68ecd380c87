/** What `make` makes, made when it is first asked for and kept: most of the catalogue's index is of no use to most requests. */
export function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
