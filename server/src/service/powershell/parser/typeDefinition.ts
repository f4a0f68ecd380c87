import { attributeList } from './attribute.ts';
import { expression } from './expression.ts';
import { methodArguments } from './member.ts';
import type { AttributeOrType, Expression, Parameter, ScriptBlock, Statement, TypeMember } from './nodes.ts';
import { parameterList } from './parameterList.ts';
import type { Parser } from './parser.ts';
import { typeName } from './attribute.ts';
import { bracedScriptBody } from './scriptBlock.ts';
import type { Token } from './token.ts';

type MemberReader = (p: Parser, typeName: string) => TypeMember | undefined;

export function classDefinition(p: Parser, keyword: Token): Statement {
  return typeDefinition(p, keyword, classMember);
}

export function enumDefinition(p: Parser, keyword: Token): Statement {
  return typeDefinition(p, keyword, enumMember);
}

function typeDefinition(p: Parser, keyword: Token, member: MemberReader): Statement {
  p.mode = 'command';
  p.skipNewLines();
  const name = p.peekIn('key');
  const members: TypeMember[] = [];
  const broken = (): Statement => ({ kind: 'ErrorStatement', start: keyword.start, end: p.lastEnd, parts: members });
  if (name.kind !== 'Identifier') {
    p.report('MissingNameAfterKeyword', keyword.end, keyword.end, name.kind === 'End');
    p.lastEnd = keyword.end;
    return broken();
  }
  p.take();
  baseTypes(p);
  const end = p.lastEnd;
  p.mode = 'command';
  p.skipNewLines();
  if (!p.takeIf('{')) {
    p.report('MissingTypeBody', end, end, Number.isNaN(p.nextCode()));
    p.lastEnd = end;
    return broken();
  }
  const open = p.lastEnd;
  p.nested(() => typeBody(p, open, name.value, member, members));
  return { kind: 'TypeDefinition', start: keyword.start, end: p.lastEnd, name: name.value, members };
}

function baseTypes(p: Parser): void {
  p.mode = 'key';
  const before = p.lastEnd;
  p.skipNewLines();
  if (!p.takeIf(':')) {
    p.lastEnd = before;
    return;
  }
  do {
    p.mode = 'type';
    p.skipNewLines();
    if (!typeName(p)) {
      p.missing('TypeNameExpected');
      return;
    }
    p.mode = 'expression';
    p.skipNewLines();
  } while (p.takeIf(','));
}

function typeBody(p: Parser, open: number, name: string, member: MemberReader, members: TypeMember[]): void {
  const outer = p.inType;
  p.inType = true;
  for (;;) {
    p.mode = 'expression';
    p.skipNewLinesAndSemicolons();
    const token = p.peek();
    if (token.kind === '}' || token.kind === 'End') break;
    const read = member(p, name);
    if (!read) break;
    members.push(read);
  }
  p.inType = outer;
  p.mode = 'command';
  if (!p.takeIf('}')) p.report('MissingEndCurlyBrace', open, open, Number.isNaN(p.nextCode()));
}

/** What must stand behind a property or value: a line end, a semicolon or the closing brace. */
function memberEnd(p: Parser): void {
  const next = p.peekIn('expression').kind;
  if (next !== 'NewLine' && next !== ';' && next !== '}') p.missing('MissingPropertyTerminator');
}

function enumMember(p: Parser): TypeMember | undefined {
  const token = p.peekIn('key');
  if (token.kind !== 'Identifier') return undefined;
  p.take();
  const value = memberValue(p, true);
  memberEnd(p);
  return { kind: 'PropertyMember', start: token.start, end: p.lastEnd, name: token.value, attributes: [], value, parameters: [], body: undefined };
}

function memberValue(p: Parser, isEnum: boolean): Expression | undefined {
  const next = p.peekIn('expression');
  if (next.kind !== 'Operator' || next.value !== '=') return undefined;
  const before = p.lastEnd;
  p.take();
  if (!isEnum) p.skipNewLines();
  const value = expression(p);
  if (!value && isEnum) p.missing('ExpectedValueExpression');
  if (!value) p.lastEnd = before;
  return value;
}

function classMember(p: Parser, typeName: string): TypeMember | undefined {
  const start = p.peekIn('expression').start;
  const attributes: AttributeOrType[] = [];
  const qualifiers = new Set<string>();
  for (;;) {
    p.mode = 'expression';
    p.skipNewLines();
    if (p.peek().kind === '[') for (const attribute of attributeList(p)) attributes.push(attribute);
    const token = p.peekIn('key');
    if (!p.isWord('static', token) && !p.isWord('hidden', token)) break;
    if (qualifiers.has(token.value.toLowerCase())) p.unexpected(token, 'DuplicateQualifier');
    qualifiers.add(token.value.toLowerCase());
    p.take();
  }
  const end = p.lastEnd;
  p.mode = 'expression';
  p.skipNewLines();
  const token = p.peekIn('key');
  if (token.kind === 'Variable') {
    p.take();
    const value = memberValue(p, false);
    memberEnd(p);
    return { kind: 'PropertyMember', start, end: p.lastEnd, name: token.value, attributes, value, parameters: [], body: undefined };
  }
  if (token.kind !== 'Identifier') {
    if (attributes.length > 0 || qualifiers.size > 0) {
      p.lastEnd = end;
      p.missing('IncompleteMemberDefinition');
    }
    return undefined;
  }
  p.take();
  const isConstructor = token.value.toLowerCase() === typeName.toLowerCase() && !qualifiers.has('static');
  return method(p, start, token, attributes, isConstructor);
}

function method(p: Parser, start: number, name: Token, attributes: readonly AttributeOrType[], isConstructor: boolean): TypeMember | undefined {
  let parameters: Parameter[] = [];
  let body: ScriptBlock | undefined;
  if (p.nextCode() === 40) {
    p.mode = 'expression';
    parameters = parameterList(p);
    if (isConstructor) baseCall(p);
  } else {
    p.lastEnd = name.end;
    p.missing('MissingMethodParameterList');
  }
  const end = p.lastEnd;
  p.mode = 'command';
  p.skipNewLines();
  if (p.peek().kind === '{') {
    body = bracedScriptBody(p);
  } else {
    p.report('MissingFunctionBody', end, end, Number.isNaN(p.nextCode()));
    if (p.peek().kind !== '}') p.take();
    p.lastEnd = end;
  }
  return p.checked({ kind: 'FunctionMember', start, end: p.lastEnd, name: name.value, attributes, value: undefined, parameters, body });
}

/** `: base(…)`, which only a constructor can have. */
function baseCall(p: Parser): void {
  p.mode = 'key';
  const before = p.lastEnd;
  p.skipNewLines();
  if (!p.takeIf(':')) {
    p.lastEnd = before;
    return;
  }
  p.skipNewLines();
  if (p.isWord('base', p.peekIn('key'))) {
    const { end } = p.take();
    p.mode = 'expression';
    p.skipNewLines();
    if (p.peek().kind === '(') methodArguments(p);
    else p.report('MissingMethodParameterList', end, end, Number.isNaN(p.nextCode()));
  } else {
    p.missing('MissingBaseCtorCall');
  }
}
