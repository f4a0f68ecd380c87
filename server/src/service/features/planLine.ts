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

const dash = /^-(?: +|$)/;
const keyed = /^(?:"([^"]*)"|'([^']*)'|([^\s#&*!|>'"%@`{}[\],-][^:#]*?|-[^\s:#][^:#]*?))\s*:(?: +|$)/;

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
  return line.length - line.trimStart().length;
}

/** True for the header of a block scalar: `|`, `>-`, `|2+`. */
export function isBlockHeader(rest: string): boolean {
  return /^[|>][+-]?[1-9]?[+-]?$/.test(rest);
}

/** In YAML a comment's `#` stands at the line's start or behind a blank; inside quotes it is a character like any other. */
function withoutComment(rest: string): string {
  if (/^["']/.test(rest)) return rest.trimEnd();
  const at = rest.startsWith('#') ? 0 : rest.search(/\s#/);
  return (at < 0 ? rest : rest.slice(0, at)).trim();
}
