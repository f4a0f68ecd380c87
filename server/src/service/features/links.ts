import { isScalar } from 'yaml';
import type { OffsetRange } from '../finding.ts';
import type { ReadPlan } from '../readPlan.ts';
import { planEntries } from './planEntries.ts';

export interface PlanLink {
  readonly range: OffsetRange;
  readonly target: string;
}

/** Signs that end a sentence or a bracket around the URL rather than the URL. */
const trailing = '.,;:!?)]}\'"';

/** URLs in values. A proxy is no page to be opened, and in a script only what is written out as https is one. */
export function planLinks({ document }: ReadPlan): PlanLink[] {
  const { text } = document;
  return planEntries(document).flatMap(({ path, schema, value, base }): PlanLink[] => {
    if (!isScalar(value) || !value.range || path.includes('proxy')) return [];
    const start = base + value.range[0];
    const source = text.slice(start, base + value.range[1]);
    if (!source.includes('://')) return [];
    const scheme = schema?.['x-language'] === undefined ? /\bhttps?:\/\/[^\s<>"'`|\\]+/g : /\bhttps:\/\/[^\s<>"'`|\\;$]+/g;
    return [...source.matchAll(scheme)].flatMap((match): PlanLink[] => {
      const target = withoutTrailing(match[0]);
      const hasHost = /^https?:\/\/[\p{L}\p{N}[]/u.test(target);
      return hasHost ? [{ range: { start: start + match.index, end: start + match.index + target.length }, target }] : [];
    });
  });
}

function withoutTrailing(url: string): string {
  let end = url.length;
  while (end > 0 && trailing.includes(url.charAt(end - 1))) end--;
  return url.slice(0, end);
}
