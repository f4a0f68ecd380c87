/** A script read once, for all that judge it. */
import { parseScript, walk, type NamedCommand, type ParsedScript, type Pipeline, type Span } from './parser/index.ts';

export interface QuotedText extends Span {
  readonly isHereString: boolean;
}

export interface ReadScript extends ParsedScript {
  readonly text: string;
  /** Outer ones before inner ones. */
  readonly commands: readonly NamedCommand[];
  readonly pipelines: readonly Pipeline[];
  readonly quoted: readonly QuotedText[];
  /** True inside comments and quoted text, which are not PowerShell's to read. */
  readonly isText: (at: number) => boolean;
}

export function readScript(text: string): ReadScript {
  const parsed = parseScript(text);
  const commands: NamedCommand[] = [];
  const pipelines: Pipeline[] = [];
  const quoted: QuotedText[] = [];
  walk(parsed.tree, (node) => {
    if (node.kind === 'Command') {
      const [first] = node.elements;
      commands.push({ name: first?.kind === 'StringConstantExpression' ? first.value : undefined, command: node });
    }
    if (node.kind === 'Pipeline') pipelines.push(node);
    if ((node.kind === 'StringConstantExpression' || node.kind === 'ExpandableStringExpression') && node.quote !== 'BareWord') quoted.push({ start: node.start, end: node.end, isHereString: node.quote.endsWith('HereString') });
  });
  return { ...parsed, text, commands, pipelines, quoted, isText: insideOf([...parsed.comments, ...quoted]) };
}

/** Tells whether an offset is inside one of the ranges, which do not overlap but for those inside each other. */
function insideOf(ranges: readonly Span[]): (at: number) => boolean {
  const outer: Span[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) if (range.start >= (outer.at(-1)?.end ?? 0)) outer.push(range);
  return (at) => {
    let [low, high] = [0, outer.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((outer[middle]?.start ?? Infinity) <= at) low = middle + 1;
      else high = middle;
    }
    return at < (outer[low - 1]?.end ?? 0);
  };
}
