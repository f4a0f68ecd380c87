/** What scripts/conformance.mjs uses: how each operation is answered and compared. */
import { openCatalogue } from '../../server/src/service/catalogue/catalogue.ts';
import { bindAnswerer } from './bindAnswer.ts';
import type { BindAnswer } from './bindAnswer.ts';
import { bindRows, compareBind, wantedOfBind } from './compareBind.ts';
import { compareComplete, completeRows, wantedOfComplete } from './compareComplete.ts';
import { compareParse, parseRows, wantedOfParse } from './compareParse.ts';
import { compareStatic, staticRows, wantedOfStatic } from './compareStatic.ts';
import { completeAnswerer } from './completeAnswer.ts';
import type { CompleteAnswer, CompleteRequest } from './completeAnswer.ts';
import { counter, isEnough, newComparison, summary } from './comparison.ts';
import type { Disagreement } from './comparison.ts';
import { freshCursors } from './freshCursors.ts';
import { freshCalls, freshTexts } from './freshTexts.ts';
import { isKnownBindDifference, isKnownCompleteDifference, isKnownParseDifference } from './known.ts';
import { parseAnswer } from './parseAnswer.ts';
import type { ParseAnswer } from './parseAnswer.ts';
import type { Request } from './request.ts';
import { staticAnswerer } from './staticAnswer.ts';
import type { StaticAnswer } from './staticAnswer.ts';
import { vocabularyOf } from './vocabulary.ts';

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

/** So many requests of an operation that nobody has seen; the same seed gives the same. */
export function freshRequests(op: string, count: number, seed: number, catalogue: string): Request[] {
  const texts = op === 'parse' ? freshTexts(seed, vocabularyOf(catalogue)) : op === 'complete' ? freshCursors(seed, catalogue) : freshCalls(seed, openCatalogue(catalogue), op === 'static');
  return Array.from({ length: count }, (_, index) => {
    const { kind, ...request } = texts.next().value;
    return { id: `${kind}-${index}`, op, ...request };
  });
}

/** Holds our answers against the engine's, which come in the order of the requests; all are of one operation. */
export function agreement(op: string, requests: readonly Request[], real: readonly Answer[], answer: (request: Request) => Answer): Agreement {
  switch (op) {
    case 'bind':
      return bindAgreement(requests, real, answer);
    case 'static':
      return staticAgreement(requests, real, answer);
    case 'complete':
      return completeAgreement(requests, real, answer);
    default:
      return parseAgreement(requests, real, answer);
  }
}

function parseAgreement(requests: readonly Request[], real: readonly Answer[], answer: (request: Request) => Answer): Agreement {
  const comparison = newComparison(parseRows, wantedOfParse);
  for (const [index, request] of requests.entries()) {
    const theirs = real[index] as ParseAnswer;
    compareParse(counter(comparison, request.id, (row) => isKnownParseDifference(theirs, row, request.text)), theirs, answer(request) as ParseAnswer);
  }
  return { lines: summary(comparison), enough: isEnough(comparison), disagreements: comparison.disagreements };
}

function bindAgreement(requests: readonly Request[], real: readonly Answer[], answer: (request: Request) => Answer): Agreement {
  const comparison = newComparison(bindRows, wantedOfBind);
  for (const [index, request] of requests.entries()) compareBind(counter(comparison, request.id, (row) => isKnownBindDifference(row, request.text)), real[index] as BindAnswer, answer(request) as BindAnswer);
  return { lines: summary(comparison), enough: isEnough(comparison), disagreements: comparison.disagreements };
}

function staticAgreement(requests: readonly Request[], real: readonly Answer[], answer: (request: Request) => Answer): Agreement {
  const comparison = newComparison(staticRows, wantedOfStatic);
  for (const [index, request] of requests.entries()) compareStatic((isKnown) => counter(comparison, request.id, isKnown), real[index] as StaticAnswer, answer(request) as StaticAnswer);
  return { lines: summary(comparison), enough: isEnough(comparison), disagreements: comparison.disagreements };
}

function completeAgreement(requests: readonly Request[], real: readonly Answer[], answer: (request: Request) => Answer): Agreement {
  const comparison = newComparison(completeRows, wantedOfComplete);
  for (const [index, request] of requests.entries()) {
    compareComplete(counter(comparison, request.id, () => isKnownCompleteDifference(request.text)), real[index] as CompleteAnswer, answer(request) as CompleteAnswer);
  }
  return { lines: summary(comparison), enough: isEnough(comparison), disagreements: comparison.disagreements };
}
