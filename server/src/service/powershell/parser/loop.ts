import { closeParenthesis, openParenthesis } from './ifStatement.ts';
import type { ForEachStatement, LoopStatement, Statement } from './nodes.ts';
import type { Parser } from './parser.ts';
import { pipelineChain } from './pipeline.ts';
import { variableOf } from './primary.ts';
import { statementBlock } from './scriptBlock.ts';
import type { Token } from './token.ts';

type Loop = { -readonly [K in keyof LoopStatement]: LoopStatement[K] };

function newLoop(kind: LoopStatement['kind'], keyword: Token): Loop {
  return { kind, start: keyword.start, end: keyword.end, initializer: undefined, condition: undefined, iterator: undefined, body: undefined };
}

export function whileStatement(p: Parser, keyword: Token): LoopStatement {
  const loop = newLoop('WhileStatement', keyword);
  if (loopCondition(p, loop)) loopBody(p, loop);
  loop.end = p.lastEnd;
  return loop;
}

export function doStatement(p: Parser, keyword: Token): LoopStatement {
  const loop = newLoop('DoWhileStatement', keyword);
  if (loopBody(p, loop)) {
    const end = p.lastEnd;
    p.skipNewLines();
    if (p.isWord('while') || p.isWord('until')) {
      if (p.isWord('until')) loop.kind = 'DoUntilStatement';
      p.take();
      loopCondition(p, loop);
    } else {
      p.report('MissingWhileOrUntilInDoWhile', end, end, Number.isNaN(p.nextCode()));
    }
  }
  loop.end = p.lastEnd;
  return loop;
}

function loopCondition(p: Parser, loop: Loop): boolean {
  if (!openParenthesis(p)) {
    p.missing('MissingOpenParenthesisAfterKeyword');
    return false;
  }
  loop.condition = p.nested(() => pipelineChain(p, true));
  if (!loop.condition) p.missing('MissingExpressionAfterKeyword');
  return closeParenthesis(p, loop.condition !== undefined);
}

function loopBody(p: Parser, loop: Loop): boolean {
  loop.body = statementBlock(p);
  if (!loop.body) p.missing('MissingLoopStatement');
  return loop.body !== undefined;
}

export function forStatement(p: Parser, keyword: Token): LoopStatement {
  const loop = newLoop('ForStatement', keyword);
  if (openParenthesis(p)) {
    loop.initializer = forPart(p);
    p.takeCode(59);
    loop.condition = forPart(p);
    p.takeCode(59);
    loop.iterator = forPart(p);
    if (closeParenthesis(p)) loopBody(p, loop);
  } else {
    p.missing('MissingOpenParenthesisAfterKeyword');
  }
  loop.end = p.lastEnd;
  return loop;
}

function forPart(p: Parser): Statement | undefined {
  p.skipNewLines();
  const part = p.nested(() => pipelineChain(p, true));
  p.skipNewLines();
  return part;
}

export function forEachStatement(p: Parser, keyword: Token): Statement {
  p.mode = 'command';
  const before = p.lastEnd;
  let flag = false;
  p.skipNewLines();
  while (p.peek().kind === 'Parameter') {
    p.take();
    flag = true;
  }
  if (!flag) p.lastEnd = before;
  const loop = forEachParts(p, keyword);
  if (flag) p.report('KeywordParameterReservedForFutureUse', keyword.start, loop.end);
  return loop;
}

function forEachParts(p: Parser, keyword: Token): ForEachStatement {
  let variable: ForEachStatement['variable'];
  let collection: Statement | undefined;
  let body: ForEachStatement['body'];
  const done = (): ForEachStatement => ({ kind: 'ForEachStatement', start: keyword.start, end: p.lastEnd, variable, collection, body });
  if (!openParenthesis(p)) {
    p.missing('MissingOpenParenthesisAfterKeyword');
    return done();
  }
  const token = p.peekIn('command');
  if (token.kind !== 'Variable') {
    p.missing('MissingVariableNameAfterForeach');
    return done();
  }
  p.take();
  variable = variableOf(token);
  p.skipNewLines();
  p.lastEnd = token.end;
  if (!p.isWord('in')) {
    p.missing('MissingInInForeach');
    return done();
  }
  const keywordIn = p.take();
  p.skipNewLines();
  p.lastEnd = keywordIn.end;
  collection = p.nested(() => pipelineChain(p, false));
  if (!collection) {
    p.missing('MissingForeachExpression');
    return done();
  }
  const before = p.mark();
  const end = p.lastEnd;
  p.mode = 'command';
  p.skipNewLines();
  if (!p.takeIf(')')) {
    p.report('MissingEndParenthesisAfterForeach', end, end, Number.isNaN(p.nextCode()));
    p.reset(before);
    return done();
  }
  body = statementBlock(p);
  if (!body) p.missing('MissingForeachStatement');
  return done();
}
