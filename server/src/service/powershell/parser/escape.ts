import type { Lexer } from './lexer.ts';

const letters: Readonly<Record<string, string>> = { '0': '\0', a: '\u0007', b: '\b', e: '\u001b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
const unicode = /`u\{([0-9a-fA-F]{1,6})\}/y;

/** What a backtick and the character behind it stand for. `` `u{…} `` is known to PowerShell 7 only. */
export function escapeAt(lexer: Lexer, at: number): { readonly value: string; readonly end: number } {
  const next = lexer.text.charAt(at + 1);
  if (next === 'u') {
    unicode.lastIndex = at;
    const point = Number.parseInt(unicode.exec(lexer.text)?.[1] ?? '', 16);
    if (point <= 0x10ffff) {
      lexer.noteNewer('UnicodeEscape', at, unicode.lastIndex);
      return { value: String.fromCodePoint(point), end: unicode.lastIndex };
    }
    lexer.report('InvalidUnicodeEscapeSequence', at, at + 2);
  }
  if (next === '\r' && lexer.text.charAt(at + 2) === '\n') return { value: '\r\n', end: at + 3 };
  return { value: letters[next] ?? next, end: at + 2 };
}
