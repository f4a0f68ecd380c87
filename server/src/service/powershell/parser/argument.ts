import { expandable } from './expandable.ts';
import { memberChain } from './member.ts';
import type { Expression } from './nodes.ts';
import type { Parser } from './parser.ts';
import { primary } from './primary.ts';

/** One argument of a command; undefined where none is next. */
export function argument(p: Parser): Expression | undefined {
  const token = p.peekIn('command');
  switch (token.kind) {
    case 'Identifier':
    case 'Word':
    case 'Unknown':
      p.take();
      return expandable(p, token);
    case '.':
    case 'Parameter':
      p.take();
      return plainWord(p, token.start, token.end);
    case 'Variable':
    case 'SplattedVariable':
    case 'Number':
    case 'String':
    case '(':
    case '$(':
    case '@(':
    case '@{':
    case '{': {
      const commas = p.noCommas;
      p.noCommas = false;
      const value = primary(p, token);
      const read = value && memberChain(p, value, 'command');
      p.noCommas = commas;
      p.mode = 'command';
      return read;
    }
    default:
      return undefined;
  }
}

/** `-Name` where a word is wanted, its colon and what adjoins included: after a comma a dash means nothing. */
function plainWord(p: Parser, start: number, end: number): Expression {
  const next = end > start && p.lexer.text.charAt(end - 1) !== ':' && p.peekIn('command');
  const adjoining = next !== false && next.start === end && next.kind === 'Word';
  if (adjoining) p.take();
  return { kind: 'StringConstantExpression', start, end: p.lastEnd, value: p.lexer.text.slice(start, p.lastEnd), quote: 'BareWord' };
}

/** `--%` stands alone. */
function isVerbatimMark(first: Expression): boolean {
  return first.kind === 'StringConstantExpression' && first.value === '--%' && first.quote === 'BareWord';
}

/** An argument, or several with commas between them. */
export function argumentList(p: Parser): Expression | undefined {
  const first = argument(p);
  if (!first || isVerbatimMark(first) || p.peekIn('command').kind !== ',') return first;
  const elements = [first];
  for (let comma = p.peekIn('command'); comma.kind === ','; comma = p.peekIn('command')) {
    p.take();
    p.skipNewLines();
    const next = argument(p);
    if (!next) {
      p.report('MissingExpression', comma.end, comma.end, Number.isNaN(p.nextCode()));
      p.lastEnd = comma.end;
      break;
    }
    elements.push(next);
  }
  return { kind: 'ArrayLiteral', start: first.start, end: p.lastEnd, elements };
}
