import type { IfStatement, Statement, StatementBlock } from './nodes.ts';
import type { Parser } from './parser.ts';
import { pipelineChain } from './pipeline.ts';
import { statementBlock } from './scriptBlock.ts';
import type { Token } from './token.ts';

export function ifStatement(p: Parser, keyword: Token): IfStatement {
  const clauses: { condition: Statement | undefined; body: StatementBlock | undefined }[] = [];
  let otherwise: StatementBlock | undefined;
  const done = (): IfStatement => ({ kind: 'IfStatement', start: keyword.start, end: p.lastEnd, clauses, otherwise });
  for (;;) {
    const clause = ifClause(p);
    clauses.push(clause);
    if (!clause.body) return done();
    const before = p.lastEnd;
    p.mode = 'command';
    const restart = p.peek().start;
    p.skipNewLines();
    if (p.isWord('else')) {
      p.take();
      otherwise = statementBlock(p);
      if (!otherwise) p.missing('MissingStatementBlockAfterElse');
      return done();
    }
    if (!p.isWord('elseif')) {
      p.moveTo(restart, before);
      return done();
    }
    p.take();
  }
}

function ifClause(p: Parser): { condition: Statement | undefined; body: StatementBlock | undefined } {
  if (!openParenthesis(p)) {
    p.missing('MissingOpenParenthesisInIfStatement');
    return { condition: undefined, body: undefined };
  }
  const condition = p.nested(() => pipelineChain(p, false));
  if (!condition) p.missing('IfStatementMissingCondition');
  const closed = closeParenthesis(p, condition !== undefined);
  const body = closed ? statementBlock(p) : undefined;
  if (closed && !body) {
    const next = afterNewLines(p);
    p.report('MissingStatementBlock', next.start, next.kind === 'End' ? next.start + 1 : next.end, next.kind === 'End');
  }
  return { condition, body };
}

function afterNewLines(p: Parser): Token {
  p.mode = 'command';
  const before = p.lastEnd;
  const restart = p.peek().start;
  p.skipNewLines();
  const token = p.peek();
  p.moveTo(restart, before);
  return token;
}

/** `(` of a condition, line ends before it; what follows may begin on a new line. */
export function openParenthesis(p: Parser): boolean {
  p.mode = 'command';
  const before = p.lastEnd;
  const restart = p.peek().start;
  p.skipNewLines();
  if (!p.takeIf('(')) {
    p.moveTo(restart, before);
    return false;
  }
  const after = p.lastEnd;
  p.skipNewLines();
  p.lastEnd = after;
  return true;
}

/** `)` of a condition. Where the condition itself is missing, that was said already. */
export function closeParenthesis(p: Parser, complain = true): boolean {
  p.mode = 'command';
  const before = p.lastEnd;
  const restart = p.peek().start;
  p.skipNewLines();
  if (p.takeIf(')')) return true;
  const ended = p.peek().kind === 'End';
  if (complain) p.report('MissingEndParenthesisAfterStatement', before, before, ended);
  p.moveTo(restart, before);
  return false;
}
