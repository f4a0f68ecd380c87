/** What scripts/conformance.mjs uses: how each operation is answered and compared. */
import { bindAnswerer } from './bindAnswer.ts';
import type { BindAnswer } from './bindAnswer.ts';
import { bindRows, compareBind, wantedOfBind } from './compareBind.ts';
import { compareComplete, completeRows, wantedOfComplete } from './compareComplete.ts';
import { compareParse, parseRows, wantedOfParse } from './compareParse.ts';
import { completeAnswerer } from './completeAnswer.ts';
import type { CompleteAnswer, CompleteRequest } from './completeAnswer.ts';
import { counter, isEnough, newComparison, summary } from './comparison.ts';
import type { Disagreement } from './comparison.ts';
import { freshCursors } from './freshCursors.ts';
import { freshTexts } from './freshTexts.ts';
import { isKnownCompleteDifference, isKnownParseDifference } from './known.ts';
import { parseAnswer } from './parseAnswer.ts';
import type { ParseAnswer } from './parseAnswer.ts';
import type { Request } from './request.ts';
import { vocabularyOf } from './vocabulary.ts';

export { freshCursors, freshTexts, vocabularyOf };

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
  const completeAnswer = completeAnswerer(catalogue);
  return (request) => {
    switch (request.op ?? 'parse') {
      case 'parse':
        return parseAnswer(request);
      case 'bind':
        return bindAnswer(request);
      case 'complete':
        return completeAnswer(request as CompleteRequest);
      default:
        return { id: request.id, failed: `"${request.op ?? ''}" is not answered` };
    }
  };
}

/** Holds our answers against the engine's, which come in the order of the requests; all are of one operation. */
export function agreement(op: string, requests: readonly Request[], real: readonly Answer[], answer: (request: Request) => Answer): Agreement {
  if (op === 'complete') return completeAgreement(requests, real, answer);
  return op === 'bind' ? bindAgreement(requests, real, answer) : parseAgreement(requests, real, answer);
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
  for (const [index, request] of requests.entries()) compareBind(counter(comparison, request.id), real[index] as BindAnswer, answer(request) as BindAnswer);
  return { lines: summary(comparison), enough: isEnough(comparison), disagreements: comparison.disagreements };
}

function completeAgreement(requests: readonly Request[], real: readonly Answer[], answer: (request: Request) => Answer): Agreement {
  const comparison = newComparison(completeRows, wantedOfComplete);
  for (const [index, request] of requests.entries()) {
    compareComplete(counter(comparison, request.id, () => isKnownCompleteDifference(request.text)), real[index] as CompleteAnswer, answer(request) as CompleteAnswer);
  }
  return { lines: summary(comparison), enough: isEnough(comparison), disagreements: comparison.disagreements };
}
