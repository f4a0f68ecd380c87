import { shorten } from '../plan/schemaFindings.ts';

/** Names in a sentence: each in quotes and of bounded length, `"a", "b" and 12 more`. */
export function quotedNames(names: Iterable<string>, most = 10): string {
  const all = [...names];
  const more = all.length - most;
  return `${all.slice(0, most).map((name) => `"${shorten(name)}"`).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
