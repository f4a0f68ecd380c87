/**
 * Finds the pipeline element around an offset in one pass from the beginning, since only what stands before decides whether an offset
 * is inside a string, a comment or a nested expression. Tolerant: whatever is broken, the pass ends, in time linear in the text.
 *
 * The stack holds one frame per open bracket or double-quoted string. A statement that ends before the offset is forgotten; the
 * first to end at or behind it is the innermost around it.
 */
import { isBlank, isDash, isDoubleQuote, isLineEnd, isSingleQuote } from './characters.ts';
import { hereStringEnd, singleQuotedEnd } from './quoted.ts';
import type { Statement, StatementElement } from './statement.ts';
import { headWords, restartWords } from './words.ts';

/** Brackets open at once; nobody writes more, and a hostile text would only cost memory. */
const deepest = 1000;

type OpenElement = { -readonly [K in keyof StatementElement]: StatementElement[K] };

interface Frame {
  readonly close: ')' | '}' | '"' | '';
  readonly hash: boolean;
  /** `start`: a command may begin here; `command`: arguments follow; `expression`: neither is possible. */
  mode: 'start' | 'command' | 'expression';
  /** A statement such as `if (…) {…}`, behind whose block the next one may begin on the same line. */
  head: boolean;
  start: number;
  elements: StatementElement[];
  open: OpenElement | undefined;
  /** `--` was given: what follows are arguments, whatever they begin with. */
  argumentsOnly: boolean;
}

/** Undefined inside a comment, a here-string, an expression or a key of a hashtable: where no command can be meant. */
export function statementAt(text: string, offset: number): Statement | undefined {
  return new StatementReader(text, offset).read();
}

class StatementReader {
  private readonly text: string;
  private readonly offset: number;
  private at = 0;
  private readonly frames: Frame[] = [];
  private frame: Frame;
  /** Open brackets by their closing character, so that a stray one is known without a search. */
  private readonly expected = { ')': 0, '}': 0 };
  private ended = false;
  private found: Statement | undefined;

  constructor(text: string, offset: number) {
    this.text = text;
    this.offset = Math.max(0, Math.min(offset, text.length));
    this.frame = newFrame('', false, 0);
    this.frames.push(this.frame);
  }

  read(): Statement | undefined {
    while (!this.ended && this.at < this.text.length) {
      if (this.frame.close === '"') this.readInString();
      else this.readInScript();
    }
    while (!this.ended && this.frames.length > 0) this.leaveFrame();
    return this.found;
  }

  private peek(ahead = 0): string {
    return this.text[this.at + ahead] ?? '';
  }

  private readInScript(): void {
    const character = this.peek();
    const next = this.peek(1);
    if (isLineEnd(character)) this.readLineEnd();
    else if (isBlank(character)) this.readBlank();
    else if (character === '`') this.readBacktick();
    else if (character === '#' && this.isTokenStart()) this.skip(this.lineEnd(this.at), true);
    else if (character === '<' && next === '#' && this.isTokenStart()) this.skipBlockComment();
    else if (character === ';') this.separate(1);
    else if (character === '|') this.separate(next === '|' ? 2 : 1);
    else if (character === '&' && (next === '&' || this.frame.mode !== 'start')) this.separate(next === '&' ? 2 : 1);
    else if (character === ')' || character === '}') this.readClosing(character);
    else if (this.readNested(character, next)) return;
    else if (this.frame.mode === 'start') this.readStart(character, next);
    else if (this.frame.mode === 'command') this.readArgument(character);
    else this.readExpression(character);
  }

  /** Brackets and quotes, which look the same in every mode. */
  private readNested(character: string, next: string): boolean {
    const isPrefixed = (next === '(' && (character === '@' || character === '$')) || (next === '{' && character === '@');
    if (character === '(' || character === '{' || isPrefixed) {
      this.beginNested();
      const opening = character === '(' || character === '{' ? character : next;
      this.at += character === opening ? 1 : 2;
      this.enterFrame(opening === '(' ? ')' : '}', character === '@' && opening === '{');
      return true;
    }
    if (character === '@' && (isSingleQuote(next) || isDoubleQuote(next))) {
      const end = hereStringEnd(this.text, this.at);
      if (end === undefined) return false;
      this.beginNested();
      this.skip(end, false);
      return true;
    }
    if (isSingleQuote(character) || isDoubleQuote(character)) {
      this.beginQuoted(isSingleQuote(character) ? 'single' : 'double');
      if (isDoubleQuote(character)) {
        this.at += 1;
        this.enterFrame('"', false);
        return true;
      }
      const { end, closed } = singleQuotedEnd(this.text, this.at);
      this.at = end;
      if (closed) this.closeQuote();
      return true;
    }
    if (character === '$' && next === '{') {
      if (this.frame.mode === 'start') this.frame.mode = 'expression';
      this.beginArgument();
      const end = this.text.indexOf('}', this.at);
      this.at = end < 0 ? this.text.length : end + 1;
      return true;
    }
    return false;
  }

