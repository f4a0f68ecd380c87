/** What scripts/conformance.mjs uses: how each operation is answered and compared. */
import { openCatalogue } from '../../server/src/service/catalogue/catalogue.ts';
import { bindAnswerer } from './bindAnswer.ts';
import type { BindAnswer } from './bindAnswer.ts';
import { bindRows, compareBind, wantedOfBind } from './compareBind.ts';
import type { BindRow } from './compareBind.ts';
import { compareComplete, completeRows, wantedOfComplete } from './compareComplete.ts';
import type { CompleteRow } from './compareComplete.ts';
import { compareParse, parseRows, wantedOfParse } from './compareParse.ts';
import type { ParseRow } from './compareParse.ts';
import { compareStatic, staticRows, wantedOfStatic } from './compareStatic.ts';
import type { StaticRow } from './compareStatic.ts';
import { completeAnswerer } from './completeAnswer.ts';
import type { CompleteAnswer, CompleteRequest } from './completeAnswer.ts';
import { counter, isEnough, newComparison, summary } from './comparison.ts';
import type { Comparison, Disagreement } from './comparison.ts';
import { readGrammar } from './composeText.ts';
import { freshCursors } from './freshCursors.ts';
import { freshCalls, freshTexts } from './freshTexts.ts';
import { isKnownBindDifference, isKnownCompleteDifference, isKnownParseDifference } from './known.ts';
import { parseAnswer } from './parseAnswer.ts';
import type { ParseAnswer } from './parseAnswer.ts';
import type { Request } from './request.ts';
import { staticAnswerer } from './staticAnswer.ts';
import type { StaticAnswer } from './staticAnswer.ts';
import { vocabularyOf } from './vocabulary.ts';

export { accusations } from './accusations.ts';

interface Answer {
  readonly id: string;
  readonly failed?: string;
}

export interface Agreement {
  /** One line a row. */
  readonly lines: readonly string[];
  readonly enough: boolean;
  readonly disagreements: readonly Disagreement<string>[];
}

/** `catalogue` is the content of `cmdletCatalogue.jsonl`. What is not an operation of ours is answered with `failed`. */
export function answerer(catalogue: string): (request: Request) => Answer {
  const bindAnswer = bindAnswerer(catalogue);
  const staticAnswer = staticAnswerer(catalogue);
  const completeAnswer = completeAnswerer(catalogue);
  return (request) => {
    switch (request.op ?? 'parse') {
      case 'parse':
        return parseAnswer(request);
      case 'bind':
        return bindAnswer(request);
      case 'static':
        return staticAnswer(request);
      case 'complete':
        return completeAnswer(request as CompleteRequest);
      default:
        return { id: request.id, failed: `"${request.op ?? ''}" is not answered` };
    }
  };
}

/** So many requests of an operation that nobody has seen; the same seed gives the same. `grammar` is the content of adminScripts.txt. */
export function freshRequests(op: string, count: number, seed: number, catalogue: string, grammar: string): Request[] {
  const texts = op === 'parse' ? freshTexts(seed, vocabularyOf(catalogue), { grammar: readGrammar(grammar), catalogue: openCatalogue(catalogue) }) : op === 'complete' ? freshCursors(seed, catalogue) : freshCalls(seed, openCatalogue(catalogue), op === 'static');
  return Array.from({ length: count }, (_, index) => {
    const { kind, ...request } = texts.next().value;
    return { id: `${kind}-${index}`, op, ...request };
  });
}

/**
 * Holds our answers against the engine's, which come in the order of the requests; all are of one operation. `sampled`: the requests are fresh texts
 * (comparison.ts says what follows).
 */
export function agreement(op: string, requests: readonly Request[], real: readonly Answer[], answer: (request: Request) => Answer, sampled: boolean): Agreement {
  const comparison = comparisonOf(op, requests, real, answer);
  return { lines: summary(comparison, sampled), enough: isEnough(comparison, sampled), disagreements: comparison.disagreements };
}

function comparisonOf(op: string, requests: readonly Request[], real: readonly Answer[], answer: (request: Request) => Answer): Comparison<string> {
  switch (op) {
    case 'bind':
      return bindComparison(requests, real, answer);
    case 'static':
      return staticComparison(requests, real, answer);
    case 'complete':
      return completeComparison(requests, real, answer);
    default:
      return parseComparison(requests, real, answer);
  }
}

function parseComparison(requests: readonly Request[], real: readonly Answer[], answer: (request: Request) => Answer): Comparison<ParseRow> {
  const comparison = newComparison(parseRows, wantedOfParse);
  for (const [index, request] of requests.entries()) {
    const theirs = real[index] as ParseAnswer;
    compareParse(counter(comparison, request.id, (row) => isKnownParseDifference(theirs, row, request.text)), theirs, answer(request) as ParseAnswer);
  }
  return comparison;
}

function bindComparison(requests: readonly Request[], real: readonly Answer[], answer: (request: Request) => Answer): Comparison<BindRow> {
  const comparison = newComparison(bindRows, wantedOfBind);
  for (const [index, request] of requests.entries()) compareBind(counter(comparison, request.id, (row) => isKnownBindDifference(row, request.text)), real[index] as BindAnswer, answer(request) as BindAnswer);
  return comparison;
}

function staticComparison(requests: readonly Request[], real: readonly Answer[], answer: (request: Request) => Answer): Comparison<StaticRow> {
  const comparison = newComparison(staticRows, wantedOfStatic);
  for (const [index, request] of requests.entries()) compareStatic((isKnown) => counter(comparison, request.id, isKnown), real[index] as StaticAnswer, answer(request) as StaticAnswer);
  return comparison;
}

function completeComparison(requests: readonly Request[], real: readonly Answer[], answer: (request: Request) => Answer): Comparison<CompleteRow> {
  const comparison = newComparison(completeRows, wantedOfComplete);
  for (const [index, request] of requests.entries()) {
    compareComplete(counter(comparison, request.id, () => isKnownCompleteDifference(request.text)), real[index] as CompleteAnswer, answer(request) as CompleteAnswer);
  }
  return comparison;
}
