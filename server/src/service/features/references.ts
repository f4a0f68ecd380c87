import type { OffsetRange } from '../finding.ts';
import type { ReadPlan } from '../readPlan.ts';
import { occurrencesOf, symbolAt } from './symbols.ts';
import { variableHighlightsAt } from './variableHighlights.ts';

export interface Highlight {
  readonly range: OffsetRange;
  readonly isDefinition: boolean;
}

/** Where the symbol at an offset is defined: the id's key, the accepted domain, the relationship's or step's name, a variable's assignments. */
export function definitionsAt(plan: ReadPlan, offset: number): OffsetRange[] {
  return highlightsAt(plan, offset).flatMap(({ range, isDefinition }) => (isDefinition ? [range] : []));
}

/** Where the symbol at an offset is used, scripts included. */
export function referencesAt(plan: ReadPlan, offset: number, withDefinition: boolean): OffsetRange[] {
  return highlightsAt(plan, offset).flatMap(({ range, isDefinition }) => (isDefinition && !withDefinition ? [] : [range]));
}

/** All places of the symbol or script variable at an offset; none where there is neither. */
export function highlightsAt(plan: ReadPlan, offset: number): Highlight[] {
  const symbol = symbolAt(plan, offset);
  return symbol === undefined ? variableHighlightsAt(plan, offset) : occurrencesOf(plan, symbol).map(({ range, isDefinition }) => ({ range, isDefinition }));
}
