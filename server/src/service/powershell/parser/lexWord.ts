import { backtick, dollar, endsWord, isDoubleQuote, isNamePart, isSingleQuote } from './characters.ts';
import type { Lexer } from './lexer.ts';
import { ExpandableText, lexDoubleQuoted, lexSingleQuoted } from './lexString.ts';
import type { Mode, Token } from './token.ts';

/** A word as it stands in a command: up to white space or one of `{}();,|&`; quotes inside belong to it, but not in an expression. */
export function lexWord(lexer: Lexer, start: number, inExpression = false): Token {
  const content = new ExpandableText(lexer);
  let plain = true;
  let at = start;
  while (at < lexer.end) {
    const code = lexer.code(at);
    if (endsWord(code)) break;
    if (inExpression && at > start && (isSingleQuote(code) || isDoubleQuote(code) || code === dollar)) break;
    plain &&= isNamePart(code);
    if (isSingleQuote(code) || isDoubleQuote(code)) {
      const inner = isSingleQuote(code) ? lexSingleQuoted(lexer, at) : lexDoubleQuoted(lexer, at);
      content.value += inner.value;
      content.expansions.push(...inner.expansions);
      at = inner.end;
    } else if (code === backtick && at + 1 >= lexer.end) {
      at = content.literal(at);
    } else {
      at = content.take(at);
    }
  }
  return lexer.token(plain ? 'Identifier' : 'Word', start, at, content.value, 'BareWord', content.expansions);
}

const typeNameEnd = /[\p{L}\p{Nd}_.`+#\\]*/uy;

/** A name inside an expression, a hashtable's key or `[…]`. */
export function lexName(lexer: Lexer, start: number, mode: Mode): Token {
  if (mode === 'type') {
    typeNameEnd.lastIndex = start;
    typeNameEnd.test(lexer.text);
    const end = Math.min(typeNameEnd.lastIndex, lexer.end);
    return lexer.token('Identifier', start, end, lexer.text.slice(start, end));
  }
  let end = start;
  while (isNamePart(lexer.code(end))) end++;
  if (mode === 'key' || endsWord(lexer.code(end)) || endsName(lexer.code(end))) return lexer.token('Identifier', start, end, lexer.text.slice(start, end));
  return lexWord(lexer, start, true);
}

/** Inside an expression an assignment, a member or an index may follow a name directly. */
function endsName(code: number): boolean {
  return code === 61 || code === 46 || code === 91 || code === 93 || code === 58;
}
