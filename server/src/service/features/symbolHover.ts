import type { OffsetRange } from '../finding.ts';
import type { Organization } from '../plan/planModel.ts';
import { showPath } from '../plan/planPath.ts';
import { code } from '../powershell/markdown.ts';
import type { ReadPlan } from '../readPlan.ts';
import { planEntries } from './planEntries.ts';
import type { Hover } from './planHover.ts';
import { occurrencesOf, symbolAt, type Occurrence } from './symbols.ts';

/** More places than these only say that there are many. */
const mostPlaces = 12;

/** What an organization is, where a domain is used. Joined to what else is said of the place. */
export function withSymbol(plan: ReadPlan, offset: number, hover: Hover | undefined): Hover | undefined {
  const symbol = symbolAt(plan, offset);
  const summary = symbol === undefined ? '' : summaryOf(plan, symbol);
  if (symbol === undefined || summary === '') return hover;
  return hover === undefined ? { markdown: summary, range: symbol.range } : { markdown: `${summary}\n\n${hover.markdown}`, range: hover.range };
}

function summaryOf(plan: ReadPlan, symbol: Occurrence): string {
  if (symbol.kind === 'domain') return domainSummary(plan, symbol);
  const organization = symbol.kind === 'organization' ? plan.model.organizations.find(({ id }) => id === symbol.name) : undefined;
  return organization === undefined ? '' : organizationSummary(plan, organization);
}

const hostingWords: Readonly<Record<Organization['hosting'], string>> = { onPremises: 'on premises', online: 'Exchange Online', unknown: '' };

function organizationSummary({ model }: ReadPlan, { id, role, data, hosting, exchangeVersion, knownDomains }: Organization): string {
  const relationships = model.relationships.filter(({ owner, target }) => owner?.id === id || target?.id === id).length;
  const steps = model.steps.filter((step) => step.data.organization === id).length;
  const version = exchangeVersion === undefined ? '' : exchangeVersion === 'Online' ? hostingWords.online : `Exchange ${exchangeVersion} ${data.exchange?.update ?? ''} ${hostingWords[hosting]}`;
  const facts = [
    [data.name === undefined ? '' : code(data.name), role ?? '', version.replaceAll(/\s+/g, ' ').trim()].filter((part) => part !== '').join(', '),
    knownDomains.length === 0 ? '' : `Domains: ${listed(knownDomains)}`,
    `Named by ${counted(relationships, 'relationship')} and ${counted(steps, 'step')}.`,
  ];
  return [`Organization ${code(id)}`, ...facts.filter((fact) => fact !== '').map((fact) => `- ${fact}`)].join('\n');
}

function domainSummary(plan: ReadPlan, symbol: Occurrence): string {
  const { document, model } = plan;
  const owner = model.organizations.find(({ knownDomains }) => knownDomains.includes(symbol.name));
  const isFromProfile = owner !== undefined && !owner.acceptedDomains.some(({ name }) => name === symbol.name);
  const head = `Domain ${code(symbol.text)}${owner === undefined ? ', of no organization of this plan' : ` of ${code(owner.id)}${isFromProfile ? `, by the profile ${code(model.profile.id)}` : ''}`}`;
  const places = occurrencesOf(plan, symbol).filter(({ isDefinition }) => !isDefinition);
  if (places.length === 0) return `${head}\n- Used nowhere else in this plan.`;
  const entries = planEntries(document);
  const shown = [...new Set(places.slice(0, mostPlaces).map(({ range }) => placeName(entries, range)))];
  const more = places.length > mostPlaces ? [`- and ${places.length - mostPlaces} more`] : [];
  return [head, ...shown.map((place) => `- ${code(place)}`), ...more].join('\n');
}

/** The path of the innermost entry around a place. */
function placeName(entries: ReturnType<typeof planEntries>, range: OffsetRange): string {
  const around = entries.findLast(({ value, base }) => value?.range && base + value.range[0] <= range.start && range.end <= base + value.range[1]);
  return around === undefined ? '' : showPath(around.path);
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostPlaces).map(code).join(', ');
  return names.length > mostPlaces ? `${shown} and ${names.length - mostPlaces} more` : shown;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
