import { endsNumber, endsWord, isAsciiLetter, isDash, isDoubleQuote, isNameStart, isSingleQuote, nameUpTo } from './characters.ts';
import type { Lexer } from './lexer.ts';
import { beginsNumber, lexNumber } from './lexNumber.ts';
import { lexWord } from './lexWord.ts';
import { dashOperators } from './operators.ts';
import type { Mode, Token } from './token.ts';

/** A word that begins with a dash: a parameter, an operator, a sign, or plain text. */
export function lexDash(lexer: Lexer, start: number, mode: Mode, signed: boolean): Token {
  return mode === 'command' ? dashInCommand(lexer, start) : dashInExpression(lexer, start, mode, signed);
}

function dashInCommand(lexer: Lexer, start: number): Token {
  const next = lexer.code(start + 1);
  if (isNameStart(next) || next === 63) return lexParameter(lexer, start);
  if (isDash(next)) {
    if (endsWord(lexer.code(start + 2))) return lexer.token('EndOfParameters', start, start + 2);
  }
  return lexWord(lexer, start);
}

/** `-Name`, `-Name:`; a quote makes all of it text, and most other characters belong to the name. */
function lexParameter(lexer: Lexer, start: number, inExpression = false): Token {
  for (let at = nameUpTo(lexer.text, start + 1, lexer.end); ; at++) {
    const code = lexer.code(at);
    const quote = isSingleQuote(code) || isDoubleQuote(code);
    if (quote && !inExpression) return lexWord(lexer, start);
    if (code === 58) return lexer.token('Parameter', start, at + 1, lexer.text.slice(start + 1, at));
    if (quote || endsWord(code) || code === 46 || code === 91) return lexer.token('Parameter', start, at, lexer.text.slice(start + 1, at));
  }
}

function dashInExpression(lexer: Lexer, start: number, mode: Mode, signed: boolean): Token {
  const next = lexer.code(start + 1);
  if (isAsciiLetter(next)) return dashWord(lexer, start);
  if (isDash(next)) return lexer.token('Operator', start, start + 2, '--');
  if (next === 61) return lexer.token('Operator', start, start + 2, '-=');
  if (signed) {
    const number = signedNumber(lexer, start, mode);
    if (number) return number;
  }
  return lexer.token('Operator', start, start + 1, '-');
}

/** `-5`, `+.5`: where a value is expected the sign is the number's own. */
export function signedNumber(lexer: Lexer, start: number, mode: Mode): Token | undefined {
  if (!beginsNumber(lexer, start + 1)) return badNumber(lexer, start);
  const end = lexNumber(lexer, start, mode, lexer.inTernary);
  return end === undefined ? lexWord(lexer, start) : lexer.token('Number', start, end);
}

/** `-.` alone is read as a number without digits. */
function badNumber(lexer: Lexer, start: number): Token | undefined {
  if (lexer.code(start + 1) !== 46) return undefined;
  if (!endsWord(lexer.code(start + 2)) && !endsNumber(lexer.code(start + 2))) return lexWord(lexer, start);
  lexer.report('BadNumericConstant', start, start + 2);
  return lexer.token('Number', start, start + 2);
}

function dashWord(lexer: Lexer, start: number): Token {
  let end = start + 1;
  while (isAsciiLetter(lexer.code(end))) end++;
  const name = `-${lexer.text.slice(start + 1, end).toLowerCase()}`;
  return dashOperators.has(name) ? lexer.token('Operator', start, end, name) : lexParameter(lexer, start, true);
}
