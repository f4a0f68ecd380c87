/** Ends of quoted texts that hold no script of their own. */
import { isBlank, isLineEnd, isSingleQuote, singleQuotes, doubleQuotes } from './characters.ts';

/** `from` is the opening quote. A doubled quote is a quote; an open text reaches to the end. */
export function singleQuotedEnd(text: string, from: number): { readonly end: number; readonly closed: boolean } {
  let at = from + 1;
  while (at < text.length) {
    if (isSingleQuote(text[at] ?? '')) {
      if (!isSingleQuote(text[at + 1] ?? '')) return { end: at + 1, closed: true };
      at += 1;
    }
    at += 1;
  }
  return { end: text.length, closed: false };
}

/** `from` is the `@` before the quote; undefined where no here-string begins, since one needs a line end behind its opening. */
export function hereStringEnd(text: string, from: number): number | undefined {
  let at = from + 2;
  while (isBlank(text[at] ?? '')) at += 1;
  if (!isLineEnd(text[at] ?? '')) return undefined;
  const closing = new RegExp(`[\\r\\n][${isSingleQuote(text[from + 1] ?? '') ? singleQuotes : doubleQuotes}]@`, 'g');
  closing.lastIndex = at;
  return closing.test(text) ? closing.lastIndex : text.length;
}
