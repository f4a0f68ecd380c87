import { attributeList } from './attribute.ts';
import { expression } from './expression.ts';
import type { Parameter } from './nodes.ts';
import type { Parser } from './parser.ts';
import { variableOf } from './primary.ts';

/** `(…)` of a `param` block, function or method, whose opening parenthesis is next. */
export function parameterList(p: Parser): Parameter[] {
  const open = p.take();
  return p.nested(() => {
    const parameters: Parameter[] = [];
    const commas = p.noCommas;
    p.noCommas = true;
    let comma = false;
    for (;;) {
      const before = p.lastEnd;
      p.mode = 'expression';
      p.skipNewLines();
      p.lastEnd = before;
      const read = parameter(p);
      if (read === undefined) {
        if (comma) p.report('MissingExpressionAfterToken', before, before, Number.isNaN(p.nextCode()));
        break;
      }
      parameters.push(read);
      p.mode = 'command';
      p.skipNewLines();
      comma = p.takeCode(44);
      if (!comma) break;
    }
    p.noCommas = commas;
    p.mode = 'command';
    const last = parameters.at(-1)?.end ?? open.end;
    if (!p.takeIf(')')) {
      p.lastEnd = last;
      p.missing('MissingEndParenthesisInFunctionParameterList');
    }
    return parameters;
  });
}

function parameter(p: Parser): Parameter | undefined {
  const start = p.peekIn('expression').start;
  const attributes = attributeList(p);
  const token = p.peekIn('expression');
  if (token.kind !== 'Variable' && token.kind !== 'SplattedVariable') {
    if (attributes.length > 0) p.missing('InvalidFunctionParameter');
    return undefined;
  }
  p.take();
  const name = variableOf(token);
  const afterName = p.lastEnd;
  p.skipNewLines();
  let defaultValue;
  const next = p.peek();
  if (next.kind === 'Operator' && next.value === '=') {
    p.take();
    p.skipNewLines();
    defaultValue = expression(p);
    if (!defaultValue) p.report('MissingExpressionAfterToken', next.end, next.end, Number.isNaN(p.nextCode()));
  } else if (next.kind === 'End') {
    p.lastEnd = afterName;
  }
  return { kind: 'Parameter', start, end: defaultValue?.end ?? name.end, attributes, name, defaultValue };
}
