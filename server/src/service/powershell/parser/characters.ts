/**
 * What PowerShell's tokenizer takes a character for. Scripts pass through word processors, so more than the ASCII ones are dashes and
 * quotes; U+2010, U+2011, U+2212, zero-width and soft hyphens are not. All functions take a UTF-16 code unit; NaN is the end of the text.
 */

export const lineFeed = 10;
export const carriageReturn = 13;
export const backtick = 96;
export const dollar = 36;

export function isLineEnd(code: number): boolean {
  return code === lineFeed || code === carriageReturn;
}

/** White space within a line; U+0085 too, which PowerShell does not take for a line end. */
export function isBlank(code: number): boolean {
  if (code < 128) return code === 32 || code === 9 || code === 11 || code === 12;
  return code === 0x85 || code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x205f || code === 0x3000;
}

export function isDash(code: number): boolean {
  return code === 45 || code === 0x2013 || code === 0x2014 || code === 0x2015;
}

export function isSingleQuote(code: number): boolean {
  return code === 39 || (code >= 0x2018 && code <= 0x201b);
}

export function isDoubleQuote(code: number): boolean {
  return code === 34 || (code >= 0x201c && code <= 0x201e);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return code >= 128 && /\p{L}/u.test(String.fromCharCode(code));
}

export function isNameStart(code: number): boolean {
  return isLetter(code) || code === 95;
}

/** A unit of a name: letter, decimal digit of any script, or underscore. */
export function isNamePart(code: number): boolean {
  if (code < 128) return isLetter(code) || isDigit(code) || code === 95;
  return isLetter(code) || /\p{Nd}/u.test(String.fromCharCode(code));
}

const endsWords = new Set([...'{}();,|&'].map((character) => character.charCodeAt(0)));
const endsNumbers = new Set([...'!#%*+-./<=>]'].map((character) => character.charCodeAt(0)));

/** Ends any word: white space, a line end, the end of the text, or one of `{}();,|&`. */
export function endsWord(code: number): boolean {
  return Number.isNaN(code) || endsWords.has(code) || isBlank(code) || isLineEnd(code);
}

/** Ends a number inside an expression: an operator may follow it directly. */
export function endsNumber(code: number): boolean {
  return endsWord(code) || endsNumbers.has(code) || isDash(code);
}
