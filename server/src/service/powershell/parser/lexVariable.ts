import { backtick, endsWord, isDigit, isNamePart, nameUpTo } from './characters.ts';
import { escapeAt } from './escape.ts';
import type { Lexer } from './lexer.ts';

/** Where a variable's reference ends and what it names. */
export interface VariableEnd {
  readonly end: number;
  readonly name: string;
  /** `$?` and the like, `${…}`, or any other: what may adjoin them in a command differs. */
  readonly kind: 'special' | 'braced' | 'plain';
}

/** Scopes that need a name behind their colon; any other word before a colon is a drive. */
const scopes = new Set(['global', 'local', 'private', 'script', 'variable']);

/**
 * Reads the variable whose `$` (or `@` of a splat) is at `start`; undefined where none is named, as `$` alone and `$(`.
 * In a string a colon that names nothing is an error just as outside: `"$a: b"`; in a command (`inWord`) more may follow it.
 */
export function lexVariable(lexer: Lexer, start: number, splat = false, inWord = false): VariableEnd | undefined {
  const first = lexer.code(start + 1);
  if (first === 123 && !splat) return lexBraced(lexer, start);
  const special = first === 36 || first === 63 || first === 94;
  if (special) return { end: start + 2, name: lexer.text.charAt(start + 1), kind: 'special' };
  if (first === 58) return lexRest(lexer, start, start + 2, inWord);
  return isVariablePart(first) ? lexRest(lexer, start, start + 1, inWord) : undefined;
}

/** In a command other text directly behind a variable makes a word of both. */
export function endsVariable(next: number, kind: VariableEnd['kind'] = 'plain'): boolean {
  if (endsWord(next)) return true;
  if (kind === 'special') return false;
  return next === 46 || next === 91 || (kind === 'plain' && (next === 58 || next === 61 || next === 63));
}

function isVariablePart(code: number): boolean {
  return isNamePart(code) || code === 63 || isDigit(code);
}

function lexRest(lexer: Lexer, start: number, from: number, inWord: boolean): VariableEnd {
  let at = nameUpTo(lexer.text, from, lexer.end);
  for (;;) {
    const code = lexer.code(at);
    if (code === 58 && lexer.code(at + 1) !== 58) at++;
    else if (isVariablePart(code)) at++;
    else break;
  }
  const name = lexer.text.slice(start + 1, at);
  if (name.indexOf(':') === name.length - 1 && (!inWord || endsVariable(lexer.code(at)))) {
    const id = name === ':' || scopes.has(name.slice(0, -1).toLowerCase()) ? 'InvalidVariableReference' : 'InvalidVariableReferenceWithDrive';
    lexer.report(id, start, at);
  }
  return { end: at, name, kind: 'plain' };
}

/** `${any name}`: a backtick escapes; an opening brace must be escaped. */
function lexBraced(lexer: Lexer, start: number): VariableEnd {
  let name = '';
  for (let at = start + 2; at < lexer.end; at++) {
    const code = lexer.code(at);
    if (code === 125) {
      if (at === start + 2) lexer.report('EmptyVariableReference', at, at + 1);
      else if (name.endsWith(':')) lexer.report('InvalidBracedVariableReference', start, at + 1);
      return { end: at + 1, name, kind: 'braced' };
    }
    if (code === 123) lexer.report('OpenBraceNeedsToBeBackTickedInVariableName', at, at + 1);
    if (code === backtick && at + 1 < lexer.end) {
      const escape = escapeAt(lexer, at);
      name += escape.value;
      at = escape.end - 1;
    } else {
      name += lexer.text.charAt(at);
    }
  }
  lexer.report('IncompleteDollarVariableReference', start + 1, lexer.end, true);
  return { end: lexer.end, name, kind: 'braced' };
}
