/** The pieces of a pipeline element as the reader leaves them: nothing is looked up, nothing is judged. */
import type { ScriptRange } from './range.ts';

export interface Statement extends ScriptRange {
  /** Empty where nothing has been written yet. */
  readonly elements: readonly StatementElement[];
}

export interface StatementElement extends ScriptRange {
  readonly kind: 'name' | 'parameter' | 'argument' | 'comma' | 'redirection';
  /** The quote it begins with. */
  readonly quote?: 'single' | 'double';
  /** Behind the closing quote; absent where there is none. */
  readonly quoteEnd?: number;
  /** Made of more than one piece (`a"b"`, `(…)`, `$(…)`), so that its text is not its value. */
  readonly composite?: boolean;
  /** Of a parameter: a colon follows, so the next argument is its value even if it is a switch. */
  readonly colon?: boolean;
}
