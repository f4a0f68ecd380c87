import { backtick, isBlank, isDash, isDigit, isDoubleQuote, isLineEnd, isNameStart, isSingleQuote, carriageReturn, lineFeed } from './characters.ts';
import { lexDash } from './lexDash.ts';
import { beginsNumber, lexNumber } from './lexNumber.ts';
import { lexRedirection } from './lexRedirection.ts';
import { lexDoubleQuoted, lexHereString, lexSingleQuoted } from './lexString.ts';
import { lexSymbol } from './lexSymbol.ts';
import { endsVariable, lexVariable } from './lexVariable.ts';
import { lexName, lexWord } from './lexWord.ts';
import { beginsRequires } from './requires.ts';
import type { Checked } from './semanticChecks.ts';
import type { ScriptSyntaxError, SyntaxErrorId } from './syntaxError.ts';
import type { Expansion, Mode, Quote, Token, TokenKind } from './token.ts';

/** A range of the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Syntax that only PowerShell 7 knows, by the name of what it is. */
export interface NewerSyntax extends Span {
  readonly what: string;
}

/** What the lexer and the parser find on their way; shared with the lexers of subexpressions inside strings. */
export interface Findings {
  readonly errors: ScriptSyntaxError[];
  readonly seen: Set<string>;
  readonly comments: Span[];
  /** Comments that begin as `#requires` does: read when all else is. */
  readonly requires: Span[];
  readonly newer: NewerSyntax[];
  /** Nodes to look at when all is read. */
  readonly checked: Checked[];
}

const none: readonly Expansion[] = [];

/** Reads one token at a time, each in the mode that the parser wants. */
export class Lexer {
  readonly text: string;
  /** The text ends here: the end of a subexpression inside a string, or of all. */
  end: number;
  at: number;
  /** Inside `a ? b : c` a colon ends a number. */
  inTernary = false;
  /** Behind `--%` the rest of the line is one argument. */
  verbatim = false;
  private readonly findings: Findings;
  /** The last word without a meaning inside: read again from within, as after each of `[[[[`, it ends at the same place. */
  knownWord: Span = { start: 0, end: 0 };
  /** Words with a meaning inside were read up to here, and what is wrong with them was said. */
  wordsUpTo = 0;
  private commented = -1;

  constructor(text: string, start: number, end: number, findings: Findings) {
    this.text = text;
    this.at = start;
    this.end = end;
    this.findings = findings;
  }

  /** NaN behind the end. */
  code(at: number): number {
    return at < this.end ? this.text.charCodeAt(at) : Number.NaN;
  }

  /** A place has an error once: a token is read again where the mode changes. */
  report(id: SyntaxErrorId, start: number, end: number, incomplete = false): void {
    const key = `${id}:${start}`;
    if (this.findings.seen.has(key)) return;
    this.findings.seen.add(key);
    this.findings.errors.push({ id, start: Math.min(start, this.text.length), end: Math.min(end, this.text.length), incomplete });
  }

  /** Notes syntax that only PowerShell 7 knows; a place has it once. */
  noteNewer(what: string, start: number, end: number): void {
    const key = `${what}:${start}`;
    if (this.findings.seen.has(key)) return;
    this.findings.seen.add(key);
    this.findings.newer.push({ what, start, end });
  }

  token(kind: TokenKind, start: number, end: number, value = '', quote: Quote = 'BareWord', expansions = none): Token {
    this.at = end;
    return { kind, start, end, value, quote, expansions };
  }

  /** The next token; a line end is one. `signed`: `-1` is a number rather than a minus and a number. */
  next(mode: Mode, signed: boolean): Token {
    if (this.verbatim && mode === 'command') return this.rest();
    this.skipBlanks();
    const start = this.at;
    const code = this.code(start);
    if (Number.isNaN(code)) return this.token('End', this.end, this.end);
    if (isLineEnd(code)) return this.token('NewLine', start, code === carriageReturn && this.code(start + 1) === lineFeed ? start + 2 : start + 1);
    if (isSingleQuote(code)) return this.string(start, lexSingleQuoted(this, start), 'SingleQuoted');
    if (isDoubleQuote(code)) return this.string(start, lexDoubleQuoted(this, start), 'DoubleQuoted');
    if (isNameStart(code)) return mode === 'command' ? lexWord(this, start) : lexName(this, start, mode);
    if (code === 36) return this.dollar(start, mode);
    if (code === 64) return this.atSign(start, mode);
    if (isDigit(code) || code === 46) {
      const number = this.number(start, mode);
      if (number) return number;
    }
    if (isDash(code)) return lexDash(this, start, mode, signed);
    if (code === 62 || code === 42 || code === 60) {
      const redirection = lexRedirection(this, start);
      if (redirection) return redirection;
    }
    return lexSymbol(this, start, mode, signed);
  }

