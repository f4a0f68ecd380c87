import { argument } from './argument.ts';
import type { Statement, UsingStatement } from './nodes.ts';
import type { Parser } from './parser.ts';
import type { Token } from './token.ts';

const kinds = ['namespace', 'module', 'assembly', 'type', 'command'];

/** Those at the beginning of a script. */
export function usingStatements(p: Parser): UsingStatement[] {
  const found: UsingStatement[] = [];
  for (;;) {
    p.mode = 'command';
    p.skipNewLinesAndSemicolons();
    if (!p.isWord('using')) return found;
    const read = usingStatement(p, p.take());
    if (read.kind !== 'UsingStatement') return found;
    found.push(read);
    const next = p.peekIn('command');
    if (next.kind !== 'NewLine' && next.kind !== ';' && next.kind !== 'End') {
      p.unexpected(next, 'MissingStatementTerminator');
      return found;
    }
  }
}

/** One behind other statements, where none may be. */
export function lateUsing(p: Parser, keyword: Token): Statement {
  const read = usingStatement(p, keyword);
  if (read.kind === 'UsingStatement') p.report('UsingMustBeAtStartOfScript', read.start, read.end);
  return read;
}

function usingStatement(p: Parser, keyword: Token): UsingStatement | Extract<Statement, { kind: 'ErrorStatement' }> {
  const directive = p.peekIn('command');
  const what = kinds.find((kind) => p.isWord(kind, directive));
  if (what === undefined) {
    p.missing('MissingUsingStatementDirective');
    if (directive.kind === 'Identifier') p.take();
    return { kind: 'ErrorStatement', start: keyword.start, end: p.lastEnd, parts: [] };
  }
  p.take();
  p.mode = 'command';
  const item = argument(p);
  if (!item) {
    p.missing('MissingUsingItemName');
    return { kind: 'ErrorStatement', start: keyword.start, end: p.lastEnd, parts: [] };
  }
  const name = item.kind === 'StringConstantExpression' ? item.value : '';
  return { kind: 'UsingStatement', start: keyword.start, end: p.lastEnd, what, name };
}
