import { argument } from './argument.ts';
import type { Expression, Statement } from './nodes.ts';
import type { Parser } from './parser.ts';
import { statementBlock } from './scriptBlock.ts';
import type { Token } from './token.ts';

/** `data name -SupportedCommand a, b { … }`. */
export function dataStatement(p: Parser, keyword: Token): Statement {
  p.mode = 'command';
  const before = p.lastEnd;
  p.skipNewLines();
  p.lastEnd = before;
  const parts: Expression[] = [];
  if (p.peek().kind === 'Identifier') p.take();
  for (;;) {
    p.mode = 'command';
    const token = p.peek();
    if (token.kind !== 'Parameter') break;
    p.take();
    if (!'supportedcommand'.startsWith(token.value.toLowerCase())) {
      p.unexpected(token, 'InvalidParameterForDataSectionStatement');
      return { kind: 'ErrorStatement', start: keyword.start, end: p.lastEnd, parts };
    }
    do {
      const command = argument(p);
      if (command) parts.push(command);
      p.mode = 'command';
    } while (p.takeIf(','));
  }
  const body = statementBlock(p);
  if (body) return { kind: 'DataStatement', start: keyword.start, end: p.lastEnd, body };
  p.missing('MissingStatementBlockForDataSection');
  return { kind: 'ErrorStatement', start: keyword.start, end: p.lastEnd, parts };
}
