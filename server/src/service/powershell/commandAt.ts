/** What is at an offset of a script: the command around it, what has been given to it, and what is being written there. */
import type { ScriptRange } from './range.ts';
import type { Statement, StatementElement } from './statement.ts';
import { statementAt } from './statementAt.ts';

export interface CommandAtOffset {
  /** Absent where the name is still to be written, or is an expression. */
  readonly name?: string;
  readonly nameRange?: ScriptRange;
  /** In their order, the one at the offset left out; also those behind the offset. */
  readonly given: readonly GivenParameter[];
  readonly at: AtName | AtParameter | AtArgument;
}

export interface GivenParameter extends ScriptRange {
  /** As written, without its dash. */
  readonly name: string;
}

export interface AtName extends Written {
  readonly kind: 'name';
}

export interface AtParameter extends Written {
  readonly kind: 'parameter';
  /** The dash that was typed: `-`, or one that a word processor made of it. */
  readonly dash: string;
}

export interface AtArgument extends Written {
  readonly kind: 'argument';
  /** The parameter written before it, without dash; whether that takes a value, the catalogue knows. */
  readonly of?: string;
  /** That parameter is bound with a colon. */
  readonly colon: boolean;
  /** Arguments before it that no parameter name was written for. */
  readonly position: number;
  /** Items of the same list before it, unquoted. */
  readonly listed: readonly string[];
  readonly quote?: 'single' | 'double';
}

interface Written {
  /** What stands between the beginning of the word and the offset, without dash or quote. */
  readonly prefix: string;
  /** The whole word, without its quotes, with its dash. */
  readonly word: string;
  /** What an inserted text takes the place of. */
  readonly replace: ScriptRange;
}

/** Undefined inside comments, here-strings, expressions, quotes that an earlier line left open, and words of several pieces such as `a"b"`. */
export function commandAt(text: string, offset: number): CommandAtOffset | undefined {
  const statement = statementAt(text, offset);
  if (statement === undefined) return undefined;
  const touched = elementAt(statement, offset);
  if (touched?.composite && !isLeftOpen(text, touched, offset)) return undefined;
  const [first] = statement.elements;
  const isNamed = first?.kind === 'name' && !first.composite;
  const name = isNamed ? { name: valueOf(text, first), nameRange: { start: first.start, end: first.end } } : {};
  const given = statement.elements
    .filter((element) => element.kind === 'parameter' && element !== touched)
    .map((element) => ({ name: text.slice(element.start + 1, element.end), start: element.start, end: element.end }));

  if (touched?.kind === 'parameter') {
    const prefix = text.slice(touched.start + 1, Math.max(offset, touched.start + 1));
    const { start, end } = touched;
    return { ...name, given, at: { kind: 'parameter', dash: text.charAt(start), prefix, word: text.slice(start, end), replace: { start, end } } };
  }
  const written = writtenAt(text, touched, offset);
  if (/[\r\n]/.test(written.prefix)) return undefined;
  if (touched === first || first === undefined || offset < first.start) {
    return { ...(touched === first ? name : {}), given, at: { kind: 'name', ...written } };
  }
  const argument = argumentAt(text, statement, touched, offset);
  return argument && { ...name, given, at: { kind: 'argument', ...argument, ...written, ...(touched?.quote ? { quote: touched.quote } : {}) } };
}

/** The name, parameter or argument that the offset is in or at the end of; one that begins there is left alone, unless quoted. */
function elementAt(statement: Statement, offset: number): StatementElement | undefined {
  return statement.elements.find((element) => {
    if (element.kind === 'comma' || element.kind === 'redirection') return false;
    if (offset <= element.start || offset > element.end) return false;
    // Behind a closing quote the word is done.
    return offset !== element.quoteEnd || element.composite;
  });
}

/** The text that the quote at its beginning quotes goes on below the offset's line: a quote that is still to be closed. */
function isLeftOpen(text: string, { quote, quoteEnd, end }: StatementElement, offset: number): boolean {
  return quote !== undefined && offset < (quoteEnd ?? end + 1) && /[\r\n]/.test(text.slice(offset, quoteEnd ?? end));
}

function writtenAt(text: string, element: StatementElement | undefined, offset: number): Written {
  if (element === undefined) return { prefix: '', word: '', replace: { start: offset, end: offset } };
  const start = element.quote ? element.start + 1 : element.start;
  const end = element.quote ? quotedEnd(text, element, offset) : element.end;
  return { prefix: text.slice(start, offset), word: text.slice(start, end), replace: { start, end } };
}

/** An open quote swallows the lines below, which are not what is being written: there the word ends with its letters. */
function quotedEnd(text: string, element: StatementElement, offset: number): number {
  const rest = text.slice(offset, element.quoteEnd ?? element.end);
  if (element.quoteEnd !== undefined && !/[\r\n]/.test(rest)) return element.quoteEnd - 1;
  return offset + (/^[\w.-]*/.exec(rest)?.[0].length ?? 0);
}

/** Undefined for the target of a redirection. */
function argumentAt(text: string, statement: Statement, touched: StatementElement | undefined, offset: number): ArgumentOwner | undefined {
  let owner: StatementElement | undefined;
  let position = 0;
  let listed: string[] = [];
  let before: StatementElement | undefined;
  for (const element of statement.elements.slice(1)) {
    if (element === touched || element.start >= offset) break;
    if (element.kind === 'parameter') owner = element;
    if (element.kind === 'argument' && before?.kind !== 'redirection') {
      const continues = before?.kind === 'comma';
      if (!continues && before?.kind !== 'parameter') {
        owner = undefined;
        position += 1;
      }
      if (!continues) listed = [];
      listed.push(valueOf(text, element));
    }
    before = element;
  }
  if (before?.kind === 'redirection') return undefined;
  const continues = before?.kind === 'comma';
  const isOwned = continues || before?.kind === 'parameter';
  return {
    ...(isOwned && owner ? { of: text.slice(owner.start + 1, owner.end) } : {}),
    colon: isOwned && owner?.colon === true,
    position: continues && !owner ? Math.max(0, position - 1) : position,
    listed: continues ? listed : [],
  };
}

type ArgumentOwner = Pick<AtArgument, 'of' | 'colon' | 'position' | 'listed'>;

function valueOf(text: string, element: StatementElement): string {
  if (!element.quote) return text.slice(element.start, element.end);
  return text.slice(element.start + 1, element.quoteEnd === undefined ? element.end : element.quoteEnd - 1);
}
