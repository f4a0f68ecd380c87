import type { OffsetRange } from '../finding.ts';
import type { ReadPlan } from '../readPlan.ts';
import { occurrencesOf, symbolAt } from './symbols.ts';

/**
 * The places that change together while an id is typed where it is defined: an organization's key, a step's id, and what refers to them. At
 * a reference nothing is linked, since there another id may be meant; domains and relationships stand in scripts too, where only a
 * rename knows the quoting.
 */
export function linkedRanges(plan: ReadPlan, offset: number): OffsetRange[] {
  const symbol = symbolAt(plan, offset);
  if (symbol?.isDefinition !== true || (symbol.kind !== 'organization' && symbol.kind !== 'step')) return [];
  const places = occurrencesOf(plan, symbol);
  const written = ({ range }: { readonly range: OffsetRange }): string => plan.document.text.slice(range.start, range.end);
  // The editor types the same into all of them, so that all must be the same now.
  const isLinkable = places.length > 1 && places.every((place) => !place.isInScript && written(place) === symbol.text);
  return isLinkable ? places.map(({ range }) => range) : [];
}