  private readInString(): void {
    const character = this.peek();
    if (character === '`') this.at += 2;
    else if (isDoubleQuote(character) && isDoubleQuote(this.peek(1))) this.at += 2;
    else if (isDoubleQuote(character)) {
      this.at += 1;
      this.leaveFrame();
      this.closeQuote();
    } else if (character === '$' && this.peek(1) === '(') {
      const outer = this.frames.at(-2);
      if (outer?.open) outer.open.composite = true;
      this.at += 2;
      this.enterFrame(')', false);
    } else this.at += 1;
  }

  private readStart(character: string, next: string): void {
    const dotSourced = character === '.' && (isBlank(next) || isSingleQuote(next) || isDoubleQuote(next) || next === '$' || next === '(');
    if (character === '&' || dotSourced) {
      this.frame.mode = 'command';
      this.at += 1;
      return;
    }
    if (/[$@[\]\d+!,<>=]/.test(character) || isDash(character)) {
      this.frame.mode = 'expression';
      return;
    }
    const word = this.word();
    const end = this.at + word.length;
    const isKeyword = !/[\w-]/.test(this.text[end] ?? '');
    if (isKeyword && restartWords.has(word)) this.at = end;
    else if (isKeyword && headWords.has(word)) {
      this.frame.mode = 'expression';
      this.frame.head = true;
      this.at = end;
    } else {
      this.frame.mode = 'command';
      this.readArgument(character);
    }
    if (this.frame.mode !== 'command' && this.offset > this.at - word.length && this.offset <= this.at) this.ended = true;
  }

