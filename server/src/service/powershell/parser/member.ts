import { argument } from './argument.ts';
import { isBlank, isDigit, isLineEnd, isNameStart } from './characters.ts';
import { expandable } from './expandable.ts';
import { expression } from './expression.ts';
import { closesType, typeArguments } from './attribute.ts';
import type { Expression } from './nodes.ts';
import { unaryOperators } from './operators.ts';
import type { Parser } from './parser.ts';
import { primary } from './primary.ts';
import { unary } from './unary.ts';
import type { Token, TokenKind } from './token.ts';

/** Members, calls and indexes, which must adjoin what stands before. In a command a dot must be followed by a name. */
export function memberChain(p: Parser, first: Expression, mode: 'command' | 'expression'): Expression {
  let target = first;
  for (;;) {
    const at = behindComments(p, p.lastEnd);
    const token = mayContinue(p, at, mode, target) ? adjoining(p, at) : undefined;
    if (token === undefined) return isFromCaller(first) ? checkedChain(p, target) : target;
    p.moveTo(token.end);
    if (token.kind === '?.' || token.kind === '?[') p.lexer.noteNewer('NullConditional', target.start, p.lastEnd);
    const end = p.lastEnd;
    target = token.kind === '[' || token.kind === '?[' ? index(p, target, end, token.kind === '?[') : member(p, target, token, mode);
  }
}

/** `$using:name`, which a script block takes along to another computer. */
function isFromCaller(first: Expression): boolean {
  return first.kind === 'VariableExpression' && first.name.charAt(5) === ':' && /^using:./i.test(first.name);
}

function checkedChain(p: Parser, chain: Expression): Expression {
  if (chain.kind === 'MemberExpression' || chain.kind === 'InvokeMemberExpression' || chain.kind === 'IndexExpression') return p.checked(chain);
  return chain;
}

const links: ReadonlySet<TokenKind> = new Set<TokenKind>(['.', '::', '[', '?.', '?[']);

/** Comments in `<# #>` may stand between a value and what is taken of it; white space may not. */
function behindComments(p: Parser, from: number): number {
  let at = from;
  while (p.code(at) === 60 && p.code(at + 1) === 35) {
    const end = p.lexer.text.indexOf('#>', at + 2);
    if (end < 0 || end + 2 > p.lexer.end) return from;
    at = end + 2;
  }
  return at;
}

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
  return !(Number.isNaN(next) || isBlank(next) || isLineEnd(next));
}

function index(p: Parser, target: Expression, open: number, ifNotNull: boolean): Expression {
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
  return { kind: 'IndexExpression', start: target.start, end: p.lastEnd, target, index: value, ifNotNull };
}

function member(p: Parser, target: Expression, operator: Token, mode: 'command' | 'expression'): Expression {
  const isStatic = operator.kind === '::';
  let name = memberName(p, mode);
  let given: Expression[] = [];
  let called = false;
  if (!name) {
    p.report('MissingPropertyName', operator.end, operator.end, Number.isNaN(p.nextCode()));
    // PowerShell takes what stands there for the name that was meant.
    const end = p.lastEnd;
    name = argument(p);
    if (!name) p.lastEnd = end;
  } else {
    const next = behindTypeArguments(p);
    if (next === 40) {
      p.mode = 'expression';
      called = true;
      given = methodArguments(p, mode);
    } else if (next === 123) {
      called = true;
      const block = primary(p, p.peekIn('expression'));
      if (block) given = [block];
    }
  }
  return { kind: called ? 'InvokeMemberExpression' : 'MemberExpression', start: target.start, end: p.lastEnd, target, isStatic, member: name, arguments: given, ifNotNull: operator.kind === '?.' };
}

/** What adjoins a member's name, behind `[int]` of `.Method[int](…)`; where no call follows, those brackets are an index and still to be read. */
function behindTypeArguments(p: Parser): number {
  const { lastEnd } = p;
  if (p.code(lastEnd) !== 91) return p.code(lastEnd);
  const { mode } = p;
  p.moveTo(lastEnd + 1);
  p.mode = 'type';
  p.skipNewLines();
  const isType = p.peek().kind === 'Identifier' && isNameStart(p.nextCode());
  const closed = isType && typeArguments(p) && closesType(p);
  p.mode = mode;
  if (isType && !closed) return Number.NaN;
  const next = closed ? p.code(p.lastEnd) : Number.NaN;
  if (next === 40 || next === 123) return next;
  p.moveTo(lastEnd);
  return Number.NaN;
}

function memberName(p: Parser, mode: 'command' | 'expression'): Expression | undefined {
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
  const next = p.peekIn(mode);
  const value = next.kind === '[' || next.kind === ',' || (next.kind === 'Operator' && unaryOperators.has(next.value)) ? unary(p) : primary(p, next);
  if (!value) p.lastEnd = before;
  return value;
}

/** `(a, b)` whose opening parenthesis is next. */
export function methodArguments(p: Parser, mode: 'command' | 'expression' = 'expression'): Expression[] {
  p.take();
  const commas = p.noCommas;
  p.noCommas = true;
  const given: Expression[] = [];
  const oneIsMissing = p.nested(() => argumentsUpToEnd(p, given, mode));
  p.noCommas = commas;
  p.mode = mode;
  const end = p.lastEnd;
  p.skipNewLines();
  if (!p.takeCode(41)) {
    p.lastEnd = end;
    if (!oneIsMissing) p.missing('MissingEndParenthesisInMethodCall');
  }
  return given;
}

/** Whether an argument is missing behind a comma, which is said then. */
function argumentsUpToEnd(p: Parser, given: Expression[], mode: 'command' | 'expression'): boolean {
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
    p.mode = mode;
    p.skipNewLines();
    if (!p.takeCode(44)) {
      p.lastEnd = before.lastEnd;
      return false;
    }
  }
}
