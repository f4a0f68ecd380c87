import { argument } from './argument.ts';
import type { Redirection } from './nodes.ts';
import type { Parser } from './parser.ts';
import type { Mode } from './token.ts';

/** The redirection that is next, with its file; undefined where none is. */
export function redirection(p: Parser, mode: Mode): Redirection | undefined {
  const token = p.peekIn(mode);
  if (token.kind !== 'Redirection') return undefined;
  p.take();
  if (token.value.includes('&')) {
    if (!isSupported(token.value)) p.unexpected(token, 'RedirectionNotSupported');
    return { kind: 'MergingRedirection', start: token.start, end: token.end, operator: token.value };
  }
  p.mode = 'command';
  const location = argument(p);
  if (!location) p.report('MissingFileSpecification', token.end, token.end);
  if (token.value === '<') p.lexer.report('RedirectionNotSupported', token.start, token.end);
  return { kind: 'FileRedirection', start: token.start, end: p.lastEnd, operator: token.value, location };
}

/** Streams can be merged into the output only. */
function isSupported(operator: string): boolean {
  return operator.endsWith('1') && !operator.startsWith('1');
}

/** A stream can be redirected once; all of them together (`*`) count as one of their own. */
export function addRedirection(p: Parser, all: Redirection[], added: Redirection): void {
  const stream = streamOf(added);
  if (stream !== '<' && all.some((each) => streamOf(each) === stream)) p.report('StreamAlreadyRedirected', added.start, added.end);
  all.push(added);
}

function streamOf(each: Redirection): string {
  const first = each.operator.charAt(0);
  return first === '>' ? '1' : first;
}
