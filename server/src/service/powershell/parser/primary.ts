import { expandable } from './expandable.ts';
import { hashtable } from './hashtable.ts';
import type { Expression, ParenExpression, SubExpression, VariableExpression } from './nodes.ts';
import type { Parser } from './parser.ts';
import { pipelineChain } from './pipeline.ts';
import { bracedScriptBody, statementList } from './scriptBlock.ts';
import type { Token } from './token.ts';

export function variableOf(token: Token): VariableExpression {
  return { kind: 'VariableExpression', start: token.start, end: token.end, name: token.value, splatted: token.kind === 'SplattedVariable' };
}

/** A value without operators, whose first token is next; undefined where none is. */
export function primary(p: Parser, token: Token): Expression | undefined {
  switch (token.kind) {
    case 'Variable':
    case 'SplattedVariable':
      p.take();
      return token.kind === 'SplattedVariable' ? p.checked(variableOf(token)) : variableOf(token);
    case 'Number':
      p.take();
      return { kind: 'ConstantExpression', start: token.start, end: token.end, text: p.lexer.text.slice(token.start, token.end) };
    case 'String':
      p.take();
      return expandable(p, token);
    case '(':
    case '$(':
    case '@(':
    case '@{':
    case '{':
      return bracketed(p, token.kind);
    default:
      return undefined;
  }
}

/** Inside brackets commas mean lists again, but for a hashtable's, and a colon is no longer the ternary's. */
function bracketed(p: Parser, kind: '(' | '$(' | '@(' | '@{' | '{'): Expression {
  const commas = p.noCommas;
  const ternary = p.lexer.inTernary;
  p.noCommas = commas && kind === '@{';
  p.lexer.inTernary = false;
  const read = kind === '(' ? parenthesized(p) : kind === '@{' ? hashtable(p) : kind === '{' ? scriptBlock(p) : subexpression(p, kind);
  p.noCommas = commas;
  p.lexer.inTernary = ternary;
  return read;
}

function scriptBlock(p: Parser): Expression {
  const body = bracedScriptBody(p);
  return { kind: 'ScriptBlockExpression', start: body.start, end: body.end, scriptBlock: body };
}

function parenthesized(p: Parser): ParenExpression {
  const open = p.take();
  p.mode = 'command';
  p.skipNewLines();
  p.lastEnd = open.end;
  const pipeline = p.nested(() => pipelineChain(p));
  if (!pipeline) p.missing('ExpectedExpression');
  const before = p.mark();
  const end = p.lastEnd;
  p.mode = 'command';
  p.skipNewLines();
  if (!p.takeIf(')')) {
    p.report('MissingEndParenthesisInExpression', end, end, Number.isNaN(p.nextCode()));
    p.reset(before);
  }
  return { kind: 'ParenExpression', start: open.start, end: p.lastEnd, pipeline };
}

function subexpression(p: Parser, kind: '$(' | '@('): SubExpression {
  const open = p.take();
  const statements = p.nested(() => statementList(p));
  const bodyEnd = statements.at(-1)?.end ?? open.end;
  endOfSubexpression(p);
  const body = { kind: 'StatementBlock' as const, start: open.end, end: bodyEnd, statements };
  return { kind: kind === '$(' ? 'SubExpression' : 'ArrayExpression', start: open.start, end: p.lastEnd, body };
}

/** PowerShell points at what stands where the parenthesis should be. */
export function endOfSubexpression(p: Parser): void {
  p.mode = 'command';
  if (p.takeCode(41)) return;
  const at = p.mark().at;
  p.report('MissingEndParenthesisInSubexpression', at, at + 1, Number.isNaN(p.nextCode()));
}
