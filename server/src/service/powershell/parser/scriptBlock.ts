import { attributeList } from './attribute.ts';
import { isNameStart } from './characters.ts';
import { parameterList } from './parameterList.ts';
import type { AttributeOrType, NamedBlock, ParamBlock, ScriptBlock, Statement, StatementBlock, UsingStatement } from './nodes.ts';
import type { Parser } from './parser.ts';
import { statement } from './statement.ts';
import { usingStatements } from './usingStatement.ts';

const blockNames = ['begin', 'process', 'end', 'dynamicparam', 'clean'];

/** A whole script, up to the end of the text. */
export function script(p: Parser): ScriptBlock {
  p.mode = 'command';
  p.skipNewLinesAndSemicolons();
  const start = p.peekIn('command').start;
  const usings = usingStatements(p);
  const body = scriptBody(p, start, usings);
  const blocks = [...body.blocks];
  for (let token = p.peekIn('command'); token.kind !== 'End'; token = p.peekIn('command')) {
    if (!p.gaveUp) p.unexpected(token);
    p.take();
    blocks.push(namelessBlock(p));
  }
  return { ...body, blocks, end: Math.max(start, p.lastEnd) };
}

/** What is between the braces of a script block or function, or all of a script: parameters, then blocks or statements. */
function scriptBody(p: Parser, start: number, usings: readonly UsingStatement[] = []): ScriptBlock {
  const paramBlock = parameterBlock(p);
  const blocks = isNamedBlock(p) ? namedBlocks(p) : [namelessBlock(p)];
  return { kind: 'ScriptBlock', start, end: Math.max(start, p.lastEnd), usings, paramBlock, blocks };
}

/** `{ … }` of a script block, function or method whose opening brace is next. */
export function bracedScriptBody(p: Parser): ScriptBlock {
  const open = p.take();
  const outer = p.leaving;
  p.leaving = undefined;
  const body = p.nested(() => scriptBody(p, open.start));
  p.leaving = outer;
  closeBrace(p, open.start);
  return { ...body, end: p.lastEnd };
}

/** The parameters of a script or script block. Attributes may stand before `param` as well as before a first statement. */
function parameterBlock(p: Parser): ParamBlock | undefined {
  p.mode = 'command';
  p.skipNewLinesAndSemicolons();
  const begin = p.mark();
  const start = begin.at;
  const attributes: AttributeOrType[] = [];
  if (p.nextCode() === 91) {
    for (const attribute of attributeList(p)) attributes.push(attribute);
    p.mode = 'command';
    p.skipNewLines();
  }
  if (p.isWord('param')) {
    p.take();
    p.skipNewLines();
    if (p.nextCode() === 40) {
      const parameters = parameterList(p);
      for (const each of attributes) if (each.kind === 'TypeConstraint') p.report('TypeNotAllowedBeforeParam', each.start, each.end);
      return p.checked({ kind: 'ParamBlock', start, end: p.lastEnd, attributes, parameters });
    }
  }
  p.reset(begin);
  return undefined;
}

function isNamedBlock(p: Parser): boolean {
  p.mode = 'command';
  p.skipNewLinesAndSemicolons();
  if (!isNameStart(p.nextCode())) return false;
  return blockNames.some((name) => p.isWord(name));
}

function namedBlocks(p: Parser): NamedBlock[] {
  const blocks: NamedBlock[] = [];
  const seen = new Set<string>();
  for (;;) {
    p.mode = 'command';
    p.skipNewLinesAndSemicolons();
    const name = blockNames.find((each) => p.isWord(each));
    const token = p.peekIn('command');
    if (name === undefined) {
      if (!Number.isNaN(p.nextCode()) && p.nextCode() !== 125) {
        p.unexpected(token, 'MissingNamedBlocks');
        blocks.push(namelessBlock(p));
      }
      return blocks;
    }
    p.take();
    if (name === 'clean') p.lexer.noteNewer('Clean', token.start, token.end);
    const body = statementBlock(p);
    if (body === undefined) p.missing('MissingNamedStatementBlock');
    else if (seen.has(name)) p.report('DuplicateScriptCommandClause', token.start, body.end);
    seen.add(name);
    blocks.push({ kind: 'NamedBlock', start: token.start, end: p.lastEnd, name, statements: body?.statements ?? [] });
  }
}

function namelessBlock(p: Parser): NamedBlock {
  const start = p.mark().at;
  const statements = statementList(p);
  return { kind: 'NamedBlock', start, end: statements.at(-1)?.end ?? start, name: '', statements };
}

/** Statements up to a closing bracket, the end of the text, or what begins no statement: the caller says what it expected there. */
export function statementList(p: Parser): Statement[] {
  const statements: Statement[] = [];
  for (;;) {
    p.mode = 'command';
    p.skipNewLinesAndSemicolons();
    if (p.closes()) return statements;
    const read = statement(p);
    if (!read) return statements;
    statements.push(read);
  }
}

/** `{ … }` of a statement; undefined where no opening brace is next. Line ends may stand before it. */
export function statementBlock(p: Parser): StatementBlock | undefined {
  p.mode = 'command';
  const before = p.mark();
  p.skipNewLines();
  if (p.nextCode() !== 123) {
    // What is wrong with the token that stands there is said before that the block is missing.
    p.peek();
    p.reset(before);
    return undefined;
  }
  const open = p.take();
  const statements = p.nested(() => statementList(p));
  closeBrace(p, open.start);
  return { kind: 'StatementBlock', start: open.start, end: p.lastEnd, statements };
}

function closeBrace(p: Parser, open: number): void {
  p.mode = 'command';
  if (!p.takeCode(125)) p.report('MissingEndCurlyBrace', open, open + 1, Number.isNaN(p.nextCode()));
}
