import { endsWord, isBlank, isDash, isDigit, isDoubleQuote, isNamePart, isNameStart, isSingleQuote } from './characters.ts';
import { signedNumber } from './lexDash.ts';
import { lexDecimal } from './lexNumber.ts';
import type { Lexer } from './lexer.ts';
import { lexWord } from './lexWord.ts';
import type { Mode, Token, TokenKind } from './token.ts';

/** Those that mean the same in every mode. */
const anywhere: ReadonlyMap<string, TokenKind> = new Map<string, TokenKind>([[';', ';'], [',', ','], ['(', '('], [')', ')'], ['{', '{'], ['}', '}']]);
const arithmetic = '+*/%=!';

/** Brackets, separators and operators made of signs; in a command all but brackets and separators are words. */
export function lexSymbol(lexer: Lexer, start: number, mode: Mode, signed: boolean): Token {
  const character = lexer.text.charAt(start);
  const next = lexer.text.charAt(start + 1);
  const kind = anywhere.get(character);
  if (kind) return lexer.token(kind, start, start + 1);
  if (character === '|') return next === '|' ? lexer.token('||', start, start + 2) : lexer.token('|', start, start + 1);
  if (character === '&') return next === '&' ? lexer.token('&&', start, start + 2) : lexer.token('&', start, start + 1);
  if (mode === 'command' && character === ']') return lexer.token('Word', start, start + 1, ']');
  if (mode === 'command') return character === '.' && beginsDotSource(lexer, start) ? lexer.token('.', start, start + 1) : lexWord(lexer, start);
  if (character === '.') return lexDots(lexer, start);
  if (character === '[') return lexer.token('[', start, start + 1);
  if (character === ']') return lexer.token(']', start, start + 1);
  if (character === ':') return lexColon(lexer, start, mode);
  if (character === '?') return lexQuestion(lexer, start);
  if (character === '+' && next !== '+' && next !== '=' && signed) {
    const number = signedNumber(lexer, start, mode);
    if (number) return number;
  }
  if (character === '!' && mode !== 'type' && beginsWord(lexer, start + 1, mode)) return lexWord(lexer, start, true);
  if (arithmetic.includes(character)) return lexArithmetic(lexer, start, character, next);
  return lexWord(lexer, start);
}

/** Behind `!` a name, or digits that are no decimal number, make one word with it: `!name`, `!0x1F`, `!5a`. */
function beginsWord(lexer: Lexer, at: number, mode: Mode): boolean {
  const code = lexer.code(at);
  if (isNameStart(code)) return true;
  if (!isDigit(code) && code !== 46) return false;
  return lexDecimal(lexer, at, mode) === undefined;
}

function lexArithmetic(lexer: Lexer, start: number, character: string, next: string): Token {
  if (character === '+' && next === '+') return lexer.token('Operator', start, start + 2, '++');
  if (next === '=' && character !== '=' && character !== '!') return lexer.token('Operator', start, start + 2, `${character}=`);
  return lexer.token('Operator', start, start + 1, character);
}

/** `.` that runs a script in this scope: what follows must not continue a word such as `.\script.ps1`. */
function beginsDotSource(lexer: Lexer, start: number): boolean {
  const next = lexer.code(start + 1);
  return endsWord(next) || next === 36 || isSingleQuote(next) || isDoubleQuote(next);
}

function lexDots(lexer: Lexer, start: number): Token {
  return lexer.code(start + 1) === 46 ? lexer.token('Operator', start, start + 2, '..') : lexer.token('.', start, start + 1);
}

function lexColon(lexer: Lexer, start: number, mode: Mode): Token {
  if (lexer.code(start + 1) === 58) return lexer.token('::', start, start + 2);
  if (mode === 'key' || lexer.inTernary || endsWord(lexer.code(start + 1)) || isDash(lexer.code(start + 1))) return lexer.token(':', start, start + 1);
  let end = start + 1;
  while (isNamePart(lexer.code(end))) end++;
  if (isNameStart(lexer.code(start + 1)) && endsWord(lexer.code(end))) return lexer.token('Label', start, end, lexer.text.slice(start + 1, end));
  return lexer.token(':', start, start + 1);
}

function lexQuestion(lexer: Lexer, start: number): Token {
  const next = lexer.text.charAt(start + 1);
  if (next === '?') return lexer.token('Operator', start, start + (lexer.code(start + 2) === 61 ? 3 : 2), lexer.code(start + 2) === 61 ? '??=' : '??');
  if (isBlank(lexer.code(start - 1))) return lexer.token('?', start, start + 1);
  if (next === '.') return lexer.token('?.', start, start + 2);
  if (next === '[') return lexer.token('?[', start, start + 2);
  return lexer.token('?', start, start + 1);
}
