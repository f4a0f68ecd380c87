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

/** What an ASCII character is, as bits, so that the lexer looks once. */
const letter = 1;
const digit = 2;
const underscore = 4;
const wordEnd = 8;
const numberEnd = 16;
/** Has a meaning inside a word: quotes, backtick, dollar. */
const active = 32;
const kinds = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  if (/[A-Za-z]/.test(character)) kinds[code] = letter;
  else if (/[0-9]/.test(character)) kinds[code] = digit;
  else if (character === '_') kinds[code] = underscore;
  else if (/[{}();,|&\s]/.test(character)) kinds[code] = wordEnd | numberEnd;
  else if (/[!#%*+\-./<=>\]]/.test(character)) kinds[code] = numberEnd;
  else if (/['"`$]/.test(character)) kinds[code] = active;
}

function is(code: number, kind: number): boolean {
  return ((kinds[code] ?? 0) & kind) !== 0;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  if (code < 128) return is(code, letter);
  if (code < 0x100) return code >= 0xc0 && code !== 0xd7 && code !== 0xf7 ? true : code === 0xaa || code === 0xb5 || code === 0xba;
  if (code >= 0x2000 && code < 0x2070) return false; // dashes, quotes and spaces: no need of the expression, which takes milliseconds to compile
  return code >= 0x100 && /\p{L}/u.test(String.fromCharCode(code));
}

export function isAsciiLetter(code: number): boolean {
  return is(code, letter);
}

export function isNameStart(code: number): boolean {
  return isLetter(code) || code === 95;
}

/** A unit of a name: letter, decimal digit of any script, or underscore. */
export function isNamePart(code: number): boolean {
  if (code < 128) return is(code, letter | digit | underscore);
  if (isLetter(code)) return true;
  return code >= 0x660 && !(code >= 0x2000 && code < 0x2070) && /\p{Nd}/u.test(String.fromCharCode(code));
}

/** Ends any word: white space, a line end, the end of the text, or one of `{}();,|&`. */
export function endsWord(code: number): boolean {
  if (code < 128) return is(code, wordEnd);
  return Number.isNaN(code) || isBlank(code);
}

/** Ends a number inside an expression: an operator may follow it directly. */
export function endsNumber(code: number): boolean {
  if (code < 128) return is(code, numberEnd);
  return Number.isNaN(code) || isBlank(code) || isDash(code);
}

/**
 * Where a run of ASCII characters ends that have no meaning of their own inside a word; what is not ASCII ends it too. One loop over a table: a
 * script is read before any of its code is compiled, and each call for each character would show.
 */
export function plainUpTo(text: string, from: number, end: number): number {
  let at = from;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code > 127 || ((kinds[code] ?? 0) & (wordEnd | active)) !== 0) break;
  }
  return at;
}

/** The same inside double quotes, where blanks and brackets mean nothing, up to a line's end. */
export function quotedUpTo(text: string, from: number, end: number): number {
  let at = from;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code > 127 || code === lineFeed || code === carriageReturn || ((kinds[code] ?? 0) & active) !== 0) break;
  }
  return at;
}

/** Where a run of ASCII letters, digits and underscores ends. */
export function nameUpTo(text: string, from: number, end: number): number {
  let at = from;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code > 127 || ((kinds[code] ?? 0) & (letter | digit | underscore)) === 0) break;
  }
  return at;
}

/** Has a meaning inside a word or double quotes. */
export function isActive(code: number): boolean {
  if (code < 128) return is(code, active);
  return isSingleQuote(code) || isDoubleQuote(code);
}
