import { isLineEnd, isNameStart } from './characters.ts';
import { Lexer } from './lexer.ts';
import type { Findings } from './lexer.ts';
import type { AttributeOrType } from './nodes.ts';
import type { Checked } from './semanticChecks.ts';
import type { SyntaxErrorId } from './syntaxError.ts';
import type { Mode, Token, TokenKind } from './token.ts';

/** Brackets, blocks and operators within one another. PowerShell itself gives up at some thousands; nobody writes a hundred. */
const deepest = 250;

/** Tokens that, once read in command mode, are the same in any other: what stands behind them ends them there too. */
const sameInAllModes: ReadonlySet<TokenKind> = new Set<TokenKind>(['End', 'NewLine', ';', ',', '|', '||', '&&', '&', '(', ')', '{', '}', '$(', '@(', '@{', 'Variable', 'SplattedVariable', 'Number', 'String', 'Identifier']);

/** Depth over all nested parsers of one text. */
export interface Depth {
  level: number;
}

/** A place in the text to come back to. */
export interface Mark {
  readonly at: number;
  readonly lastEnd: number;
}

/**
 * What the grammar's functions share: one token of look-ahead, read again when the mode changes, errors, and a bound on nesting. Past the
 * bound the text ends for the parser: all that is open is closed in silence, so that there is one error and no overflow.
 */
export class Parser {
  readonly lexer: Lexer;
  readonly findings: Findings;
  readonly depth: Depth;
  /** End of the token taken last. */
  lastEnd: number;
  mode: Mode = 'command';
  /** Inside arguments of a method or defaults of parameters a comma ends the expression. */
  noCommas = false;
  /** Inside a `finally` block: what `break` and `continue` may leave. */
  leaving: { loops: number; readonly labels: string[] } | undefined;
  /** Inside a class or enumeration: its members' attributes follow rules of their own. */
  inType = false;
  /** Attributes that were read before it was known whether a `param` follows, by where they start. */
  readonly readAttributes = new Map<number, { readonly node: AttributeOrType; readonly end: number }>();
  private ahead: Token | undefined;
  private aheadMode: Mode = 'command';
  private aheadSigned = false;

  constructor(text: string, start: number, end: number, findings: Findings, depth: Depth) {
    this.lexer = new Lexer(text, start, end, findings);
    this.findings = findings;
    this.depth = depth;
    this.lastEnd = start;
  }

  /** The next token in the current mode, not taken. `signed`: a value is expected, so `-1` is a number. */
  peek(signed = false): Token {
    if (this.ahead !== undefined) {
      if ((this.aheadMode === this.mode && this.aheadSigned === signed) || (this.aheadMode === 'command' && sameInAllModes.has(this.ahead.kind))) return this.ahead;
      this.lexer.at = this.ahead.start;
    }
    this.ahead = this.lexer.next(this.mode, signed);
    this.aheadMode = this.mode;
    this.aheadSigned = signed;
    return this.ahead;
  }

  peekIn(mode: Mode, signed = false): Token {
    this.mode = mode;
    return this.peek(signed);
  }

  /**
   * As PowerShell, which looks at a statement's first token, and at what stands behind a pipeline, in command mode. Where that word was
   * read already, as after each of `$$$$`, reading it again would only take time.
   */
  peekWord(): Token {
    return this.peekIn(this.mark().at < this.lexer.wordsUpTo && !isNameStart(this.nextCode()) ? 'expression' : 'command');
  }

  take(signed = this.aheadSigned): Token {
    const token = this.peek(signed);
    this.ahead = undefined;
    this.lastEnd = token.end;
    return token;
  }

  /** Takes the next token if it is of this kind. */
  takeIf(kind: TokenKind): Token | undefined {
    return this.peek().kind === kind ? this.take() : undefined;
  }

  /** First character of the next token: says what may begin without reading it in a mode that could be wrong. NaN at the end. */
  nextCode(): number {
    if (this.ahead === undefined) this.lexer.skipBlanks();
    return this.lexer.code(this.ahead?.start ?? this.lexer.at);
  }

  /** A closing bracket or the end of the text is next. */
  closes(): boolean {
    const code = this.nextCode();
    return Number.isNaN(code) || code === 125 || code === 41;
  }

  /** The next token is this word, in any casing. */
  isWord(word: string, given?: Token): boolean {
    if (given === undefined && !isNameStart(this.nextCode())) return false;
    const token = given ?? this.peekIn('command');
    return token.kind === 'Identifier' && token.end - token.start === word.length && token.value.toLowerCase() === word;
  }

  skipNewLines(): void {
    while (isLineEnd(this.nextCode())) this.take();
  }

  skipNewLinesAndSemicolons(): void {
    for (let code = this.nextCode(); isLineEnd(code) || code === 59; code = this.nextCode()) this.take();
  }

  /** Takes the next token if it is this bracket or sign, which means the same in every mode. */
  takeCode(code: number): boolean {
    if (this.nextCode() !== code) return false;
    this.take();
    return true;
  }

  /** Where the next token begins, to come back to. */
  mark(): Mark {
    this.nextCode();
    return { at: this.ahead?.start ?? this.lexer.at, lastEnd: this.lastEnd };
  }

  reset({ at, lastEnd }: Mark): void {
    this.moveTo(at, lastEnd);
  }

  /** Goes on reading at `at`, forgetting the token ahead. */
  moveTo(at: number, lastEnd = at): void {
    this.ahead = undefined;
    this.lexer.at = at;
    this.lastEnd = lastEnd;
  }

  code(at: number): number {
    return this.lexer.code(at);
  }

  /** What the lexer has to say of the next token comes first. */
  report(id: SyntaxErrorId, start: number, end: number, incomplete = false): void {
    if (this.gaveUp) return;
    this.peek();
    this.lexer.report(id, start, end, incomplete);
  }

  /** Something is missing behind the last token. */
  missing(id: SyntaxErrorId): void {
    this.report(id, this.lastEnd, this.lastEnd, Number.isNaN(this.nextCode()));
  }

  unexpected(token: Token, id: SyntaxErrorId = 'UnexpectedToken'): void {
    this.report(id, token.start, token.end);
  }

  /** Notes a node that is looked at again when the whole text is known. */
  checked<T extends Checked>(node: T): T {
    this.findings.checked.push(node);
    return node;
  }

  /** The bound on nesting was met. */
  get gaveUp(): boolean {
    return this.depth.level === Number.POSITIVE_INFINITY;
  }

  /** Runs one level deeper; beyond the bound the text ends here. */
  nested<T>(read: () => T): T {
    if (this.depth.level >= deepest) return this.giveUp(read);
    this.depth.level++;
    const result = read();
    this.depth.level--;
    return result;
  }

  private giveUp<T>(read: () => T): T {
    if (!this.gaveUp) {
      const at = this.mark().at;
      this.report('ScriptTooComplicated', at, at + 1);
      this.depth.level = Number.POSITIVE_INFINITY;
    }
    this.lexer.end = Math.min(this.lexer.end, this.lastEnd);
    this.moveTo(this.lexer.end, this.lastEnd);
    return read();
  }

  /** A parser of a part of the text, sharing errors and depth: a subexpression inside a string. */
  inside(start: number, end: number): Parser {
    return new Parser(this.lexer.text, start, end, this.findings, this.depth);
  }
}
