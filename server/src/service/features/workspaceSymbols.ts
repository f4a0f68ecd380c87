import type { ReadPlan } from '../readPlan.ts';
import { outline, type OutlineItem } from './outline.ts';

/** The symbols of a plan whose name or detail has the letters of a query in their order; the empty query is any. */
export function matchingSymbols(plan: ReadPlan, query: string): OutlineItem[] {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const flat = (items: readonly OutlineItem[]): OutlineItem[] => items.flatMap((item) => [item, ...flat(item.children)]);
  return flat(outline(plan)).filter(({ kind, name, detail }) => kind !== 'group' && hasInOrder(`${name} ${detail}`.toLowerCase(), wanted));
}

function hasInOrder(text: string, wanted: string): boolean {
  let at = 0;
  for (const character of wanted) {
    at = text.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
