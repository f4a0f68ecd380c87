import { isDigit } from './characters.ts';
import type { Lexer } from './lexer.ts';
import type { Token } from './token.ts';

const redirection = /[1-6]>&[12]|\*>&1|[1-6*]?>>?/y;

/** `>`, `2>>`, `*>`, `2>&1`, and the `<` that PowerShell reserves; its value says from which stream and where to. */
export function lexRedirection(lexer: Lexer, start: number): Token | undefined {
  const code = lexer.code(start);
  if (code === 60) return lexer.token('Redirection', start, start + 1, '<');
  if (isDigit(code) && lexer.code(start + 1) !== 62) return undefined;
  redirection.lastIndex = start;
  const found = redirection.exec(lexer.text)?.[0];
  return found === undefined || start + found.length > lexer.end ? undefined : lexer.token('Redirection', start, start + found.length, found);
}
