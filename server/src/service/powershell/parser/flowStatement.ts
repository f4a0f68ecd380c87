import { argument } from './argument.ts';
import type { FlowStatement } from './nodes.ts';
import type { Parser } from './parser.ts';
import { pipelineChain } from './pipeline.ts';
import type { Token } from './token.ts';

const kinds: Readonly<Record<string, FlowStatement['kind']>> = { return: 'ReturnStatement', throw: 'ThrowStatement', exit: 'ExitStatement', break: 'BreakStatement', continue: 'ContinueStatement' };

/** `return`, `throw` and `exit`, each with a pipeline or none. */
export function flowStatement(p: Parser, keyword: Token): FlowStatement {
  const value = pipelineChain(p, false);
  return { kind: kinds[keyword.value.toLowerCase()] ?? 'ReturnStatement', start: keyword.start, end: p.lastEnd, value };
}

/** `break` and `continue`; their label stands on the same line. */
export function jumpStatement(p: Parser, keyword: Token): FlowStatement {
  p.mode = 'command';
  const value = argument(p);
  return { kind: kinds[keyword.value.toLowerCase()] ?? 'BreakStatement', start: keyword.start, end: p.lastEnd, value };
}
