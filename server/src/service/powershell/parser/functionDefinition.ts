import type { Parameter, Statement } from './nodes.ts';
import { parameterList } from './parameterList.ts';
import type { Parser } from './parser.ts';
import { bracedScriptBody } from './scriptBlock.ts';
import type { Token } from './token.ts';

/** `function`, `filter` and the `workflow` of Windows PowerShell. */
export function functionDefinition(p: Parser, keyword: Token): Statement {
  const isWorkflow = keyword.value.toLowerCase() === 'workflow';
  p.mode = 'command';
  p.skipNewLines();
  const name = p.peek();
  const broken = (parts: readonly Parameter[]): Statement => ({ kind: 'ErrorStatement', start: keyword.start, end: p.lastEnd, parts });
  if (name.kind !== 'Identifier' && name.kind !== 'Word' && name.kind !== 'Parameter' && name.kind !== 'Number') {
    p.report('MissingNameAfterKeyword', keyword.end, keyword.end, name.kind === 'End');
    p.lastEnd = keyword.end;
    return broken([]);
  }
  p.take();
  p.skipNewLines();
  let parameters: Parameter[] | undefined;
  if (p.peek().kind === '(') {
    parameters = parameterList(p);
  } else {
    p.lastEnd = name.end;
  }
  const end = p.lastEnd;
  p.mode = 'command';
  p.skipNewLines();
  if (p.peek().kind !== '{') {
    p.report('MissingFunctionBody', end, end, Number.isNaN(p.nextCode()));
    p.lastEnd = end;
    return broken(parameters ?? []);
  }
  const body = bracedScriptBody(p);
  if (isWorkflow) p.report('WorkflowNotSupportedInPowerShellCore', keyword.start, body.end);
  return p.checked({ kind: 'FunctionDefinition', start: keyword.start, end: body.end, name: p.lexer.text.slice(name.start, name.end), parameters, body });
}
