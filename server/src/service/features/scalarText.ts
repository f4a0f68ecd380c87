import { isScalar, type Node } from 'yaml';
import type { OffsetRange } from '../finding.ts';

export type QuoteStyle = 'plain' | 'single' | 'double';

/** A word where it stands: in a plan's scalar on one line, or in a script. */
export interface WrittenText {
  /** As it is read. */
  readonly text: string;
  /** Without quotes. */
  readonly range: OffsetRange;
  /** With quotes. */
  readonly whole: OffsetRange;
  readonly quote: QuoteStyle;
}

const styles: Readonly<Record<string, QuoteStyle>> = { PLAIN: 'plain', QUOTE_SINGLE: 'single', QUOTE_DOUBLE: 'double' };

/** Undefined for what is no scalar, is empty, runs over several lines or is a block. */
export function scalarText(text: string, node: Node | undefined, base: number): WrittenText | undefined {
  if (!isScalar(node) || !node.range) return undefined;
  const quote = styles[node.type ?? ''];
  if (quote === undefined) return undefined;
  const whole = { start: base + node.range[0], end: base + node.range[1] };
  const source = text.slice(whole.start, whole.end);
  const inset = quote === 'plain' ? 0 : 1;
  if (source.length <= 2 * inset || source.includes('\n')) return undefined;
  return { text: quote === 'plain' ? source : String(node.value), range: { start: whole.start + inset, end: whole.end - inset }, whole, quote };
}
