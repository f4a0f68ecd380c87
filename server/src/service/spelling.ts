import { distance } from 'fastest-levenshtein';

/**
 * The candidate a word was probably meant to be, or undefined. Case does not count; two letters in five may differ. Numbers are
 * not misspelt but other numbers, and between two that are equally near nobody can say.
 */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  // A long word is no slip of the pen, and the distance costs its length squared.
  if (word === '' || word.length > 64 || /^[0-9.]+$/.test(word)) return undefined;
  const lower = word.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length * 0.4)) + 1;
  for (const candidate of candidates) {
    const steps = distance(lower, candidate.toLowerCase());
    if (steps < least) [best, least] = [candidate, steps];
    else if (steps === least && best !== undefined) best = undefined;
  }
  return best;
}
