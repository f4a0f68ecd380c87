import { attribute } from './attribute.ts';
import type { CatchClause, TrapStatement, TryStatement, TypeConstraint } from './nodes.ts';
import type { Parser } from './parser.ts';
import { statementBlock } from './scriptBlock.ts';
import type { Token } from './token.ts';

export function tryStatement(p: Parser, keyword: Token): TryStatement {
  const body = statementBlock(p);
  const catches: CatchClause[] = [];
  let last: TryStatement['last'];
  let complete = false;
  if (body) {
    for (let word = nextWord(p, 'catch'); word; word = nextWord(p, 'catch')) {
      catches.push(catchClause(p, word));
      complete = true;
    }
    if (nextWord(p, 'finally')) {
      complete = true;
      const outer = p.leaving;
      p.leaving = { loops: 0, labels: [] };
      last = statementBlock(p);
      p.leaving = outer;
      if (!last) p.missing('MissingFinallyStatementBlock');
    }
    if (!complete) p.missing('MissingCatchOrFinally');
    const early = catches.find((each, index) => each.types.length === 0 && index < catches.length - 1);
    if (early) p.report('EmptyCatchNotLast', early.end - 1, early.end - 1);
  } else {
    p.missing('MissingTryStatementBlock');
  }
  return { kind: 'TryStatement', start: keyword.start, end: p.lastEnd, body, catches, last };
}

/** The word, behind any number of line ends; where another follows, nothing is taken. */
function nextWord(p: Parser, word: string): Token | undefined {
  p.mode = 'command';
  const before = p.mark();
  p.skipNewLines();
  if (p.isWord(word)) return p.take();
  p.reset(before);
  return undefined;
}

function catchClause(p: Parser, keyword: Token): CatchClause {
  const types: TypeConstraint[] = [];
  for (;;) {
    p.mode = 'expression';
    const before = p.mark();
    p.skipNewLines();
    const type = p.peek().kind === '[' ? attribute(p) : undefined;
    if (type?.kind !== 'TypeConstraint') {
      p.reset(before);
      if (types.length > 0) p.missing('MissingTypeLiteralToken');
      break;
    }
    types.push(type);
    const afterType = p.peekIn('expression').start;
    p.skipNewLines();
    if (!p.takeIf(',')) {
      p.moveTo(afterType, type.end);
      break;
    }
  }
  const body = statementBlock(p);
  if (!body) p.missing('MissingCatchHandlerBlock');
  return { kind: 'CatchClause', start: keyword.start, end: p.lastEnd, types, body };
}

export function trapStatement(p: Parser, keyword: Token): TrapStatement {
  p.mode = 'expression';
  const before = p.mark();
  p.skipNewLines();
  let type: TypeConstraint | undefined;
  if (p.peek().kind === '[') {
    const read = attribute(p);
    if (read?.kind === 'TypeConstraint') type = read;
  } else {
    p.reset(before);
  }
  const outer = p.leaving;
  p.leaving = undefined;
  const body = statementBlock(p);
  p.leaving = outer;
  if (!body) p.missing('MissingTrapStatement');
  return { kind: 'TrapStatement', start: keyword.start, end: p.lastEnd, type, body };
}
