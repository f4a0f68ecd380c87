import type { Expression, Hashtable, Statement } from './nodes.ts';
import type { Parser } from './parser.ts';
import { statement } from './statement.ts';
import { unary } from './unary.ts';

/** `@{ key = statement; … }` whose opening brace is next. */
export function hashtable(p: Parser): Hashtable {
  const open = p.take();
  const entries: { key: Expression; value: Statement | undefined }[] = [];
  p.nested(() => {
    for (;;) {
      p.mode = 'key';
      if (entries.length > 0) p.skipNewLinesAndSemicolons();
      else p.skipNewLines();
      const entry = hashtableEntry(p);
      if (!entry) return;
      entries.push(entry);
      const next = p.peekIn('command').kind;
      if (next !== 'NewLine' && next !== ';') return;
    }
  });
  p.mode = 'command';
  if (!p.takeIf('}')) p.report('MissingEndCurlyBrace', open.end, open.end, Number.isNaN(p.nextCode()));
  return p.checked({ kind: 'Hashtable', start: open.start, end: p.lastEnd, entries });
}

function hashtableEntry(p: Parser): { key: Expression; value: Statement | undefined } | undefined {
  const token = p.peekIn('key');
  let key: Expression | undefined;
  if (token.kind === 'Identifier') {
    p.take();
    key = { kind: 'StringConstantExpression', start: token.start, end: token.end, value: token.value, quote: 'BareWord' };
  } else {
    const commas = p.noCommas;
    p.noCommas = true;
    key = unary(p);
    p.noCommas = commas;
  }
  if (!key) return undefined;
  const equals = p.peekIn('expression');
  if (equals.kind !== 'Operator' || equals.value !== '=') {
    p.missing('MissingEqualsInHashLiteral');
    skipToSeparator(p);
    return { key, value: undefined };
  }
  p.take();
  p.mode = 'command';
  p.skipNewLines();
  p.lastEnd = equals.end;
  const value = statement(p);
  if (!value) {
    p.missing('MissingStatementInHashLiteral');
    skipToSeparator(p);
  }
  return { key, value };
}

/** On to the next entry: what is between cannot be understood. */
function skipToSeparator(p: Parser): void {
  const end = p.lastEnd;
  for (;;) {
    const token = p.peekIn('expression');
    if (['NewLine', ';', '}', 'End', ')'].includes(token.kind)) break;
    p.take();
  }
  p.lastEnd = end;
}
