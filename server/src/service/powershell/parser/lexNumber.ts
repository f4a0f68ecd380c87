import { endsNumber, endsWord, isDash, isDigit } from './characters.ts';
import type { Lexer } from './lexer.ts';
import type { Mode } from './token.ts';

const body = /0[xX][0-9a-fA-F]*|0[bB][01]+|(?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][+\-\u2013-\u2015]?\d+)?/uy;
const suffix = /(?:[uU]?[ySslLnNY]|[uU]|[dD])?(?:[kKmMgGtTpP][bB])?/y;

const decimal = /\d*(?:\.(?!\.)\d*)?(?:[eE][+\-\u2013-\u2015]?\d+)?/uy;

/** End of the number at `start`, its sign included; undefined where the word is none, as `1a`. */
export function lexNumber(lexer: Lexer, start: number, mode: Mode, inTernary: boolean): number | undefined {
  const sign = lexer.code(start) === 43 || isDash(lexer.code(start)) ? 1 : 0;
  return lexBody(lexer, start + sign, mode, inTernary, body);
}

/** As PowerShell looks behind `!` for a number: digits and a dot, of either any number, but nothing hexadecimal or binary. */
export function lexDecimal(lexer: Lexer, start: number, mode: Mode): number | undefined {
  return lexBody(lexer, start, mode, lexer.inTernary, decimal);
}

function lexBody(lexer: Lexer, start: number, mode: Mode, inTernary: boolean, digits: RegExp): number | undefined {
  digits.lastIndex = start;
  if (!digits.test(lexer.text)) return undefined;
  suffix.lastIndex = digits.lastIndex;
  suffix.test(lexer.text);
  const end = Math.max(suffix.lastIndex, digits.lastIndex);
  if (end > lexer.end) return undefined;
  const next = lexer.code(end);
  const ended = mode === 'command' ? endsWord(next) : endsNumber(next) || (mode === 'key' && next === 58) || (inTernary && (next === 58 || next === 63));
  return ended ? end : undefined;
}

/** A number may begin here: a digit, or a dot and a digit. */
export function beginsNumber(lexer: Lexer, at: number): boolean {
  return isDigit(lexer.code(at)) || (lexer.code(at) === 46 && isDigit(lexer.code(at + 1)));
}
