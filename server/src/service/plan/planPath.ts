/** The way from the top of a plan to a value: keys of mappings and indices of sequences. */
export type PlanPath = readonly (string | number)[];

/** Reads a JSON pointer (RFC 6901); `isIndex` tells whether a token names a place in a sequence. */
export function pathOfPointer(pointer: string, isSequence: (path: PlanPath) => boolean): PlanPath {
  const path: (string | number)[] = [];
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(isSequence(path) ? Number(key) : key);
  }
  return path;
}

/** A path as a user reads it: `organizations.a.acceptedDomains[0].name`. */
export function showPath(path: PlanPath): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('');
}
