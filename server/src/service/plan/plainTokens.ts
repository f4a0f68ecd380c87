import type { CST } from 'yaml';
import { flowToken } from './flowTokens.ts';
import { deepestPlan } from './nesting.ts';

/**
 * The tokens of a piece of a plan that is written plainly, the very same that yaml's lexer and parser make of it (a property test holds that): mappings
 * and lists in block style whose values stand on the line of their key, words in brackets, blocks of text, comments. Undefined for all else (an anchor, a
 * value over several lines, whatever is broken): that is yaml's to read.
 *
 * yaml's lexer is made for any YAML in any portions, and takes most of the time that opening a plan takes; most of a plan is as plain as this.
 *
 * What a token is made of is yaml's own: what stands before an entry (`start`), between its key and its value (`sep`), behind a value (`end`).
 */
export function plainTokens(text: string): CST.Document | undefined {
  return text.endsWith('\n') && !unread.test(text) ? new PlainReader(text).read() : undefined;
}

/** A tab, and a carriage return that is no part of a line break. */
const unread = /\t|\r(?!\n)/;
const keyAt = /[A-Za-z0-9_][A-Za-z0-9_.-]*:(?= |\r?\n)/y;
/** What can begin a scalar without quotes; some more can, but hardly in a plan. */
const plainStart = /^[A-Za-z0-9_$./(]/;
const quoted = /'(?:[^'\r\n]|'')*'|"(?:[^"\\\r\n]|\\.)*"/y;
const behindValue = /^(?: +(?:#.*)?)?$/;
const blockHeader = /^[|>]-?$/;
/** Characters; regular expressions are no tool for a longer value. */
const longestValue = 2_000;

type Collection = CST.BlockMap | CST.BlockSequence;
interface Entry {
  start: CST.SourceToken[];
  key?: CST.Token;
  sep?: CST.SourceToken[];
  value?: CST.Token;
}

class PlainReader {
  readonly #text: string;
  readonly #document: CST.Document = { type: 'document', offset: 0, start: [] };
  readonly #open: Collection[] = [];
  /** Where blanks and empty lines before the next entry go. */
  #gap = this.#document.start;
  /** The entry whose key has been read and whose value has not. */
  #awaiting: Entry | undefined;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): CST.Document | undefined {
    while (this.#at < this.#text.length) if (!this.#readLine()) return undefined;
    if (this.#document.value === undefined) return undefined;
    if (this.#awaiting === undefined) {
      while (this.#open.length > 0) this.#close();
      if (this.#gap.length > 0) this.#document.end = this.#gap;
    }
    return this.#document;
  }

  #token(type: CST.SourceToken['type'], indent: number, end: number): CST.SourceToken {
    const token = { type, offset: this.#at, indent, source: this.#text.slice(this.#at, end) };
    this.#at = end;
    return token;
  }

  #readLine(): boolean {
    const lineEnd = this.#text.indexOf('\n', this.#at);
    const to = this.#text[lineEnd - 1] === '\r' && lineEnd > this.#at ? lineEnd - 1 : lineEnd;
    if (to === this.#at) {
      // Empty lines before the first entry are none of the document's.
      this.#gap.push(this.#token('newline', 0, lineEnd + 1));
      return this.#document.value !== undefined;
    }
    const indent = this.#blanksAt(this.#at);
    if (indent > 0) this.#gap.push(this.#token('space', 0, this.#at + indent));
    if (this.#text[this.#at] === '#') return this.#readComment(indent, to);
    const isDash = this.#text[this.#at] === '-' && this.#text[this.#at + 1] === ' ';
    if (!this.#openAt(indent, isDash)) return false;
    return isDash ? this.#readItem(indent, to) : this.#readEntry(indent, to);
  }

  /** A line of its own before an entry; one that is indented more than the entries belongs to a value. */
  #readComment(indent: number, to: number): boolean {
    if (this.#awaiting !== undefined || indent > (this.#open.at(-1)?.indent ?? -1)) return false;
    this.#gap.push(this.#token('comment', indent, to), this.#newline(indent, to));
    return true;
  }

  /** Closes the innermost collection. What stands behind its last entry goes to the one around it, but for comments as far right as its own entries. */
  #close(): void {
    const closed = this.#open.pop();
    if (closed === undefined || closed.indent === 0 || this.#gap.every(({ type, indent }) => type !== 'comment' || indent < closed.indent)) return;
    (closed.items as Entry[]).push({ start: this.#gap });
    this.#gap = [];
  }

  #blanksAt(from: number): number {
    let to = from;
    while (this.#text[to] === ' ') to++;
    return to - from;
  }

  /** Makes the collection the innermost that a line of this indentation goes on with, or begins. False where the line fits none. */
  #openAt(indent: number, isItem: boolean): boolean {
    const open = this.#open;
    if (this.#document.value === undefined || this.#awaiting !== undefined) {
      const parent = open.at(-1);
      if (parent !== undefined && (isItem ? indent < parent.indent : indent <= parent.indent)) return false;
      return this.#begin(indent, isItem);
    }
    while ((open.at(-1)?.indent ?? -1) > indent || (!isItem && open.at(-1)?.type === 'block-seq' && open.at(-1)?.indent === indent)) this.#close();
    const innermost = open.at(-1);
    return innermost?.indent === indent && innermost.type === (isItem ? 'block-seq' : 'block-map');
  }

  #begin(indent: number, isItem: boolean): boolean {
    const collection: Collection = isItem ? { type: 'block-seq', offset: this.#at, indent, items: [] } : { type: 'block-map', offset: this.#at, indent, items: [] };
    if (this.#awaiting === undefined) this.#document.value = collection;
    else this.#awaiting.value = collection;
    this.#awaiting = undefined;
    this.#gap = [];
    this.#open.push(collection);
    return this.#open.length < deepestPlan;
  }

  #readItem(dash: number, to: number): boolean {
    const entry: Entry = { start: this.#gap };
    this.#add(entry);
    entry.start.push(this.#token('seq-item-ind', dash, this.#at + 1));
    entry.start.push(this.#token('space', dash + 1, this.#at + this.#blanksAt(this.#at)));
    const indent = dash + 1 + (entry.start.at(-1)?.source.length ?? 0);
    keyAt.lastIndex = this.#at;
    if (!keyAt.test(this.#text)) return this.#readScalar(entry, indent, to);
    this.#awaiting = entry;
    return this.#begin(indent, false) && this.#readEntry(indent, to);
  }

  #add(entry: Entry): void {
    const { items } = this.#open.at(-1) as { items: Entry[] };
    items.push(entry);
    this.#gap = [];
  }

  #readEntry(indent: number, to: number): boolean {
    keyAt.lastIndex = this.#at;
    if (!keyAt.test(this.#text)) return false;
    const end = keyAt.lastIndex - 1;
    const sep: CST.SourceToken[] = [];
    const entry: Entry = { start: this.#gap, key: { type: 'scalar', offset: this.#at, indent, source: this.#text.slice(this.#at, end) }, sep };
    this.#add(entry);
    this.#at = end;
    sep.push(this.#token('map-value-ind', indent, end + 1));
    const blanks = this.#blanksAt(this.#at);
    if (this.#at + blanks === to || this.#text[this.#at + blanks] === '#') {
      sep.push(...this.#lineEnd(indent, to));
      this.#awaiting = entry;
      this.#gap = sep;
      return true;
    }
    sep.push(this.#token('space', indent, this.#at + blanks));
    return blockHeader.test(this.#text.slice(this.#at, to)) ? this.#readBlock(entry, indent, to) : this.#readScalar(entry, indent, to);
  }

  /** Blanks, a comment, the line break. */
  #lineEnd(indent: number, to: number): CST.SourceToken[] {
    const blanks = this.#blanksAt(this.#at);
    const tokens = blanks > 0 ? [this.#token('space', indent, this.#at + blanks)] : [];
    if (this.#at < to) tokens.push(this.#token('comment', indent, to));
    tokens.push(this.#newline(indent, to));
    return tokens;
  }

  #newline(indent: number, to: number): CST.SourceToken {
    return this.#token('newline', indent, this.#text[to] === '\r' ? to + 2 : to + 1);
  }

  #readScalar(entry: Entry, indent: number, to: number): boolean {
    if (to - this.#at > longestValue) return false;
    quoted.lastIndex = this.#at;
    const isQuoted = quoted.test(this.#text);
    const source = isQuoted ? this.#text.slice(this.#at, quoted.lastIndex) : this.#text.slice(this.#at, to).replace(/ (?:#.*)?$/, '').trimEnd();
    const value = isQuoted ? quotedToken(source, this.#at, indent) : isPlain(source) ? ({ type: 'scalar', offset: this.#at, indent, source } as const) : flowToken(source, this.#at, indent);
    if (value === undefined || !behindValue.test(this.#text.slice(this.#at + source.length, to))) return false;
    this.#at += source.length;
    const end = this.#lineEnd(indent, to);
    entry.value = { ...value, end: 'end' in value ? [...(value.end ?? []), ...end] : end };
    return true;
  }

  /** The lines of a block: to the first that is indented less than the first of them, without the empty ones at the end. */
  #readBlock(entry: Entry, indent: number, to: number): boolean {
    const offset = this.#at;
    const props: CST.SourceToken[] = [this.#token('block-scalar-header', indent, to), this.#newline(indent, to)];
    const own = this.#blanksAt(this.#at);
    if (own <= indent || isBreak(this.#text[this.#at + own])) return false;
    let end = this.#at;
    for (let line = this.#at; line < this.#text.length; ) {
      const blanks = this.#blanksAt(line);
      const isEmpty = isBreak(this.#text[line + blanks]);
      if (!isEmpty && blanks < own) break;
      line = this.#text.indexOf('\n', line) + 1;
      if (!isEmpty || blanks > own) end = line;
    }
    entry.value = { type: 'block-scalar', offset, indent, props, source: this.#text.slice(this.#at, end) };
    this.#at = end;
    return true;
  }
}

function quotedToken(source: string, offset: number, indent: number): CST.FlowScalar {
  return { type: source.startsWith('"') ? 'double-quoted-scalar' : 'single-quoted-scalar', offset, indent, source };
}

function isBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

function isPlain(source: string): boolean {
  return plainStart.test(source) && !source.includes(': ') && !source.includes(' #') && !source.endsWith(':') && !source.endsWith(' ');
}
