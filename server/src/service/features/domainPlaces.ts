import type { OffsetRange } from '../finding.ts';
import type { PlanModel } from '../plan/planModel.ts';
import type { PlanPath } from '../plan/planPath.ts';
import type { PlanEntry } from './planEntries.ts';
import type { WrittenText } from './scalarText.ts';

/** Where a value, or a part of it, is a domain. What other values hold domains, the schema says (`x-values`). */
export interface DomainPlace {
  readonly isDefinition: boolean;
  /** What stands before the domain; behind it stands nothing, slashes, the end of an address, or what a colon begins. */
  readonly before: RegExp;
  /** The value may be something else as well: only a domain that the plan knows is one here. */
  readonly onlyKnown: boolean;
}

const nothing = /^/;
const whole: DomainPlace = { isDefinition: false, before: nothing, onlyKnown: false };
const definition: DomainPlace = { ...whole, isDefinition: true };
/** Exchange puts a prefix before the domain of a namespace, and some versions write it as a URL. */
const namespace: DomainPlace = { ...whole, before: /^(?:http:\/\/)?(?:FYDIBOHF25SPDLT\.)?/i };
const uri: DomainPlace = { ...namespace, onlyKnown: true };
const sharing: DomainPlace = { ...whole, onlyKnown: true };
const address: DomainPlace = { ...sharing, before: /^[^@]*@/ };

export function domainPlace(path: PlanPath): DomainPlace | undefined {
  const [top, , third, fourth] = path;
  const last = path.at(-1);
  if (last === 'email' || last === 'organizationContact' || (top === 'checks' && path[1] === 'testUsers' && path.length === 3)) return address;
  if (top === 'organizationRelationships') return path.length === 3 && last === 'targetApplicationUri' ? uri : undefined;
  if (top !== 'organizations') return undefined;
  if (third === 'acceptedDomains') return path.length === 4 || (path.length === 5 && last === 'name') ? definition : undefined;
  if (third === 'federatedOrganizationIdentifier') return path.length === 5 && fourth === 'domains' ? whole : last === 'accountNamespace' ? namespace : undefined;
  if (third === 'federationTrust') return last === 'applicationUri' ? uri : undefined;
  return third === 'sharingPolicies' && path.length === 6 && path[4] === 'domains' ? sharing : undefined;
}

/** The part of a written value that is the domain; undefined where there is none. */
export function domainPart(written: WrittenText, { before }: DomainPlace): WrittenText | undefined {
  const from = before.exec(written.text)?.[0].length ?? 0;
  const text = /^[^/:\s>]*/.exec(written.text.slice(from))?.[0] ?? '';
  const range = { start: written.range.start + from, end: written.range.start + from + text.length };
  return text === '' || range.end > written.range.end ? undefined : { ...written, text, range };
}

/** In the records for the DNS zone a line begins with its domain. Their text is not looked into further. */
export function recordDomains(text: string, { value, base }: PlanEntry): WrittenText[] {
  if (!value?.range) return [];
  const start = base + value.range[0];
  const source = text.slice(start, base + value.range[1]);
  return [...source.matchAll(/^([ \t]*)([^\s.#]+(?:\.[^\s.#]+)+)\.?[ \t]+(?:\S+[ \t]+)?TXT\b/gim)].map(({ index, 1: indent = '', 2: domain = '' }): WrittenText => {
    const range: OffsetRange = { start: start + index + indent.length, end: start + index + indent.length + domain.length };
    return { text: domain, range, whole: range, quote: 'plain' };
  });
}

/** The domains that a plan or its profile states, as names are compared. */
export function knownDomains({ organizations, relationships }: PlanModel): ReadonlySet<string> {
  const listed = [...organizations.map(({ federatedDomains }) => federatedDomains ?? []), ...relationships.map(({ domainNames }) => domainNames)].flat();
  return new Set([...organizations.flatMap((organization) => organization.knownDomains), ...listed.map(({ name }) => name)]);
}
