import type { PlanPath } from '../plan/planPath.ts';
import { blockPlaceAt } from './blockPlace.ts';
import { flowPlaceAt } from './flowPlace.ts';
import { lineAt } from './surroundingLines.ts';
import type { WrittenScalar } from './writtenScalar.ts';

/** Where in a plan's structure the cursor stands, as far as completion needs to know. */
export interface Place extends WrittenScalar {
  /** The mapping whose key, or the entry whose value, is being written. */
  readonly path: PlanPath;
  /** `item`: where a value of a list or the first key of its mapping may follow. */
  readonly kind: 'key' | 'value' | 'item';
  /** Keys that the mapping has already, without the one at the cursor. */
  readonly existing: ReadonlySet<string>;
  /** What follows what is replaced, and its closing quote. */
  readonly follows: Follows;
  /** A blank where the text before needs one: directly behind a colon, dash or comma. */
  readonly lead: '' | ' ';
  /** Column at which the key stands; entries below it are indented from here. */
  readonly column: number;
  /** True inside brackets and braces, where an entry stays on its line. */
  readonly flow: boolean;
  /** True where keys around are in double quotes, as in JSON. */
  readonly quotesKeys: boolean;
}

/**
 * - `nothing`: the line ends, or the brackets do.
 * - `colon`: the key at the cursor has its colon already.
 * - `children`: lines below are indented more deeply and would be the new key's.
 * - `dash`: a list item below, at the very column of the cursor.
 * - `entry`: in braces or brackets, another entry without a comma between.
 * - `text`: anything else; no key can be written before it.
 */
export type Follows = 'nothing' | 'colon' | 'children' | 'dash' | 'entry' | 'text';

/**
 * Finds the cursor's place by lines and indentation, not by the parsed tree: while a plan is being written its YAML is broken
 * just where the cursor stands. Undefined inside comments and block scalars.
 */
export function placeAt(text: string, offset: number): Place | undefined {
  // To editors a lone carriage return ends a line, to YAML it does not.
  const { start, end } = lineAt(text, offset);
  if (offset > end || text.slice(start, end).includes('\r')) return undefined;
  const flow = flowPlaceAt(text, offset);
  return flow === 'outside' ? blockPlaceAt(text, offset) : flow;
}
