import { attribute } from './attribute.ts';
import { memberChain } from './member.ts';
import type { AttributeOrType, ConvertExpression, Expression, UnaryExpression } from './nodes.ts';
import { unaryOperators } from './operators.ts';
import type { Parser } from './parser.ts';
import { primary } from './primary.ts';
import type { Token } from './token.ts';

/** A value with the operators, types and attributes before it and the `++` behind it. */
export function unary(p: Parser, behindOperator = false): Expression | undefined {
  const token = behindOperator ? peekOperand(p) : p.peekIn('expression', true);
  if ((token.kind === 'Operator' && unaryOperators.has(token.value)) || (token.kind === ',' && !p.noCommas)) return p.nested(() => operatorFirst(p, token));
  if (token.kind === '[') return p.nested(() => bracketFirst(p));
  const value = primary(p, token);
  return value && postfix(p, memberChain(p, value, 'expression'));
}

/** Behind an operator `?` and `:` end a number, as they do inside a condition: `$a + 5?1:2`. */
function peekOperand(p: Parser): Token {
  const { inTernary } = p.lexer;
  p.lexer.inTernary = true;
  const token = p.peekIn('expression', true);
  p.lexer.inTernary = inTernary;
  return token;
}

function operatorFirst(p: Parser, token: Token): Expression {
  p.take();
  p.mode = 'expression';
  p.skipNewLines();
  const operand = unary(p, true);
  if (!operand) {
    p.report('MissingExpressionAfterOperator', token.end, token.end, Number.isNaN(p.nextCode()));
    p.lastEnd = token.end;
    return { kind: 'ErrorExpression', start: token.start, end: token.end, parts: [] };
  }
  if (token.kind === ',') return { kind: 'ArrayLiteral', start: token.start, end: p.lastEnd, elements: [operand] };
  const read: UnaryExpression = { kind: 'UnaryExpression', start: token.start, end: p.lastEnd, operator: token.value, operand };
  return token.value === '++' || token.value === '--' ? p.checked(read) : read;
}

function bracketFirst(p: Parser): Expression {
  const start = p.peekIn('expression').start;
  const read = attribute(p);
  if (!read) return { kind: 'ErrorExpression', start, end: p.lastEnd, parts: [] };
  const type: Expression = { kind: 'TypeExpression', start, end: read.end, type: read };
  if (read.kind === 'TypeConstraint') {
    const chain = memberChain(p, type, 'expression');
    if (chain !== type) return postfix(p, chain);
  } else {
    p.mode = 'expression';
    p.skipNewLines();
  }
  const next = peekOperand(p);
  const operand = next.kind === ',' ? undefined : unary(p, true);
  if (operand) return p.checked(converted(read, operand));
  if (read.kind === 'Attribute') p.report('UnexpectedAttribute', read.start, read.end, Number.isNaN(p.nextCode()));
  p.lastEnd = read.end;
  return type;
}

function converted(attributeOrType: AttributeOrType, operand: Expression): ConvertExpression {
  const kind = attributeOrType.kind === 'Attribute' ? 'AttributedExpression' : 'ConvertExpression';
  return { kind, start: attributeOrType.start, end: operand.end, attribute: attributeOrType, operand };
}

function postfix(p: Parser, operand: Expression): Expression {
  const token = p.peekIn('expression');
  if (token.kind !== 'Operator' || (token.value !== '++' && token.value !== '--')) return operand;
  p.take();
  return p.checked({ kind: 'UnaryExpression', start: operand.start, end: token.end, operator: token.value, operand });
}
