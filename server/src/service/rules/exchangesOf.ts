import type { Organization } from '../plan/planModel.ts';
import type { PlanPath } from '../plan/planPath.ts';

interface StatedExchange {
  readonly path: PlanPath;
  readonly exchange: { readonly version?: string; readonly update?: string; readonly build?: string };
}

/** The organization's own version and those of its servers, as stated. */
export function exchangesOf({ data, path }: Organization): StatedExchange[] {
  return [
    ...(data.exchange === undefined ? [] : [{ path: [...path, 'exchange'], exchange: data.exchange }]),
    ...(data.servers ?? []).flatMap(({ exchange }, index) => (exchange === undefined ? [] : [{ path: [...path, 'servers', index, 'exchange'], exchange }])),
  ];
}
