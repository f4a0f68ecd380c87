import type { Expression, Statement, StatementBlock, SwitchStatement } from './nodes.ts';
import { argument } from './argument.ts';
import type { Parser } from './parser.ts';
import { pipelineChain } from './pipeline.ts';
import { statementBlock } from './scriptBlock.ts';
import type { Token } from './token.ts';

const flags = ['regex', 'wildcard', 'exact', 'casesensitive', 'parallel'];

export function switchStatement(p: Parser, keyword: Token): SwitchStatement {
  const header = switchHeader(p);
  const clauses: { condition: Expression; body: StatementBlock | undefined }[] = [];
  let otherwise: StatementBlock | undefined;
  if (header.go) {
    p.mode = 'command';
    const before = p.mark();
    p.skipNewLines();
    const open = p.takeIf('{');
    if (open) {
      otherwise = p.nested(() => switchClauses(p, open, clauses));
    } else {
      p.reset(before);
      p.missing('MissingCurlyBraceInSwitchStatement');
    }
  }
  return { kind: 'SwitchStatement', start: keyword.start, end: p.lastEnd, condition: header.condition, clauses, otherwise };
}

/** Flags and what is switched on: a parenthesized pipeline, or a file. */
function switchHeader(p: Parser): { condition: Statement | Expression | undefined; go: boolean } {
  let file: Expression | undefined;
  let isFile = false;
  for (;;) {
    p.mode = 'command';
    const token = p.peek();
    if (token.kind !== 'Parameter') break;
    p.take();
    const name = token.value.toLowerCase();
    if (name !== '' && 'file'.startsWith(name)) {
      isFile = true;
      p.skipNewLines();
      file = argument(p);
      if (!file) p.missing('MissingFilenameOption');
    } else if (name === '' || !flags.some((flag) => flag.startsWith(name))) {
      p.unexpected(token, 'InvalidSwitchFlag');
    }
  }
  if (isFile) return { condition: file, go: true };
  const before = p.lastEnd;
  p.skipNewLines();
  if (!p.takeIf('(')) {
    p.report('PipelineValueRequired', before, before, Number.isNaN(p.nextCode()));
    return { condition: undefined, go: p.peek().kind !== 'End' };
  }
  const open = p.lastEnd;
  p.skipNewLines();
  p.lastEnd = open;
  const condition = p.nested(() => pipelineChain(p));
  if (!condition) p.missing('PipelineValueRequired');
  const end = p.lastEnd;
  p.mode = 'command';
  p.skipNewLines();
  if (p.takeIf(')')) return { condition, go: true };
  p.report('MissingEndParenthesisInSwitchStatement', end, end, Number.isNaN(p.nextCode()));
  p.lastEnd = end;
  return { condition, go: p.peek().kind !== 'End' };
}

/** Clauses up to the closing brace; gives the default's block. */
function switchClauses(p: Parser, open: Token, clauses: { condition: Expression; body: StatementBlock | undefined }[]): StatementBlock | undefined {
  let otherwise: StatementBlock | undefined;
  let end = p.lastEnd;
  p.skipNewLinesAndSemicolons();
  for (;;) {
    const token = p.peekIn('command');
    const isDefault = p.isWord('default', token);
    const condition = argument(p);
    if (!condition) {
      if ((clauses.length === 0 && otherwise === undefined) || (token.kind !== 'End' && token.kind !== '}')) p.report('MissingSwitchConditionExpression', end, end, token.kind === 'End');
      break;
    }
    const body = statementBlock(p);
    if (!body) p.missing('MissingSwitchStatementClause');
    end = p.lastEnd;
    if (isDefault) {
      if (otherwise) p.unexpected(token, 'MultipleSwitchDefaultClauses');
      otherwise = body ?? otherwise;
    } else {
      clauses.push({ condition, body });
    }
    if (!body) return leave(p, otherwise);
    p.mode = 'command';
    p.skipNewLinesAndSemicolons();
    if (p.peek().kind === '}' || Number.isNaN(p.nextCode())) break;
  }
  p.mode = 'command';
  if (!p.takeIf('}') && (clauses.length > 0 || otherwise)) p.report('MissingEndCurlyBrace', open.start, open.end, Number.isNaN(p.nextCode()));
  return otherwise;
}

function leave(p: Parser, otherwise: StatementBlock | undefined): StatementBlock | undefined {
  p.mode = 'command';
  p.takeIf('}');
  return otherwise;
}

