/** What can be written at a place of a script, and what is there of it. Nothing is looked up, nothing is judged. */
import type { Command, CommandParameter, Expression } from './parser/index.ts';
import type { ScriptRange } from './range.ts';

export type ScriptPlace = CommandPlace | AtVariable | KeyPlace | EntryPlace;

export interface CommandPlace {
  readonly kind: 'command';
  /** Absent where the name is still to be written, or is an expression. */
  readonly name?: string;
  readonly nameRange?: ScriptRange;
  /** In their order, the one at the offset left out; also those behind the offset. */
  readonly given: readonly GivenParameter[];
  /** Parameters and arguments in their order, without the name. */
  readonly elements: readonly CallElement[];
  /** The one that is being written; undefined for the name. */
  readonly touched: CallElement | undefined;
  /** Something is piped into it. */
  readonly takesInput: boolean;
  readonly at: AtName | AtParameter | AtArgument;
  /** The name is the first word of a hashtable's value, which may become a text as well. */
  readonly entry?: EntryPlace;
  /** The argument begins with a `$`, so that it may become any variable. */
  readonly variable?: AtVariable;
}

export type CallElement = CommandParameter | Expression;

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

export interface AtArgument extends WrittenValue {
  readonly kind: 'argument';
  /** The parameter written before it, without dash; whether that takes a value, the catalogue knows. */
  readonly of?: string;
  /** That parameter is bound with a colon. */
  readonly colon: boolean;
}

export interface WrittenValue extends Written {
  /** Items of the same list before it, unquoted. */
  readonly listed: readonly string[];
  readonly quote?: 'single' | 'double';
}

export interface Written {
  /** What stands between the beginning of the word and the offset, without dash or quote. */
  readonly prefix: string;
  /** The whole word, without its quotes, with its dash. */
  readonly word: string;
  /** What an inserted text takes the place of. */
  readonly replace: ScriptRange;
}

export interface AtVariable extends Written {
  readonly kind: 'variable';
  /** What stands before the name: `$`, `${` or `@`. */
  readonly sign: string;
}

/** A key of a hashtable. */
export interface KeyPlace extends Written {
  readonly kind: 'key';
  readonly quote?: 'single' | 'double';
  readonly table: TableAtOffset;
  /** An equals sign stands behind it. */
  readonly hasValue: boolean;
}

/** The value of a hashtable's entry, where a text can stand. */
export interface EntryPlace extends WrittenValue {
  readonly kind: 'entry';
  readonly key: string;
  readonly table: TableAtOffset;
}

export interface TableAtOffset {
  /** The other keys, in their order; also those behind the offset. */
  readonly keys: readonly string[];
  /** Calls that the hashtable is splatted into; empty where it is none that is. */
  readonly calls: readonly Command[];
}
