import { isNameStart } from './characters.ts';
import { expression } from './expression.ts';
import type { Attribute, AttributeOrType, Expression, TypeConstraint } from './nodes.ts';
import type { Parser } from './parser.ts';

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
  if (!p.takeIf(']')) missingBracket(p);
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

/** PowerShell points one unit before the end of a name that something adjoins. */
function missingBracket(p: Parser): void {
  const ended = Number.isNaN(p.nextCode());
  const at = p.mark().at === p.lastEnd && !ended ? p.lastEnd - 1 : p.lastEnd;
  p.report('EndSquareBracketExpectedAtEndOfAttribute', at, at, ended);
}

/** Arrays and arguments of a generic type behind its name. */
function typeSuffixes(p: Parser): void {
  for (;;) {
    p.mode = 'type';
    if (p.peek().kind !== '[') return;
    const open = p.take();
    p.skipNewLines();
    if (p.peek().kind !== ']' && p.peek().kind !== ',') {
      if (!p.nested(() => typeArguments(p))) {
        p.report('MissingTypename', open.end, open.end, Number.isNaN(p.nextCode()));
        return;
      }
    } else {
      while (p.takeIf(',')) p.skipNewLines();
    }
    p.mode = 'type';
    if (!p.takeIf(']')) {
      missingBracket(p);
      return;
    }
  }
}

function typeArguments(p: Parser): boolean {
  for (let comma = false; ; comma = true) {
    p.mode = 'type';
    p.skipNewLines();
    const bracket = p.takeIf('[');
    if (!typeName(p)) {
      if (comma) p.missing('MissingTypename');
      return comma;
    }
    if (bracket && p.peek().kind === ',') skipAssembly(p);
    if (bracket && !p.takeIf(']')) return false;
    p.skipNewLines();
    if (!p.takeIf(',')) return true;
  }
}

function attributeArguments(p: Parser, start: number, name: string): Attribute {
  p.take();
  const commas = p.noCommas;
  p.noCommas = true;
  const positional: Expression[] = [];
  const named: { name: string; value: Expression | undefined }[] = [];
  let comma = false;
  for (;;) {
    p.mode = 'expression';
    p.skipNewLines();
    const token = p.peekIn('expression');
    if (token.kind === 'Identifier') {
      const end = p.lastEnd;
      p.take();
      const value = namedValue(p);
      named.push({ name: token.value, value });
      if (!value && p.lastEnd === token.end) p.lastEnd = end;
    } else {
      p.mode = 'expression';
      const end = p.lastEnd;
      const value = expression(p);
      if (!value) {
        if (comma) p.report('MissingExpressionAfterToken', end, end, Number.isNaN(p.nextCode()));
        break;
      }
      positional.push(value);
    }
    p.mode = 'expression';
    p.skipNewLines();
    comma = p.takeIf(',') !== undefined;
    if (!comma) break;
  }
  p.noCommas = commas;
  p.mode = 'expression';
  if (!p.takeIf(')')) p.missing('MissingEndParenthesisInExpression');
  return { kind: 'Attribute', start, end: p.lastEnd, name, arguments: positional, named };
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
