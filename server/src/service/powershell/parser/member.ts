import { isBlank, isDigit, isNameStart } from './characters.ts';
import { expandable } from './expandable.ts';
import { expression } from './expression.ts';
import { typeName } from './attribute.ts';
import type { Expression } from './nodes.ts';
import type { Parser } from './parser.ts';
import { primary } from './primary.ts';
import { unary } from './unary.ts';
import type { Token, TokenKind } from './token.ts';

const genericArguments = /\[[\p{L}_][\p{L}\p{Nd}_.,[\] ]*\]\(/uy;

/** Members, calls and indexes, which must adjoin what stands before. In a command a dot must be followed by a name. */
export function memberChain(p: Parser, first: Expression, mode: 'command' | 'expression'): Expression {
  let target = first;
  for (;;) {
    const at = p.lastEnd;
    if (!mayContinue(p, at, mode, target)) return target;
    const token = adjoining(p, at);
    if (token === undefined) return target;
    p.moveTo(token.end);
    if (token.kind === '?.' || token.kind === '?[') p.lexer.noteNewer('NullConditional', target.start, p.lastEnd);
    const end = p.lastEnd;
    target = token.kind === '[' || token.kind === '?[' ? index(p, target, end) : member(p, target, token);
  }
}

const links: ReadonlySet<TokenKind> = new Set<TokenKind>(['.', '::', '[', '?.', '?[']);

/** The `.`, `::`, `[`, `?.` or `?[` directly behind the last token. */
function adjoining(p: Parser, at: number): Token | undefined {
  if (p.code(at) === 46 && p.code(at + 1) !== 46) {
    p.moveTo(at);
    return p.lexer.token('.', at, at + 1);
  }
  const token = p.peekIn('expression');
  return token.start === at && links.has(token.kind) ? token : undefined;
}

/** By its first characters; an index cannot follow a type, since that begins another type. */
function mayContinue(p: Parser, at: number, mode: 'command' | 'expression', target: Expression): boolean {
  const code = p.code(at);
  if (code === 91) return target.kind !== 'TypeExpression';
  if (code === 63) return true;
  if (code !== 46 && !(code === 58 && p.code(at + 1) === 58)) return false;
  if (mode === 'expression') return !(target.kind === 'TypeExpression' && code === 46 && isDigit(p.code(at + 1)));
  const next = p.code(code === 46 ? at + 1 : at + 2);
  return !(Number.isNaN(next) || isBlank(next) || ' \r\n;)}|&,'.includes(String.fromCharCode(next)));
}

function index(p: Parser, target: Expression, open: number): Expression {
  const commas = p.noCommas;
  p.noCommas = false;
  p.mode = 'expression';
  p.skipNewLines();
  p.lastEnd = open;
  const value = p.nested(() => expression(p));
  if (!value) p.report('MissingArrayIndexExpression', open, open, Number.isNaN(p.nextCode()));
  p.noCommas = commas;
  p.mode = 'expression';
  const before = p.mark();
  const end = p.lastEnd;
  p.skipNewLines();
  if (!p.takeIf(']')) {
    if (value) p.report('MissingEndSquareBracket', end, end, Number.isNaN(p.nextCode()));
    p.reset(before);
  }
  return { kind: 'IndexExpression', start: target.start, end: p.lastEnd, target, index: value };
}

function member(p: Parser, target: Expression, operator: Token): Expression {
  const isStatic = operator.kind === '::';
  const name = memberName(p);
  if (!name) p.report('MissingPropertyName', operator.end, operator.end, Number.isNaN(p.nextCode()));
  let given: Expression[] = [];
  let called = false;
  if (name) {
    genericArguments.lastIndex = p.lastEnd;
    if (p.code(p.lastEnd) === 91 && isNameStart(p.code(p.lastEnd + 1)) && genericArguments.test(p.lexer.text)) skipTypeArguments(p);
    const next = p.code(p.lastEnd);
    if (next === 40) {
      p.mode = 'expression';
      called = true;
      given = methodArguments(p);
    } else if (next === 123) {
      called = true;
      const block = primary(p, p.peekIn('expression'));
      if (block) given = [block];
    }
  }
  return { kind: called ? 'InvokeMemberExpression' : 'MemberExpression', start: target.start, end: p.lastEnd, target, isStatic, member: name, arguments: given };
}

/** `[int]` of `.Method[int](…)`. */
function skipTypeArguments(p: Parser): void {
  p.mode = 'type';
  p.take();
  do {
    p.skipNewLines();
    typeName(p);
    p.mode = 'type';
  } while (p.takeIf(','));
  p.takeIf(']');
  p.mode = 'expression';
}

function memberName(p: Parser): Expression | undefined {
  p.mode = 'key';
  const before = p.lastEnd;
  p.skipNewLines();
  const token = p.peek();
  if (token.kind === 'Identifier' && isNameStart(p.code(token.start))) {
    p.take();
    return { kind: 'StringConstantExpression', start: token.start, end: token.end, value: token.value, quote: 'BareWord' };
  }
  if (token.kind === 'String') {
    p.take();
    return expandable(p, token);
  }
  const next = p.peekIn('expression', true);
  const value = next.kind === '[' || next.kind === ',' || next.kind === 'Operator' ? unary(p) : primary(p, next);
  if (!value) p.lastEnd = before;
  return value;
}

/** `(a, b)` whose opening parenthesis is next. */
export function methodArguments(p: Parser): Expression[] {
  p.take();
  const commas = p.noCommas;
  p.noCommas = true;
  const given: Expression[] = [];
  const oneIsMissing = p.nested(() => argumentsUpToEnd(p, given));
  p.noCommas = commas;
  p.mode = 'expression';
  const end = p.lastEnd;
  p.skipNewLines();
  if (!p.takeCode(41)) {
    p.lastEnd = end;
    if (!oneIsMissing) p.missing('MissingEndParenthesisInMethodCall');
  }
  return given;
}

/** Whether an argument is missing behind a comma, which is said then. */
function argumentsUpToEnd(p: Parser, given: Expression[]): boolean {
  for (let afterComma = false; ; afterComma = true) {
    const end = p.lastEnd;
    p.mode = 'expression';
    p.skipNewLines();
    p.lastEnd = end;
    const value = expression(p);
    if (!value) {
      if (afterComma) p.report('MissingExpressionAfterToken', end, end, Number.isNaN(p.nextCode()));
      return afterComma;
    }
    given.push(value);
    const before = p.mark();
    p.mode = 'expression';
    p.skipNewLines();
    if (!p.takeCode(44)) {
      p.lastEnd = before.lastEnd;
      return false;
    }
  }
}
