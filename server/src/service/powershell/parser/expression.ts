import type { Expression } from './nodes.ts';
import { binaryLevel } from './operators.ts';
import type { Parser } from './parser.ts';
import { unary } from './unary.ts';

/** An expression; undefined where none begins. Nothing behind it is taken. */
export function expression(p: Parser): Expression | undefined {
  const condition = binary(p, 1);
  return condition && p.peekIn('expression').kind === '?' ? ternary(p, condition) : condition;
}

function ternary(p: Parser, condition: Expression): Expression {
  const question = p.take();
  const inTernary = p.lexer.inTernary;
  p.lexer.inTernary = true;
  p.skipNewLines();
  const ifTrue = p.nested(() => expression(p));
  p.lexer.inTernary = inTernary;
  if (!ifTrue) {
    p.missing('ExpectedValueExpression');
    return { kind: 'ErrorExpression', start: condition.start, end: question.end, parts: [condition] };
  }
  p.mode = 'expression';
  p.skipNewLines();
  const colon = p.peek();
  if (colon.kind !== ':') {
    p.report('MissingColonInTernaryExpression', colon.start, colon.end, true);
    return { kind: 'ErrorExpression', start: condition.start, end: p.lastEnd, parts: [condition, ifTrue] };
  }
  p.take();
  p.skipNewLines();
  const ifFalse = p.nested(() => expression(p));
  if (!ifFalse) {
    p.missing('ExpectedValueExpression');
    return { kind: 'ErrorExpression', start: condition.start, end: p.lastEnd, parts: [condition, ifTrue] };
  }
  p.lexer.noteNewer('TernaryExpression', condition.start, p.lastEnd);
  return { kind: 'TernaryExpression', start: condition.start, end: p.lastEnd, condition, ifTrue, ifFalse };
}

/** Operators of at least this level, those of the same level from left to right. */
function binary(p: Parser, least: number, behindOperator = false): Expression | undefined {
  let left = arrayLiteral(p, behindOperator);
  if (!left) return undefined;
  for (;;) {
    const token = p.peekIn('expression');
    if (token.kind === 'Parameter') {
      p.unexpected(token);
      p.take();
      return { kind: 'ErrorExpression', start: left.start, end: p.lastEnd, parts: [left] };
    }
    const level = token.kind === 'Operator' ? binaryLevel.get(token.value) : undefined;
    if (level === undefined || level < least) return left;
    p.take();
    if (token.value === '??') p.lexer.noteNewer('QuestionQuestion', token.start, token.end);
    p.skipNewLines();
    const right = binary(p, level + 1, true);
    if (!right) {
      p.report('ExpectedValueExpression', token.end, token.end, Number.isNaN(p.nextCode()));
      p.lastEnd = token.end;
      return { kind: 'ErrorExpression', start: left.start, end: token.end, parts: [left] };
    }
    left = { kind: 'BinaryExpression', start: left.start, end: p.lastEnd, operator: token.value, left, right };
  }
}

function arrayLiteral(p: Parser, behindOperator: boolean): Expression | undefined {
  const first = unary(p, behindOperator);
  if (!first || p.noCommas || p.peekIn('expression').kind !== ',') return first;
  const elements = [first];
  for (let comma = p.peekIn('expression'); comma.kind === ','; comma = p.peekIn('expression')) {
    p.take();
    p.skipNewLines();
    const next = unary(p, true);
    if (!next) {
      p.report('MissingExpressionAfterToken', comma.end, comma.end, Number.isNaN(p.nextCode()));
      p.lastEnd = comma.end;
      break;
    }
    elements.push(next);
  }
  return { kind: 'ArrayLiteral', start: first.start, end: p.lastEnd, elements };
}