  private readArgument(character: string): void {
    const frame = this.frame;
    if (character === ',') {
      this.endElement();
      frame.elements.push({ kind: 'comma', start: this.at, end: this.at + 1 });
      this.at += 1;
      return;
    }
    if (character === '>' || (frame.open === undefined && /[*1-6]/.test(character) && this.peek(1) === '>')) {
      this.readRedirection();
      return;
    }
    if (frame.open?.kind === 'parameter' && /[:.[]/.test(character)) {
      frame.open.colon = character === ':';
      this.endElement();
      if (character === ':') this.at += 1;
      else this.beginArgument();
      return;
    }
    if (frame.open === undefined && isDash(character) && frame.elements.length > 0) {
      if (isDash(this.peek(1))) {
        this.readDoubleDash();
        return;
      }
      const isNumber = /[\d.]/.test(this.peek(1));
      frame.open = { kind: frame.argumentsOnly || isNumber ? 'argument' : 'parameter', start: this.at, end: this.at };
    } else this.beginArgument();
    // Something is stuck to a closed quote: `"a".Length`.
    if (frame.open?.quoteEnd !== undefined) frame.open.composite = true;
    this.at += 1;
  }

  /** `--` ends the parameters; `--%` hands the rest of the line over unread. */
  private readDoubleDash(): void {
    this.frame.argumentsOnly = true;
    this.beginArgument();
    if (this.peek(2) === '%') this.skip(this.lineEnd(this.at), true);
    else this.at += 2;
  }

  private readRedirection(): void {
    this.endElement();
    const start = this.at;
    if (this.peek() !== '>') this.at += 1;
    while (this.peek() === '>') this.at += 1;
    if (this.peek() === '&' && /[12]/.test(this.peek(1))) this.at += 2;
    else this.frame.elements.push({ kind: 'redirection', start, end: this.at });
  }

  private readExpression(character: string): void {
    const frame = this.frame;
    if (character === '=') {
      this.endStatement(this.at);
      this.at += 1;
      frame.start = this.at;
      frame.mode = 'start';
      return;
    }
    const word = this.word();
    this.at += Math.max(1, word.length);
    const before = this.text[this.at - word.length - 1] ?? '';
    // `foreach ($server in Get-…)`, but not the operator `-in`.
    if (word === 'in' && isBlank(before) && frame.close === ')') {
      this.endStatement(this.at);
      frame.start = this.at + 1;
    }
  }

  private readLineEnd(): void {
    const frame = this.frame;
    this.endElement();
    if (frame.mode === 'command' && frame.elements.at(-1)?.kind === 'comma') this.at += 1;
    else this.separate(1);
  }

  private readBlank(): void {
    this.endElement();
    this.at += 1;
  }

  /** At a line end it joins the lines, else it takes the next character's meaning away. */
  private readBacktick(): void {
    if (!isLineEnd(this.peek(1))) {
      if (this.frame.mode === 'start') this.frame.mode = 'command';
      this.beginArgument();
      if (this.frame.open) this.frame.open.composite = true;
      this.at += 2;
      return;
    }
    this.endElement();
    this.at += this.peek(1) === '\r' && this.peek(2) === '\n' ? 3 : 2;
  }

  private readClosing(character: ')' | '}'): void {
    if (this.expected[character] === 0) {
      // A stray one: PowerShell reports it and goes on behind it.
      this.separate(1);
      return;
    }
    while (this.frame.close !== character && !this.ended) this.leaveFrame();
    if (this.ended) return;
    this.leaveFrame();
    this.at += 1;
    if (character === '}' && this.frame.head) {
      this.endStatement(this.at);
      this.frame.start = this.at;
    }
  }

  /** Ends the statement before a separator of the given length. */
  private separate(length: number): void {
    this.endStatement(this.at);
    this.at += length;
    this.frame.start = this.at;
  }

  private enterFrame(close: ')' | '}' | '"', hash: boolean): void {
    if (this.frames.length >= deepest) {
      this.ended = true;
      return;
    }
    if (close !== '"') this.expected[close] += 1;
    this.frame = newFrame(close, hash, this.at);
    this.frames.push(this.frame);
  }

  /** Also at the text's end, for all that is still open. */
  private leaveFrame(): void {
    const left = this.frames.pop();
    if (left === undefined) return;
    if (left.close === ')' || left.close === '}') this.expected[left.close] -= 1;
    if (left.close !== '"') {
      this.frame = left;
      this.endStatement(this.at);
    }
    this.frame = this.frames.at(-1) ?? left;
  }

  private endStatement(end: number): void {
    const frame = this.frame;
    this.endElement(end);
    if (frame.start <= this.offset && this.offset <= end) {
      this.ended = true;
      if (frame.mode !== 'expression') this.found = { start: frame.start, end, elements: frame.elements };
    }
    frame.elements = [];
    frame.mode = frame.hash ? 'expression' : 'start';
    frame.head = false;
    frame.argumentsOnly = false;
  }

  private endElement(end = this.at): void {
    const { open } = this.frame;
    if (open === undefined) return;
    open.end = end;
    this.frame.elements.push(open);
    this.frame.open = undefined;
  }

  private beginArgument(): void {
    const frame = this.frame;
    if (frame.mode !== 'command') return;
    frame.open ??= { kind: frame.elements.length === 0 ? 'name' : 'argument', start: this.at, end: this.at };
  }

  /** A bracket goes on with the argument before it, but not with a name or a parameter: `?{…}`, `-Filter{…}`. */
  private beginNested(): void {
    if (this.frame.mode === 'start') this.frame.mode = 'expression';
    if (this.frame.open && this.frame.open.kind !== 'argument') this.endElement();
    this.beginArgument();
    if (this.frame.open) this.frame.open.composite = true;
  }

  private beginQuoted(quote: 'single' | 'double'): void {
    const frame = this.frame;
    if (frame.mode === 'start') frame.mode = 'expression';
    if (frame.open?.kind === 'parameter') this.endElement();
    if (frame.open) frame.open.composite = true;
    this.beginArgument();
    if (frame.open && !frame.open.composite) frame.open.quote = quote;
  }

  private closeQuote(): void {
    const { open } = this.frame;
    if (open?.quote !== undefined) open.quoteEnd ??= this.at;
  }

  private skipBlockComment(): void {
    const end = this.text.indexOf('#>', this.at + 2);
    this.skip(end < 0 ? this.text.length + 1 : end + 2, false);
  }

  /** Goes to `end`; an offset on the way has no command. A line comment holds its end, whereas behind a closing sign one is outside. */
  private skip(end: number, holdsEnd: boolean): void {
    if (this.offset > this.at && (this.offset < end || (holdsEnd && this.offset === end))) this.ended = true;
    this.at = Math.min(end, this.text.length);
  }

  private lineEnd(from: number): number {
    let at = from;
    while (at < this.text.length && !isLineEnd(this.text[at] ?? '')) at += 1;
    return at;
  }

  private isTokenStart(): boolean {
    if (this.frame.mode === 'command') return this.frame.open === undefined;
    const before = this.text[this.at - 1] ?? '\n';
    return isBlank(before) || isLineEnd(before) || '(){};|&,='.includes(before);
  }

  /** The letters from here, lower case, as keywords are compared. */
  private word(): string {
    let end = this.at;
    while (/[a-z_]/i.test(this.text[end] ?? '')) end += 1;
    return this.text.slice(this.at, end).toLowerCase();
  }
}

function newFrame(close: Frame['close'], hash: boolean, start: number): Frame {
  return { close, hash, mode: hash ? 'expression' : 'start', head: false, start, elements: [], open: undefined, argumentsOnly: false };
}
