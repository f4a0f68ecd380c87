/** One entry of a line in block style: a dash, or a key with what follows its colon. */
export interface LineEntry {
  readonly column: number;
  /** undefined for a dash. */
  readonly key: string | undefined;
  /** What follows on the line, without surrounding blanks and without a comment. */
  readonly rest: string;
  /** Column at which `rest` begins. */
  readonly restColumn: number;
}

const dash = /^-(?:[ \t]+|$)/;
const keyed = /^(?:"([^"]*)"|'([^']*)'|([^\s#&*!|>'"%@`{}[\],-][^:#]*?|-[^\s:#][^:#]*?))[ \t]*:(?:[ \t]+|$)/;

/** The entries of a line, outermost first: `- id: a` is a dash and a key. A line without any is a plain text or a part of one. */
export function lineEntries(line: string): LineEntry[] {
  const entries: LineEntry[] = [];
  let column = indentOf(line);
  // A line longer or deeper than any plan's is no structure to be found out; it must only not take long.
  while (line.length <= 5000 && entries.length < 20) {
    const rest = line.slice(column);
    const match = dash.exec(rest) ?? keyed.exec(rest);
    if (match === null) return entries;
    const restColumn = column + match[0].length;
    const isDash = rest.startsWith('-') && dash.test(rest);
    entries.push({ column, key: isDash ? undefined : (match[1] ?? match[2] ?? match[3] ?? ''), rest: withoutComment(line.slice(restColumn)), restColumn });
    if (!isDash) return entries;
    column = restColumn;
  }
  return [];
}

export function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

/** How many characters of anchors and tags, with the blanks behind them, stand before a value. */
export function propertiesLength(rest: string): number {
  return /^(?:[&!]\S*(?:\s+|$)){0,4}/.exec(rest)?.[0].length ?? 0;
}

/** True for the header of a block scalar: `|`, `>-`, `|2+`, `&a |`. */
export function isBlockHeader(rest: string): boolean {
  return /^[|>][+-]?[1-9]?[+-]?$/.test(rest.slice(propertiesLength(rest)));
}

/** True where a value stands on the entry's own line, so that none can begin on the lines below. */
export function hasValue({ rest }: LineEntry): boolean {
  return propertiesLength(rest) < rest.length;
}

/**
 * Where a comment begins in what follows a dash or colon, counted from there; undefined where there is none. A comment's `#`
 * stands at the beginning or behind a blank; inside quotes it is a character like any other.
 */
export function commentStart(rest: string): number | undefined {
  if (rest.startsWith('#')) return 0;
  const open = propertiesLength(rest);
  const isQuoted = rest[open] === '"' || rest[open] === "'";
  const from = isQuoted ? (closingQuote(rest, open, rest.length) ?? rest.length) : 0;
  const at = rest.slice(from).search(/\s#/);
  return at < 0 ? undefined : from + at + 1;
}

/** Where the quote that opens at `open` is closed, before `end`; undefined where it is not. */
export function closingQuote(text: string, open: number, end: number): number | undefined {
  const quote = text[open];
  for (let at = open + 1; at < end; at++) {
    if (quote === '"' && text[at] === '\\') at++;
    else if (text[at] !== quote) continue;
    else if (quote === "'" && text[at + 1] === quote) at++;
    else return at;
  }
  return undefined;
}

function withoutComment(rest: string): string {
  return rest.slice(0, commentStart(rest) ?? rest.length).trim();
}
