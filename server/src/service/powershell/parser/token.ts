/** What the lexer makes of a text; the parser says in which mode it wants the next one. */

/**
 * `command`: words are arguments; `expression`: dashes are operators; `type`: inside `[…]`;
 * `key`: a hashtable's key, where a name ends at the first character that is none of a name.
 */
export type Mode = 'command' | 'expression' | 'type' | 'key';

export type TokenKind =
  | 'End' | 'NewLine' | ';' | ',' | '|' | '||' | '&&' | '&'
  | '(' | ')' | '{' | '}' | '[' | ']' | '$(' | '@(' | '@{'
  | 'Variable' | 'SplattedVariable' | 'Number' | 'String'
  /** A plain name; keywords are names too: the parser knows where they count. */
  | 'Identifier'
  /** Any other word, such as `Get-Mailbox`, `*.txt`, `a$b`. */
  | 'Word'
  /** `-Name` or `-Name:`. */
  | 'Parameter'
  /** `--` alone: what follows are arguments. */
  | 'EndOfParameters'
  | 'Redirection' | 'Operator' | '.' | '::' | ':' | '?' | '?.' | '?['
  | 'Label' | 'Unknown';

/** Why a string constant is one: the names are those of PowerShell's StringConstantType. */
export type Quote = 'BareWord' | 'SingleQuoted' | 'DoubleQuoted' | 'SingleQuotedHereString' | 'DoubleQuotedHereString';

/** A variable or subexpression inside an expandable string or word; the range begins at its `$`. */
export interface Expansion {
  readonly kind: 'variable' | 'subexpression';
  readonly start: number;
  readonly end: number;
  /** The variable's name, scope included. */
  readonly name: string;
}

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** Name of a variable or parameter, canonical operator (`-eq`), or a string's value with its escapes resolved. */
  readonly value: string;
  readonly quote: Quote;
  readonly expansions: readonly Expansion[];
}
