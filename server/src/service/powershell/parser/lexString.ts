import { backtick, carriageReturn, dollar, isActive, isBlank, isDoubleQuote, isLineEnd, isSingleQuote, lineFeed, quotedUpTo } from './characters.ts';
import { escapeAt } from './escape.ts';
import type { Lexer } from './lexer.ts';
import { lexVariable } from './lexVariable.ts';
import type { Expansion, Quote } from './token.ts';

/** A string read to its end, which is the end of the text where its terminator is missing. */
export interface StringEnd {
  readonly end: number;
  readonly value: string;
  readonly expansions: readonly Expansion[];
}

/** `'…'` from its quote at `start`; a doubled quote stands for one. */
export function lexSingleQuoted(lexer: Lexer, start: number): StringEnd {
  let value = '';
  let from = start + 1;
  for (let at = from; at < lexer.end; at++) {
    if (!isSingleQuote(lexer.code(at))) continue;
    value += lexer.text.slice(from, at);
    if (!isSingleQuote(lexer.code(at + 1))) return { end: at + 1, value, expansions: [] };
    at++;
    from = at;
  }
  value += lexer.text.slice(from, lexer.end);
  lexer.report('TerminatorExpectedAtEndOfString', start, lexer.end, true);
  return { end: lexer.end, value, expansions: [] };
}

/** `"…"` from its quote at `start`. */
export function lexDoubleQuoted(lexer: Lexer, start: number): StringEnd {
  const content = new ExpandableText(lexer);
  let at = start + 1;
  while (at < lexer.end) {
    if (isDoubleQuote(lexer.code(at))) {
      if (!isDoubleQuote(lexer.code(at + 1))) return { end: at + 1, value: content.value, expansions: content.expansions };
      content.value += lexer.text.charAt(at);
      at += 2;
    } else {
      at = content.take(at);
    }
  }
  lexer.report('TerminatorExpectedAtEndOfString', start, lexer.end, true);
  return { end: lexer.end, value: content.value, expansions: content.expansions };
}

/** `@'` or `@"` and the lines up to one that begins with the terminator, from the `@` at `start`. */
export function lexHereString(lexer: Lexer, start: number): StringEnd & { readonly quote: Quote } {
  const expandable = isDoubleQuote(lexer.code(start + 1));
  const isQuote = expandable ? isDoubleQuote : isSingleQuote;
  const quote: Quote = expandable ? 'DoubleQuotedHereString' : 'SingleQuotedHereString';
  let at = start + 2;
  while (isBlank(lexer.code(at))) at++;
  if (at < lexer.end && !isLineEnd(lexer.code(at))) return { ...lexBadHeader(lexer, start, at, isQuote), quote };
  const content = new ExpandableText(lexer, true);
  at = afterLineEnd(lexer, at);
  const first = at;
  let indented: number | undefined;
  let lineStart = true;
  while (at < lexer.end) {
    if (lineStart) {
      if (isQuote(lexer.code(at)) && lexer.code(at + 1) === 64) {
        const last = content.value.replace(/(?:\r\n|\r|\n)$/, '');
        return { end: at + 2, value: at === first ? '' : last, expansions: content.expansions, quote };
      }
      indented ??= indentedFooter(lexer, at, isQuote);
    }
    const next = expandable ? content.take(at) : content.literal(at);
    lineStart = isLineEnd(lexer.code(next - 1)) && !(lexer.code(next - 1) === carriageReturn && lexer.code(next) === lineFeed);
    at = next;
  }
  if (indented === undefined) lexer.report('TerminatorExpectedAtEndOfString', start, lexer.end, true);
  else lexer.report('WhitespaceBeforeHereStringFooter', indented, indented + 2, true);
  return { end: lexer.end, value: content.value, expansions: content.expansions, quote };
}

/** Text behind the opening quote: PowerShell reads on to a closing `"@` or the line's end, whichever comes first. */
function lexBadHeader(lexer: Lexer, start: number, at: number, isQuote: (code: number) => boolean): StringEnd {
  lexer.report('UnexpectedCharactersAfterHereStringHeader', at, at + 1);
  let end = at;
  while (end < lexer.end && !isLineEnd(lexer.code(end))) {
    end++;
    if (isQuote(lexer.code(end - 1))) {
      if (lexer.code(end) === 64) end++;
      break;
    }
  }
  return { end, value: lexer.text.slice(start + 2, end), expansions: [] };
}

function afterLineEnd(lexer: Lexer, at: number): number {
  if (at >= lexer.end) return at;
  return lexer.code(at) === carriageReturn && lexer.code(at + 1) === lineFeed ? at + 2 : at + 1;
}

function indentedFooter(lexer: Lexer, lineStart: number, isQuote: (code: number) => boolean): number | undefined {
  let at = lineStart;
  while (isBlank(lexer.code(at))) at++;
  return at > lineStart && isQuote(lexer.code(at)) && lexer.code(at + 1) === 64 ? at : undefined;
}

/** What is inside double quotes or a word: text, escapes, variables and subexpressions. */
export class ExpandableText {
  value = '';
  readonly expansions: Expansion[] = [];
  private readonly lexer: Lexer;
  private readonly hereString: boolean;

  constructor(lexer: Lexer, hereString = false) {
    this.lexer = lexer;
    this.hereString = hereString;
  }

  /** Takes what is at `at` and gives where it ends. */
  take(at: number): number {
    const code = this.lexer.code(at);
    if (code === backtick && at + 1 < this.lexer.end) {
      const escape = escapeAt(this.lexer, at);
      this.value += escape.value;
      return escape.end;
    }
    return code === dollar ? this.dollar(at) : this.plain(at);
  }

  /** One character without a meaning. */
  literal(at: number): number {
    this.value += this.lexer.text.charAt(at);
    return at + 1;
  }

  /** All up to the next that may have a meaning, in a here-string up to the next line. */
  private plain(at: number): number {
    let end = quotedUpTo(this.lexer.text, at + 1, this.lexer.end);
    for (let code = this.lexer.code(end); end < this.lexer.end && !isActive(code) && !isLineEnd(code); code = this.lexer.code(end)) end++;
    if (isLineEnd(this.lexer.code(at))) end = at + 1;
    this.value += this.lexer.text.slice(at, end);
    return end;
  }

  private dollar(at: number): number {
    if (this.lexer.code(at + 1) === 40) {
      const end = subexpressionEnd(this.lexer, at, this.hereString);
      this.expansions.push({ kind: 'subexpression', start: at, end, name: '' });
      this.value += this.lexer.text.slice(at, end);
      return end;
    }
    const variable = lexVariable(this.lexer, at);
    if (variable === undefined) return this.literal(at);
    this.expansions.push({ kind: 'variable', start: at, end: variable.end, name: variable.name });
    this.value += this.lexer.text.slice(at, variable.end);
    return variable.end;
  }
}

/** PowerShell only counts parentheses here: quotes, comments and backticks inside do not protect theirs. */
function subexpressionEnd(lexer: Lexer, start: number, hereString: boolean): number {
  let depth = 1;
  for (let at = start + 2; at < lexer.end; at++) {
    const code = lexer.code(at);
    if (code === 40) depth++;
    else if (code === 41 && --depth === 0) return at + 1;
    else if ((code === backtick || isDoubleQuote(code)) && !hereString && isDoubleQuote(lexer.code(at + 1))) at++;
  }
  lexer.report('IncompleteDollarSubexpressionReference', start, lexer.end, true);
  return lexer.end;
}
