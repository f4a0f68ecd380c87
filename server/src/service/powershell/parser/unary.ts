import { attribute } from './attribute.ts';
import { memberChain } from './member.ts';
import type { AttributeOrType, ConvertExpression, Expression, UnaryExpression } from './nodes.ts';
import { unaryOperators } from './operators.ts';
import type { Parser } from './parser.ts';
import { primary } from './primary.ts';
import type { Token } from './token.ts';

/** A value with the operators, types and attributes before it and the `++` behind it. */
export function unary(p: Parser): Expression | undefined {
  const token = p.peekIn('expression', true);
  if ((token.kind === 'Operator' && unaryOperators.has(token.value)) || (token.kind === ',' && !p.noCommas)) return p.nested(() => operatorFirst(p, token));
  if (token.kind === '[') return p.nested(() => bracketFirst(p));
  const value = primary(p, token);
  return value && postfix(p, memberChain(p, value, 'expression'));
}

function operatorFirst(p: Parser, token: Token): Expression {
  p.take();
  p.mode = 'expression';
  p.skipNewLines();
  const operand = unary(p);
  if (!operand) {
    p.report('MissingExpressionAfterOperator', token.end, token.end, Number.isNaN(p.nextCode()));
    p.lastEnd = token.end;
    return { kind: 'ErrorExpression', start: token.start, end: token.end, parts: [] };
  }
  if (token.kind === ',') return { kind: 'ArrayLiteral', start: token.start, end: p.lastEnd, elements: [operand] };
  const read: UnaryExpression = { kind: 'UnaryExpression', start: token.start, end: p.lastEnd, operator: token.value, operand };
  return token.value === '++' || token.value === '--' ? p.checked(read) : read;
}

/** Keywords that PowerShell takes for a statement with a type before it, which none may have. */
const cannotBeTyped = new Set(
  'begin break catch class clean configuration continue data define do dynamicparam else elseif end enum exit filter finally for foreach from function if in param process return switch throw trap try until using var while workflow'.split(' '),
);

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
  const next = p.peekIn('expression', true);
  const operand = next.kind === ',' ? undefined : unary(p);
  if (operand) return p.checked(converted(read, operand));
  if (read.kind === 'Attribute') p.report('UnexpectedAttribute', read.start, read.end, Number.isNaN(p.nextCode()));
  p.lastEnd = read.end;
  if (next.kind === 'Identifier' && next.start === read.end && cannotBeTyped.has(next.value.toLowerCase())) p.report('TypeNotAllowedBeforeStatement', read.start, read.end);
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
