import { checkSubjects } from '../checkSubjects.ts';
import type { OffsetRange } from '../finding.ts';
import type { ReadPlan } from '../readPlan.ts';

/** "Run checks" above a domain that can be checked. */
export interface RunChecksLens {
  readonly range: OffsetRange;
  readonly organization: string;
  /** A-label form, as the checks name it. */
  readonly domain: string;
}

/** One for each domain that is checked; a domain that the profile fills in has its place at the organization's key. */
export function runChecksLenses({ document, model }: ReadPlan, toAscii: (name: string) => string): RunChecksLens[] {
  const stated = new Map(model.organizations.flatMap(({ id, acceptedDomains }) => acceptedDomains.map(({ name, path }) => [`${id} ${toAscii(name).toLowerCase()}`, path])));
  return checkSubjects(model, toAscii).flatMap(({ organization, domain }): RunChecksLens[] => {
    const path = stated.get(`${organization} ${domain}`);
    const range = path === undefined ? document.keyRange(['organizations', organization]) : document.valueRange(path);
    return range === undefined ? [] : [{ range, organization, domain }];
  });
}
