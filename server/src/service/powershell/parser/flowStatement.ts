import { expandable } from './expandable.ts';
import type { FlowStatement } from './nodes.ts';
import type { Parser } from './parser.ts';
import { pipelineChain } from './pipeline.ts';
import { unary } from './unary.ts';
import type { Token } from './token.ts';

const kinds: Readonly<Record<string, FlowStatement['kind']>> = { return: 'ReturnStatement', throw: 'ThrowStatement', exit: 'ExitStatement', break: 'BreakStatement', continue: 'ContinueStatement' };

/** `return`, `throw` and `exit`, each with a pipeline or none. */
export function flowStatement(p: Parser, keyword: Token): FlowStatement {
  const value = pipelineChain(p);
  const read: FlowStatement = { kind: kinds[keyword.value.toLowerCase()] ?? 'ReturnStatement', start: keyword.start, end: p.lastEnd, value };
  return p.leaving && p.isWord('return', keyword) ? p.checked(read) : read;
}

/** `break` and `continue`; their label stands on the same line. */
export function jumpStatement(p: Parser, keyword: Token): FlowStatement {
  const label = p.peekIn('key');
  const value = label.kind === 'Identifier' ? expandable(p, p.take()) : unary(p);
  const read: FlowStatement = { kind: kinds[keyword.value.toLowerCase()] ?? 'BreakStatement', start: keyword.start, end: p.lastEnd, value };
  return p.leaving && !staysInside(p, value) ? p.checked(read) : read;
}

/** A jump inside a `finally` block must end inside it. */
function staysInside(p: Parser, label: FlowStatement['value']): boolean {
  if (label === undefined) return (p.leaving?.loops ?? 0) > 0;
  return label.kind !== 'StringConstantExpression' || (p.leaving?.labels.includes(label.value.toLowerCase()) ?? true);
}
