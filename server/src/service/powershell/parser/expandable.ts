import type { Findings, Span } from './lexer.ts';
import { moveNodes, placeOf, unescapedQuotes } from './nestedQuotes.ts';
import type { UnescapedText } from './nestedQuotes.ts';
import type { Expression, Statement, SubExpression, VariableExpression } from './nodes.ts';
import { Parser } from './parser.ts';
import { endOfSubexpression } from './primary.ts';
import { statementList } from './scriptBlock.ts';
import type { Expansion, Quote, Token } from './token.ts';

/** A string or word, with the variables and subexpressions inside it. */
export function expandable(p: Parser, token: Token): Expression {
  const { start, end, value, quote } = token;
  if (token.expansions.length === 0) return { kind: 'StringConstantExpression', start, end, value, quote };
  const nested = token.expansions.map((each): VariableExpression | SubExpression =>
    each.kind === 'variable' ? { kind: 'VariableExpression', start: each.start, end: each.end, name: each.name, splatted: false } : subexpression(p, each, quote),
  );
  return { kind: 'ExpandableStringExpression', start, end, quote, nested };
}

/** Parsed on its own: for PowerShell it ends where its parentheses balance, whatever is between them. */
function subexpression(p: Parser, { start, end }: Expansion, quote: Quote): SubExpression {
  const unescaped = quote === 'DoubleQuoted' ? unescapedQuotes(p.lexer.text, start + 2, end) : undefined;
  const statements = unescaped ? insideUnescaped(p, unescaped) : statementsOf(p, p.inside(start + 2, end));
  return { kind: 'SubExpression', start, end, body: { kind: 'StatementBlock', start: start + 2, end: statements.at(-1)?.end ?? start + 2, statements } };
}

function statementsOf(p: Parser, inner: Parser): Statement[] {
  const statements = p.nested(() => (p.gaveUp ? [] : statementList(inner)));
  if (!p.gaveUp) endOfSubexpression(inner);
  return statements;
}

/** What is inside is read as PowerShell sees it; all that was found is then told where it stands in the script. */
function insideUnescaped(p: Parser, { text, places }: UnescapedText): Statement[] {
  const { findings } = p;
  const own: Findings = { errors: [], seen: new Set(), comments: [], newer: [], checked: [] };
  const statements = statementsOf(p, new Parser(text, 0, text.length, own, p.depth));
  moveNodes([...statements, ...own.checked], places);
  const place = ({ start, end }: Span): Span => ({ start: placeOf(start, places), end: placeOf(end, places) });
  for (const error of own.errors) p.lexer.report(error.id, place(error).start, place(error).end, error.incomplete);
  for (const { what, ...span } of own.newer) p.lexer.noteNewer(what, place(span).start, place(span).end);
  for (const comment of own.comments) findings.comments.push(place(comment));
  for (const node of own.checked) findings.checked.push(node);
  return statements;
}
