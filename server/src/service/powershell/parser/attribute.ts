import { isNameStart } from './characters.ts';
import { expression } from './expression.ts';
import type { Attribute, AttributeOrType, Expression, TypeConstraint } from './nodes.ts';
import type { Parser } from './parser.ts';
import type { SyntaxErrorId } from './syntaxError.ts';
import type { Token } from './token.ts';

/** All `[…]` in a row; line ends may stand between them. */
export function attributeList(p: Parser): AttributeOrType[] {
  const found: AttributeOrType[] = [];
  for (;;) {
    p.mode = 'expression';
    const before = p.lastEnd;
    if (found.length > 0) p.skipNewLines();
    if (p.peek().kind !== '[') {
      p.lastEnd = before;
      return found;
    }
    const read = attribute(p);
    if (!read) return found;
    found.push(read);
  }
}

/** `[type]` or `[attribute(…)]`, whose opening bracket is next; undefined where it is neither. Read once, however often it is asked for. */
export function attribute(p: Parser): AttributeOrType | undefined {
  const open = p.take();
  const known = p.readAttributes.get(open.start);
  if (known) {
    p.moveTo(known.end);
    return known.node;
  }
  const node = p.nested(() => bracketed(p, open.start));
  if (node) p.readAttributes.set(open.start, { node, end: p.lastEnd });
  return node;
}

function bracketed(p: Parser, start: number): AttributeOrType | undefined {
  p.mode = 'type';
  p.skipNewLines();
  const nameAt = p.peek().start;
  if (!typeName(p)) {
    p.report('MissingTypename', start + 1, start + 1, Number.isNaN(p.nextCode()));
    p.mode = 'expression';
    return undefined;
  }
  const name = p.lexer.text.slice(nameAt, p.lastEnd);
  p.mode = 'expression';
  if (p.peek().kind === ',') skipAssembly(p);
  const node = p.peek().kind === '(' ? attributeArguments(p, start, name) : typeConstraint(start, name);
  p.mode = 'expression';
  if (p.peek().kind === 'NewLine' && node.kind === 'Attribute') p.skipNewLines();
  if (!p.takeIf(']')) missingBracket(p, 'EndSquareBracketExpectedAtEndOfAttribute');
  return { ...node, end: p.lastEnd };
}

function typeConstraint(start: number, name: string): TypeConstraint {
  return { kind: 'TypeConstraint', start, end: start, name };
}

/** `name`, `name[]`, `name[a,b]`, `name[[a],[b]]`, `name, assembly`; false where none begins. */
export function typeName(p: Parser): boolean {
  p.mode = 'type';
  const token = p.peek();
  if (token.kind !== 'Identifier' || !isNameStart(p.code(token.start))) return false;
  p.take();
  typeSuffixes(p);
  return true;
}

const assemblyName = /[ \t]*[^\s,\]]+(?:[ \t]*,[ \t]*[^\s,\]=]+=[^\s,\]]*)*[ \t]*/y;

/** `, assembly` behind a type's name, with its version and the like. */
function skipAssembly(p: Parser): void {
  const comma = p.take();
  assemblyName.lastIndex = comma.end;
  if (assemblyName.test(p.lexer.text) && assemblyName.lastIndex <= p.lexer.end) p.moveTo(assemblyName.lastIndex);
  else p.missing('MissingAssemblyNameSpecification');
}

/** PowerShell points one unit before what stands there instead. */
function missingBracket(p: Parser, id: SyntaxErrorId): void {
  const ended = Number.isNaN(p.nextCode());
  const at = ended ? p.lexer.end : Math.max(0, p.mark().at - 1);
  p.report(id, at, at, ended);
}

/** Arrays and arguments of a generic type behind its name. */
function typeSuffixes(p: Parser): void {
  p.mode = 'type';
  if (p.peek().kind !== '[') return;
  const open = p.take();
  p.skipNewLines();
  const next = p.peek();
  if (next.kind === ']' || next.kind === ',') {
    while (p.takeIf(',')) p.skipNewLines();
    if (!p.takeIf(']')) {
      missingBracket(p, 'EndSquareBracketExpectedAtEndOfAttribute');
      return;
    }
    p.nested(() => {
      typeSuffixes(p);
    });
    return;
  }
  if (next.kind !== '[' && !(next.kind === 'Identifier' && isNameStart(p.code(next.start)))) {
    notAType(p, next, open.end);
    return;
  }
  if (!p.nested(() => typeArguments(p))) return;
  p.mode = 'type';
  if (!p.takeIf(']')) missingBracket(p, 'EndSquareBracketExpectedAtEndOfAttribute');
  else if (p.peek().kind === '[') {
    p.nested(() => {
      typeSuffixes(p);
    });
  }
}

