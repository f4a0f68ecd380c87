/** What scripts/conformance.mjs uses. */
export { answer } from './answer.ts';
export { compare, newComparison, ratio, rows, summary, wanted } from './compare.ts';
export { freshTexts } from './freshTexts.ts';
export { vocabularyOf } from './vocabulary.ts';
