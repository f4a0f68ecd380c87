import type { OffsetRange } from '../finding.ts';
import type { PlanPath } from '../plan/planPath.ts';
import { blockPlaceAt } from './blockPlace.ts';
import { flowPlaceAt } from './flowPlace.ts';

/** Where in a plan's structure the cursor stands, as far as completion needs to know. Indices of sequences are all 0: the schema does not count. */
export interface Place {
  /** The mapping whose key, or the entry whose value, is being written. */
  readonly path: PlanPath;
  /** `item`: behind a dash, where a value of a list or the first key of its mapping may follow. */
  readonly kind: 'key' | 'value' | 'item';
  /** Keys that the mapping has already. */
  readonly existing: ReadonlySet<string>;
  /** What a completion replaces. */
  readonly replace: OffsetRange;
  /** Column at which the key stands; entries below it are indented from here. */
  readonly column: number;
  /** True inside brackets and braces, where an entry stays on its line. */
  readonly flow: boolean;
}

/**
 * Finds the cursor's place by lines and indentation, not by the parsed tree: while a plan is being written its YAML is broken
 * just where the cursor stands. Undefined inside comments and block scalars.
 */
export function placeAt(text: string, offset: number): Place | undefined {
  return flowPlaceAt(text, offset) ?? blockPlaceAt(text, offset);
}