/** What cannot be a type is passed over up to the closing bracket on its line. */
function notAType(p: Parser, token: Token, open: number): void {
  if (token.kind === 'End') {
    p.report('MissingTypename', open, open, true);
    return;
  }
  p.unexpected(token);
  for (let next = token; next.kind !== 'End' && next.kind !== 'NewLine'; next = p.peek()) {
    p.take();
    if (next.kind === ']') return;
  }
}

/** `]` behind the arguments of a type; false where it is missing, which is said. */
export function closesType(p: Parser): boolean {
  p.mode = 'type';
  p.skipNewLines();
  if (p.takeIf(']')) return true;
  missingBracket(p, 'EndSquareBracketExpectedAtEndOfType');
  return false;
}

/** `a`, `[a]`, with commas between them; false where one is none, which is said. */
export function typeArguments(p: Parser): boolean {
  for (;;) {
    p.mode = 'type';
    p.skipNewLines();
    const bracket = p.takeIf('[');
    if (bracket && !(p.peek().kind === 'Identifier' && isNameStart(p.nextCode()))) {
      p.report('MissingTypename', p.mark().at + 1, p.mark().at + 1, Number.isNaN(p.nextCode()));
      return false;
    }
    if (!typeName(p)) return false;
    if (bracket && p.peek().kind === ',') skipAssembly(p);
    p.mode = 'type';
    if (bracket && !p.takeIf(']')) {
      missingBracket(p, 'EndSquareBracketExpectedAtEndOfType');
      return true;
    }
    p.skipNewLines();
    const comma = p.takeIf(',');
    if (!comma) return true;
    p.skipNewLines();
    const next = p.peek();
    if (next.kind === '[' || (next.kind === 'Identifier' && isNameStart(p.code(next.start)))) continue;
    p.report('MissingTypename', comma.end, comma.end, Number.isNaN(p.nextCode()));
    return true;
  }
}

function attributeArguments(p: Parser, start: number, name: string): Attribute {
  let end = p.take().end;
  const commas = p.noCommas;
  p.noCommas = true;
  const positional: Expression[] = [];
  const named: Attribute['named'][number][] = [];
  const names = new Set<string>();
  let comma = false;
  for (;;) {
    p.mode = 'expression';
    p.skipNewLines();
    const token = p.peekIn('key');
    if (token.kind === 'Identifier' && isNameStart(p.code(token.start))) {
      p.take();
      const value = namedValue(p);
      if (value || p.lastEnd !== token.end) end = p.lastEnd;
      named.push({ name: token.value, value, start: token.start, end: value?.end ?? token.end });
      if (names.has(token.value)) p.report('DuplicateNamedArgument', token.start, token.end);
      names.add(token.value);
    } else {
      p.mode = 'expression';
      const value = expression(p);
      if (!value) {
        if (comma) p.report('MissingExpressionAfterToken', end, end, Number.isNaN(p.nextCode()));
        break;
      }
      positional.push(value);
      end = p.lastEnd;
    }
    p.mode = 'expression';
    p.skipNewLines();
    const next = p.takeIf(',');
    comma = next !== undefined;
    if (next === undefined) break;
    end = next.end;
  }
  p.noCommas = commas;
  p.mode = 'expression';
  if (!p.takeIf(')')) {
    p.lastEnd = end;
    p.missing('MissingEndParenthesisInExpression');
  }
  const read: Attribute = { kind: 'Attribute', start, end: p.lastEnd, name, arguments: positional, named };
  return p.inType ? read : p.checked(read);
}

function namedValue(p: Parser): Expression | undefined {
  const next = p.peekIn('expression');
  if (next.kind !== 'Operator' || next.value !== '=') return undefined;
  p.take();
  p.skipNewLines();
  const value = expression(p);
  if (!value) p.missing('MissingExpressionInNamedArgument');
  return value;
}
