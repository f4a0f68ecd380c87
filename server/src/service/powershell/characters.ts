/** What PowerShell's tokenizer takes for dash, quote and white space: more than the ASCII ones, since scripts pass through word processors. */

export const dashes = '-\u2013\u2014\u2015';
export const singleQuotes = "'\u2018\u2019\u201a\u201b";
export const doubleQuotes = '"\u201c\u201d\u201e';

export function isDash(character: string): boolean {
  return character !== '' && dashes.includes(character);
}

export function isSingleQuote(character: string): boolean {
  return character !== '' && singleQuotes.includes(character);
}

export function isDoubleQuote(character: string): boolean {
  return character !== '' && doubleQuotes.includes(character);
}

/** White space within a line; U+0085 too, which PowerShell does not take for a line end. */
export function isBlank(character: string): boolean {
  return character <= '\u007f' ? character !== '' && ' \t\v\f'.includes(character) : /^[\p{Zs}\u0085]$/u.test(character);
}

export function isLineEnd(character: string): boolean {
  return character === '\n' || character === '\r';
}
