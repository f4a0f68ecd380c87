import type { OffsetRange } from '../finding.ts';

declare const host: unique symbol;
declare const script: unique symbol;

/** An offset in the plan's text. Two types, so that the compiler refuses to mix them with offsets of a script. */
export type HostOffset = number & { readonly [host]: true };
/** An offset in a script as PowerShell sees it: without YAML's indentation and with line feeds only. */
export type ScriptOffset = number & { readonly [script]: true };

/** A run of characters that stand alike in plan and script. What YAML cuts away (indentation, `\r`) lies between segments. */
export interface Segment {
  readonly host: number;
  readonly script: number;
  readonly length: number;
  /**
   * True for a line shorter than the block's indentation. It is an empty line of the script, but what is written there would
   * not stand in the block: nothing of the plan maps to it.
   */
  readonly isShort?: boolean;
}

export interface OffsetMap {
  readonly segments: readonly Segment[];
  toScript(offset: HostOffset): ScriptOffset | undefined;
  toHost(offset: ScriptOffset): HostOffset | undefined;
  /** Both ends must map; otherwise the range has no place in the plan. */
  rangeToHost(range: OffsetRange): OffsetRange | undefined;
}

/** Builds the map; segments are in ascending order on both sides. An offset at a segment's end belongs to it. */
export function offsetMap(segments: readonly Segment[]): OffsetMap {
  const find = (offset: number, side: 'host' | 'script'): Segment | undefined => {
    let low = 0;
    let high = segments.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const segment = segments[middle];
      if (segment === undefined) return undefined;
      if (offset < segment[side]) high = middle - 1;
      else if (offset > segment[side] + segment.length) low = middle + 1;
      else {
        // Where one segment ends and the next begins at the same offset (a script's line break), the later one is the line's.
        const next = segments[middle + 1];
        return next !== undefined && next[side] <= offset ? next : segment;
      }
    }
    return undefined;
  };
  const toHost = (offset: ScriptOffset): HostOffset | undefined => {
    const segment = find(offset, 'script');
    return segment === undefined ? undefined : ((segment.host + offset - segment.script) as HostOffset);
  };
  return {
    segments,
    toHost,
    toScript: (offset) => {
      const segment = find(offset, 'host');
      return segment === undefined || segment.isShort === true ? undefined : ((segment.script + offset - segment.host) as ScriptOffset);
    },
    rangeToHost: ({ start, end }) => {
      const from = toHost(start as ScriptOffset);
      const to = toHost(end as ScriptOffset);
      return from === undefined || to === undefined || to < from ? undefined : { start: from, end: to };
    },
  };
}
