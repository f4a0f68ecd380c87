import { parseCollapsed } from './collapsedSubexpression.ts';
import type { Expression, Statement, SubExpression, VariableExpression } from './nodes.ts';
import type { Parser } from './parser.ts';
import { endOfSubexpression } from './primary.ts';
import { statementList } from './scriptBlock.ts';
import type { Quote, Token } from './token.ts';

/** A string or word, with the variables and subexpressions inside it. */
export function expandable(p: Parser, token: Token): Expression {
  const { start, end, value, quote } = token;
  if (token.expansions.length === 0) return { kind: 'StringConstantExpression', start, end, value, quote };
  const nested = token.expansions.map((each): VariableExpression | SubExpression =>
    each.kind === 'variable' ? { kind: 'VariableExpression', start: each.start, end: each.end, name: each.name, splatted: false } : subexpression(p, each.start, each.end, quote),
  );
  return { kind: 'ExpandableStringExpression', start, end, quote, nested };
}

/** Parsed on its own: for PowerShell it ends where its parentheses balance, whatever is between them. */
function subexpression(p: Parser, start: number, end: number, quote: Quote): SubExpression {
  const statementsOf = (inner: Parser): readonly Statement[] => {
    const read = p.nested(() => (p.gaveUp ? [] : statementList(inner)));
    if (!p.gaveUp) endOfSubexpression(inner);
    return read;
  };
  const collapsed = quote.endsWith('HereString') ? undefined : parseCollapsed(p, start + 2, end, statementsOf);
  if (collapsed) return { kind: 'SubExpression', start, end, body: { kind: 'StatementBlock', start: start + 2, end: collapsed.end, statements: collapsed.nodes } };
  const inner = p.inside(start + 2, end);
  const statements = statementsOf(inner);
  return { kind: 'SubExpression', start, end, body: { kind: 'StatementBlock', start: start + 2, end: inner.lastEnd, statements } };
}
