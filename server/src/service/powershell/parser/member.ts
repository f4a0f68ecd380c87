import { isBlank, isNameStart } from './characters.ts';
import { expandable } from './expandable.ts';
import { expression } from './expression.ts';
import { typeName } from './attribute.ts';
import type { Expression } from './nodes.ts';
import type { Parser } from './parser.ts';
import { primary } from './primary.ts';
import { unary } from './unary.ts';
import type { Token } from './token.ts';

const genericArguments = /\[[\p{L}_][\p{L}\p{Nd}_.,[\] ]*\]\(/uy;

/** Members, calls and indexes, which must adjoin what stands before. In a command a dot must be followed by a name. */
export function memberChain(p: Parser, first: Expression, mode: 'command' | 'expression'): Expression {
  let target = first;
  for (;;) {
    const at = p.lastEnd;
    const code = p.code(at);
    const token = code === 46 || code === 58 || code === 91 || code === 63 ? adjoining(p, at) : undefined;
    if (token === undefined || (mode === 'command' && !continuesArgument(p, token))) return target;
    p.moveTo(token.end);
    if (token.kind === '?.' || token.kind === '?[') p.findings.newer.push({ what: 'NullConditional', start: target.start, end: p.lastEnd });
    const end = p.lastEnd;
    target = token.kind === '[' || token.kind === '?[' ? index(p, target, end) : member(p, target, token);
  }
}

/** The `.`, `::`, `[`, `?.` or `?[` directly behind the last token. */
function adjoining(p: Parser, at: number): Token | undefined {
  if (p.code(at) === 46 && p.code(at + 1) !== 46) {
    p.moveTo(at);
    return p.lexer.token('.', at, at + 1);
  }
  const token = p.peekIn('expression');
  return token.start === at && ['.', '::', '[', '?.', '?['].includes(token.kind) ? token : undefined;
}

function continuesArgument(p: Parser, token: Token): boolean {
  if (token.kind !== '.') return true;
  const next = p.code(token.end);
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
    if (p.code(p.lastEnd) === 91 && genericArguments.test(p.lexer.text)) skipTypeArguments(p);
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
  const next = p.peekIn('expression');
  const value = next.kind === '[' ? unary(p) : primary(p, next);
  if (!value) p.lastEnd = before;
  return value;
}

/** `(a, b)` whose opening parenthesis is next. */
export function methodArguments(p: Parser): Expression[] {
  p.take();
  const commas = p.noCommas;
  p.noCommas = true;
  const given: Expression[] = [];
  let wantsOne = false;
  p.nested(() => {
    for (;;) {
      const end = p.lastEnd;
      p.mode = 'expression';
      p.skipNewLines();
      p.lastEnd = end;
      const value = expression(p);
      if (!value) {
        if (wantsOne) p.report('MissingExpressionAfterToken', end, end, Number.isNaN(p.nextCode()));
        return;
      }
      given.push(value);
      wantsOne = false;
      const afterValue = p.lastEnd;
      p.mode = 'expression';
      p.skipNewLines();
      if (!p.takeIf(',')) {
        p.lastEnd = afterValue;
        return;
      }
      wantsOne = true;
    }
  });
  p.noCommas = commas;
  p.mode = 'expression';
  const missing = wantsOne && given.length > 0;
  const end = p.lastEnd;
  p.skipNewLines();
  if (!p.takeIf(')')) {
    p.lastEnd = end;
    if (!missing) p.missing('MissingEndParenthesisInMethodCall');
  }
  return given;
}
