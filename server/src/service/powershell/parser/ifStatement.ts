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
    const before = p.mark();
        p.skipNewLines();
    if (p.isWord('else')) {
      p.take();
      otherwise = statementBlock(p);
      if (!otherwise) p.missing('MissingStatementBlockAfterElse');
      return done();
    }
    if (!p.isWord('elseif')) {
      p.reset(before);
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
  const condition = p.nested(() => pipelineChain(p));
  if (!condition) p.missing('IfStatementMissingCondition');
  const closed = closeParenthesis(p, condition !== undefined, true);
  const body = closed ? statementBlock(p) : undefined;
  if (closed && !body) p.report('MissingStatementBlock', p.lastEnd - 1, p.lastEnd, Number.isNaN(p.nextCode()));
  return { condition, body };
}

/** `(` of a condition, line ends before it; what follows may begin on a new line. */
export function openParenthesis(p: Parser): boolean {
  p.mode = 'command';
  const before = p.mark();
  p.skipNewLines();
  if (!p.takeCode(40)) {
    p.reset(before);
    return false;
  }
  const after = p.lastEnd;
  p.skipNewLines();
  p.lastEnd = after;
  return true;
}

/**
 * `)` of a condition. Where the condition itself is missing, that was said already. `ahead`: what is missing is said of the place where something
 * else stands, not of the end of the condition.
 */
export function closeParenthesis(p: Parser, complain = true, ahead = false): boolean {
  p.mode = 'command';
  const end = p.lastEnd;
  p.skipNewLines();
  if (p.takeCode(41)) return true;
  const ended = Number.isNaN(p.nextCode());
  const at = !ahead ? end : ended ? p.lexer.end : p.mark().at;
  if (complain) p.report('MissingEndParenthesisAfterStatement', at, at, ended);
  return false;
}
