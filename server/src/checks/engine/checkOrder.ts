import type { CheckId } from '../../protocol/checks.ts';
import type { Check } from './check.ts';

/**
 * The checks to run for `only`: those, what they need, and what they consider; in the order of the catalogue. All where `only` is
 * absent. Throws when checks wait for one another in a circle or name one that is not there: that is a fault in the catalogue.
 */
export function checksToRun(catalogue: readonly Check[], only?: readonly CheckId[]): readonly Check[] {
  const byId = new Map(catalogue.map((check) => [check.id, check]));
  const wanted = new Set<CheckId>();
  const visit = (id: CheckId, path: readonly CheckId[]): void => {
    if (path.includes(id)) throw new Error(`checks wait for one another in a circle: ${[...path, id].join(' → ')}`);
    const check = byId.get(id);
    if (check === undefined) throw new Error(`no check "${id}" in the catalogue${path.length > 0 ? `, but "${path.at(-1) ?? ''}" names it` : ''}`);
    for (const other of [...check.needs, ...check.considers]) visit(other, [...path, id]);
    wanted.add(id);
  };
  for (const check of catalogue) if (only === undefined || only.includes(check.id)) visit(check.id, []);
  return catalogue.filter((check) => wanted.has(check.id));
}
