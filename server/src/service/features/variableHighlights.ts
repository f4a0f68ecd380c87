import type { HostOffset } from '../embedded/offsetMap.ts';
import { regionAt } from '../embedded/scriptRegions.ts';
import { parseScript } from '../powershell/parser/index.ts';
import { scriptVariables } from '../powershell/scriptVariables.ts';
import type { ReadPlan } from '../readPlan.ts';
import type { Highlight } from './references.ts';

/**
 * The places of the variable at an offset in the same script, from a splat (`@parameters`) to its hashtable too. Each script of a plan is
 * run on its own: a variable of `run` is none of `undo`.
 */
export function variableHighlightsAt({ document }: ReadPlan, offset: number): Highlight[] {
  const region = regionAt(document, offset);
  const at = region?.language === 'powershell' ? region.map.toScript(offset as HostOffset) : undefined;
  if (region === undefined || at === undefined) return [];
  const places = scriptVariables(parseScript(region.text).tree);
  // Between two that touch, as in "$a$b", the one that begins here is meant.
  const here = places.findLast(({ start, end }) => start <= at && at <= end);
  return places.flatMap((place): Highlight[] => {
    const range = place.name === here?.name && place.scope === here.scope ? region.map.rangeToHost(place) : undefined;
    return range === undefined ? [] : [{ range, isDefinition: place.isWritten }];
  });
}
