import { closeParenthesis, openParenthesis } from './ifStatement.ts';
import type { ForEachStatement, LoopStatement, Statement, VariableExpression } from './nodes.ts';
import type { Parser } from './parser.ts';
import { pipelineChain } from './pipeline.ts';
import { variableOf } from './primary.ts';
import { statementBlock } from './scriptBlock.ts';
import type { SyntaxErrorId } from './syntaxError.ts';
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
  loop.condition = p.nested(() => pipelineChain(p));
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
    const end = p.lastEnd;
    p.skipNewLines();
    p.lastEnd = end;
    if (p.nextCode() !== 41 && !Number.isNaN(p.nextCode())) p.missing('MissingEndParenthesisAfterStatement');
    else if (closeParenthesis(p)) loopBody(p, loop);
  } else {
    p.missing('MissingOpenParenthesisAfterKeyword');
  }
  loop.end = p.lastEnd;
  return loop;
}

function forPart(p: Parser): Statement | undefined {
  p.skipNewLines();
  return p.nested(() => pipelineChain(p));
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
  const parts = forEachHead(p);
  let body: ForEachStatement['body'];
  if (parts.closed) {
    body = statementBlock(p);
    if (!body) p.missing('MissingForeachStatement');
  }
  return { kind: 'ForEachStatement', start: keyword.start, end: p.lastEnd, variable: parts.variable, collection: parts.collection, body };
}

interface ForEachHead {
  readonly variable: ForEachStatement['variable'];
  readonly collection: Statement | undefined;
  /** The closing parenthesis was there. */
  readonly closed: boolean;
}

/** `($each in collection)`. */
function forEachHead(p: Parser): ForEachHead {
  const broken = (id: SyntaxErrorId, variable?: VariableExpression): ForEachHead => {
    p.missing(id);
    return { variable, collection: undefined, closed: false };
  };
  if (!openParenthesis(p)) return broken('MissingOpenParenthesisAfterKeyword');
  const token = p.peekIn('command');
  if (token.kind !== 'Variable') return broken('MissingVariableNameAfterForeach');
  p.take();
  const variable = variableOf(token);
  p.skipNewLines();
  p.lastEnd = token.end;
  if (!p.isWord('in')) return broken('MissingInInForeach', variable);
  const keywordIn = p.take();
  p.skipNewLines();
  p.lastEnd = keywordIn.end;
  const collection = p.nested(() => pipelineChain(p));
  if (!collection) return broken('MissingForeachExpression', variable);
  const before = p.mark();
  p.mode = 'command';
  p.skipNewLines();
  if (p.takeCode(41)) return { variable, collection, closed: true };
  p.report('MissingEndParenthesisAfterForeach', before.lastEnd, before.lastEnd, Number.isNaN(p.nextCode()));
  p.reset(before);
  return { variable, collection, closed: false };
}
