import { backtick, dollar, endsWord, isActive, isDoubleQuote, isNamePart, isNameStart, isSingleQuote, nameUpTo, plainUpTo } from './characters.ts';
import type { Lexer } from './lexer.ts';
import { ExpandableText, lexDoubleQuoted, lexSingleQuoted } from './lexString.ts';
import type { Mode, Token } from './token.ts';

/**
 * A word as it stands in a command: up to white space or one of `{}();,|&`; quotes inside belong to it, but not in an
 * expression.
 */
export function lexWord(lexer: Lexer, start: number, inExpression = false): Token {
  const simple = lexSimpleWord(lexer, start);
  if (simple) return simple;
  const content = new ExpandableText(lexer);
  const literalUpTo = lexer.code(start) === 58 ? labelEnd(lexer, start + 1) : start;
  let plain = true;
  let at = start;
  while (at < lexer.end) {
    const code = lexer.code(at);
    if (endsWord(code)) break;
    if (inExpression && at > start && (isSingleQuote(code) || isDoubleQuote(code) || code === dollar)) break;
    plain &&= isNamePart(code);
    if (at < literalUpTo) {
      at = content.literal(at);
    } else if (isSingleQuote(code) || isDoubleQuote(code)) {
      const inner = isSingleQuote(code) ? lexSingleQuoted(lexer, at) : lexDoubleQuoted(lexer, at);
      content.value += inner.value;
      for (const each of inner.expansions) content.expansions.push(each);
      at = inner.end;
    } else if (code === backtick && at + 1 >= lexer.end) {
      at = content.literal(at);
    } else {
      at = isActive(code) ? content.take(at) : content.literal(at);
    }
  }
  lexer.wordsUpTo = Math.max(lexer.wordsUpTo, at);
  return lexer.token(plain ? 'Identifier' : 'Word', start, at, content.value, 'BareWord', content.expansions);
}

/** What begins as a label does is text up to the first character behind its name, whatever that is. */
function labelEnd(lexer: Lexer, start: number): number {
  if (!isNameStart(lexer.code(start))) return start;
  let at = start;
  while (isNamePart(lexer.code(at))) at++;
  return at + 1;
}

/** A word without quotes, backticks and dollars; undefined where there is one. */
function lexSimpleWord(lexer: Lexer, start: number): Token | undefined {
  const known = lexer.knownWord;
  if (start > known.start && start < known.end && !isNamePart(lexer.code(start))) return simpleWord(lexer, start, known.end, false);
  const name = nameUpTo(lexer.text, start, lexer.end);
  let at = plainUpTo(lexer.text, name, lexer.end);
  let plain = at === name;
  for (let code = lexer.code(at); !endsWord(code); code = lexer.code(at)) {
    if (isActive(code)) return undefined;
    plain &&= isNamePart(code);
    at++;
  }
  lexer.knownWord = { start, end: at };
  return simpleWord(lexer, start, at, plain);
}

function simpleWord(lexer: Lexer, start: number, end: number, plain: boolean): Token {
  return lexer.token(plain ? 'Identifier' : 'Word', start, end, lexer.text.slice(start, end));
}

/** `.`, `` ` ``, `+`, `#` and `\` belong to the name of a type. */
const typeNameSigns: ReadonlySet<number> = new Set([46, 96, 43, 35, 92]);

/** A name inside an expression, a hashtable's key or `[…]`. */
export function lexName(lexer: Lexer, start: number, mode: Mode): Token {
  if (mode === 'type') {
    let end = start;
    for (let code = lexer.code(end); isNamePart(code) || typeNameSigns.has(code); code = lexer.code(end)) end++;
    return lexer.token('Identifier', start, end, lexer.text.slice(start, end));
  }
  let end = nameUpTo(lexer.text, start, lexer.end);
  while (isNamePart(lexer.code(end))) end++;
  if (mode === 'key' || endsWord(lexer.code(end)) || endsName(lexer.code(end))) return lexer.token('Identifier', start, end, lexer.text.slice(start, end));
  return lexWord(lexer, start, true);
}

/** Inside an expression an assignment, a member or an index may follow a name directly. */
function endsName(code: number): boolean {
  return code === 61 || code === 46 || code === 91 || code === 93 || code === 58;
}