  private number(start: number, mode: Mode): Token | undefined {
    const redirection = lexRedirection(this, start);
    // In an expression the number before `>` is a value; only what merges streams, as `2>&1`, stays a redirection.
    if (redirection) return mode === 'command' || redirection.value.includes('&') ? redirection : this.token('Number', start, start + 1);
    const end = beginsNumber(this, start) ? lexNumber(this, start, mode, this.inTernary) : undefined;
    if (end !== undefined) return this.token('Number', start, end);
    return this.code(start) === 46 ? undefined : lexWord(this, start);
  }

  private string(start: number, read: { end: number; value: string; expansions: readonly Expansion[] }, quote: Quote): Token {
    return this.token('String', start, read.end, read.value, quote, read.expansions);
  }

  private dollar(start: number, mode: Mode): Token {
    if (this.code(start + 1) === 40) return this.token('$(', start, start + 2);
    const variable = lexVariable(this, start, false, mode === 'command');
    if (variable === undefined) return lexWord(this, start);
    return mode !== 'command' || endsVariable(this.code(variable.end), variable.kind) ? this.token('Variable', start, variable.end, variable.name) : lexWord(this, start);
  }

  private atSign(start: number, mode: Mode): Token {
    const next = this.code(start + 1);
    if (next === 40) return this.token('@(', start, start + 2);
    if (next === 123) return this.token('@{', start, start + 2);
    if (isSingleQuote(next) || isDoubleQuote(next)) {
      const read = lexHereString(this, start);
      return this.string(start, read, read.quote);
    }
    const splat = lexVariable(this, start, true, mode === 'command');
    if (splat) return mode !== 'command' || endsVariable(this.code(splat.end), splat.kind) ? this.token('SplattedVariable', start, splat.end, splat.name) : lexWord(this, start);
    this.report('UnrecognizedToken', start, start + 1);
    return mode === 'command' ? lexWord(this, start) : this.token('Unknown', start, start + 1);
  }

  /** Behind `--%` nothing has a meaning up to a pipe or the line's end. */
  private rest(): Token {
    while (isBlank(this.code(this.at))) this.at++;
    const start = this.at;
    let end = start;
    while (end < this.end && !isLineEnd(this.code(end)) && this.code(end) !== 124 && !(this.code(end) === 38 && this.code(end + 1) === 38)) end++;
    this.verbatim = false;
    return this.token('Word', start, end, this.text.slice(start, end));
  }

  /** White space, comments, and line ends that a backtick escapes. */
  skipBlanks(): void {
    for (;;) {
      const code = this.code(this.at);
      // Most of what is asked for begins with a letter, a dash or a dollar.
      if ((code > 35 && code < 60) || (code > 60 && code < 96) || (code > 96 && code < 128)) return;
      if (isBlank(code)) this.at++;
      else if (code === 35) this.lineComment(this.lineEnd());
      else if (code === 60 && this.code(this.at + 1) === 35) this.comment(this.blockCommentEnd());
      else if (code === backtick && !this.skipEscapedBlank()) return;
      else if (code !== backtick) return;
    }
  }

  private skipEscapedBlank(): boolean {
    const next = this.code(this.at + 1);
    if (Number.isNaN(next)) {
      this.report('IncompleteString', this.at + 1, this.at + 1, true);
      this.at++;
    } else if (isLineEnd(next)) {
      this.at += next === carriageReturn && this.code(this.at + 2) === lineFeed ? 3 : 2;
    } else if (isBlank(next)) {
      this.at += 2;
    } else {
      return false;
    }
    return true;
  }

  private lineEnd(): number {
    let end = this.at;
    while (end < this.end && !isLineEnd(this.code(end))) end++;
    return end;
  }

  private blockCommentEnd(): number {
    const found = this.text.indexOf('#>', this.at + 2);
    if (found >= 0 && found + 2 <= this.end) return found + 2;
    this.report('MissingTerminatorMultiLineComment', this.at, this.end, true);
    return this.end;
  }

  private lineComment(end: number): void {
    if (this.at > this.commented && beginsRequires(this, this.at)) this.findings.requires.push({ start: this.at, end });
    this.comment(end);
  }

  private comment(end: number): void {
    if (this.at > this.commented) {
      this.findings.comments.push({ start: this.at, end });
      this.commented = this.at;
    }
    this.at = end;
  }
}
