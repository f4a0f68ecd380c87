import type { Segment } from './offsetMap.ts';

export type FlowStyle = 'plain' | 'single' | 'double';

/** A text as YAML reads it, with the runs of it that stand alike in the plan. */
export interface MappedText {
  readonly text: string;
  readonly segments: readonly Segment[];
}

/** YAML 1.2.2, 5.7. */
const escapes: Readonly<Record<string, string>> = {
  '0': '\0', a: '\x07', b: '\b', t: '\t', '\t': '\t', n: '\n', v: '\v', f: '\f', r: '\r', e: '\x1B', ' ': ' ', '"': '"', '/': '/', '\\': '\\', N: '\x85', _: '\xA0', L: '\u2028', P: '\u2029',
};

/**
 * Reads a plain or quoted scalar (YAML 1.2.2, 7.3): escapes are resolved, and where a line breaks, the blanks around the break become
 * one, or a line break for each line that is blank.
 *
 * @param source without the quotes
 * @param start its offset in the plan
 */
export function flowScalarText(source: string, start: number, style: FlowStyle): MappedText {
  const segments: Segment[] = [];
  let text = '';
  // A run begins behind each thing that is not alike, even where nothing follows, so that the place there has one in the plan.
  let run = { host: start, script: 0 };
  for (let at = 0; at < source.length; ) {
    const read = foldAt(source, at) ?? (style === 'double' ? escapeAt(source, at) : undefined) ?? (style === 'single' && source.startsWith("''", at) ? { text: "'", end: at + 2 } : undefined);
    if (read === undefined) {
      text += source[at] ?? '';
      at++;
      continue;
    }
    segments.push({ ...run, length: start + at - run.host });
    text += read.text;
    at = read.end;
    run = { host: start + at, script: text.length };
  }
  segments.push({ ...run, length: start + source.length - run.host });
  return { text, segments };
}

interface Read {
  readonly text: string;
  readonly end: number;
}

/** A line break with the blanks around it, and the blank lines behind. */
function foldAt(source: string, at: number): Read | undefined {
  const next = source[at];
  if (next !== ' ' && next !== '\t' && next !== '\r' && next !== '\n') return undefined;
  breaks.lastIndex = at;
  const [found] = breaks.exec(source) ?? [];
  if (found === undefined) return undefined;
  const lines = found.split('\n').length - 1;
  return { text: lines === 1 ? ' ' : '\n'.repeat(lines - 1), end: at + found.length };
}

/** Blanks are taken in bounds: a line of nothing else, a megabyte long, must not be looked through again at each of its places. */
const breaks = /[ \t]{0,1000}(?:\r?\n[ \t]*)+/y;
const lineEnd = /\\\r?\n[ \t]*(?:\r?\n[ \t]*)*/y;
const coded = /\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))/y;

function escapeAt(source: string, at: number): Read | undefined {
  if (source[at] !== '\\') return undefined;
  lineEnd.lastIndex = at;
  const [broken] = lineEnd.exec(source) ?? [];
  // The break is taken away; blank lines behind it stay.
  if (broken !== undefined) return { text: '\n'.repeat(broken.split('\n').length - 2), end: at + broken.length };
  coded.lastIndex = at;
  const code = coded.exec(source);
  const point = Number.parseInt(code?.[1] ?? code?.[2] ?? code?.[3] ?? '', 16);
  if (code !== null && point <= 0x10ffff) return { text: String.fromCodePoint(point), end: at + code[0].length };
  const simple = escapes[source[at + 1] ?? ''];
  return simple === undefined ? undefined : { text: simple, end: at + 2 };
}
