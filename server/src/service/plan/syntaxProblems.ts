import type { Document, ErrorCode } from 'yaml';
import type { OffsetRange } from '../finding.ts';

/** What YAML itself finds wrong. */
export interface SyntaxProblem {
  readonly code: string;
  readonly message: string;
  readonly range: OffsetRange;
}

/** More would only repeat the first: one lost quote makes an error of each line after it. */
export const mostProblems = 20;

/** The parser's words are for people who know YAML's grammar; these say what to do. */
const messages: Readonly<Partial<Record<ErrorCode, string>>> = {
  ALIAS_PROPS: 'An alias ("*name") carries a tag or an anchor. Remove it, or quote the text where no alias is meant.',
  BAD_ALIAS: 'The alias is not understood. Quote the text where no alias is meant, as in "*.a.example".',
  BAD_DIRECTIVE: 'A line that starts with "%" is a YAML directive. Quote it or indent it where it is text.',
  BAD_DQ_ESCAPE: 'A backslash in double quotes starts an escape, and this one is unknown. Use single quotes for a backslash.',
  BAD_INDENT: 'The line is indented differently from its neighbours. Give the entries of one mapping or list the same indentation.',
  BAD_SCALAR_START: 'A text cannot start with this character. Put it in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'A mapping stands where a single value is expected. Move it to the next line and indent it.',
  BLOCK_IN_FLOW: 'Inside brackets or braces, a list or block of lines is not possible. Write it out without them.',
  DUPLICATE_KEY: 'The key stands here a second time. Keep one of the two.',
  IMPOSSIBLE: 'The text is not YAML at this place.',
  KEY_OVER_1024_CHARS: 'The key is longer than 1,024 characters. A colon and a blank were probably lost.',
  MISSING_CHAR: 'A character is missing here: a closing quote, bracket or brace, or the colon and blank after a key.',
  MULTILINE_IMPLICIT_KEY: 'The key runs over several lines. The colon after it was probably lost.',
  MULTIPLE_ANCHORS: 'The value has two anchors. Keep one.',
  MULTIPLE_DOCS: 'A second document starts here. A plan is one document: remove the "---" line or split the file.',
  MULTIPLE_TAGS: 'The value has two tags. Keep one.',
  NON_STRING_KEY: 'A key must be a text.',
  RESOURCE_EXHAUSTION: 'The plan is nested too deeply to be read. A plan needs about ten levels.',
  TAB_AS_INDENT: 'The line is indented with a tab. YAML wants blanks: replace the tab.',
  TAG_RESOLVE_FAILED: 'The tag is unknown. Plans need no tags: remove it.',
  UNEXPECTED_TOKEN: 'This text is not expected here. A colon and blank after a key, or a quote, was probably lost.',
};

/** The parser has one code for two faults of indentation; only its words tell them apart. */
const openBracket = /^Flow (?:map|sequence) in block/;

/** What the parser found wrong with a text. */
export function syntaxProblems(tree: Document.Parsed, text: string): SyntaxProblem[] {
  // A warning of the parser that matters here: a tag it does not know.
  const problems = [...tree.errors, ...tree.warnings].slice(0, mostProblems).map((error): SyntaxProblem => {
    const start = Math.min(error.pos[0], text.length);
    return { code: 'yaml/syntax', message: messageOf(error, text.slice(0, start)), range: { start, end: Math.min(Math.max(error.pos[1], start + 1), Math.max(text.length, start)) } };
  });
  // Of several brackets that are open at one place each is an error of its own.
  return problems.filter(({ message, range }, index) => problems.findIndex((other) => other.message === message && other.range.start === range.start) === index);
}

function messageOf({ code, message }: { readonly code: ErrorCode; readonly message: string }, before: string): string {
  if (openBracket.test(message)) return 'A bracket or brace before this place is not closed, or what stands inside it is not indented. Close it, or indent what it holds.';
  // A script such as `'a', 'b' | ForEach-Object {…}` on the line of its key.
  if (code === 'UNEXPECTED_TOKEN' && /["'][ \t]*$/.test(before)) return 'The text before this ends with its quote, and nothing may follow it on the line. Put quotes around all of it; for a script write "|" behind the key and the script below.';
  return messages[code] ?? 'The text is not YAML at this place.';
}

/** The key stands twice in one mapping, in pieces that are parsed apart. */
export function duplicateKey(range: OffsetRange): SyntaxProblem {
  return { code: 'yaml/syntax', message: messages.DUPLICATE_KEY ?? '', range };
}

/** An alias whose anchor does not stand before it: mostly a wildcard, `*.a.example`, that was meant as text. */
export function unknownAlias(name: string, range: OffsetRange): SyntaxProblem {
  return { code: 'yaml/unknown-alias', message: `"*${name}" reads as an alias, and no anchor "&${name}" stands before it. Put it in quotes where it is text.`, range };
}

/** The markers of an unfinished merge make nonsense of all that stands around them. */
export function mergeMarker(text: string): SyntaxProblem | undefined {
  if (!text.includes('<<<<<<<')) return undefined;
  const marker = /^(<{7}|={7}|>{7})(?: .*)?$/m.exec(text);
  if (marker === null) return undefined;
  const range = { start: marker.index, end: marker.index + marker[0].length };
  return { code: 'yaml/merge-marker', range, message: 'The plan holds the markers of an unfinished merge. Resolve the conflict; until then only this is reported.' };
}

/** A problem of the whole text, shown on its first line. */
export function notYaml(code: string, text: string, message: string): SyntaxProblem {
  const lineEnd = text.indexOf('\n');
  return { code, message, range: { start: 0, end: Math.min(lineEnd < 0 ? text.length : lineEnd, 200) } };
}
