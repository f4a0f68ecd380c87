import { regionAt, scriptRegions, type ScriptRegion } from '../embedded/scriptRegions.ts';
import { domainName } from '../plan/domainName.ts';
import type { PlanItem } from '../plan/placedItems.ts';
import type { PlanPath } from '../plan/planPath.ts';
import type { ReadPlan } from '../readPlan.ts';
import { domainPart, domainPlace, knownDomains, recordDomains } from './domainPlaces.ts';
import { itemsAround, planEntries } from './planEntries.ts';
import { scalarText, type WrittenText } from './scalarText.ts';
import { scriptSymbols } from './scriptSymbols.ts';

export type PlanSymbolKind = 'organization' | 'domain' | 'relationship' | 'step';

/** A thing of a plan that has a name and is spoken of elsewhere. */
export interface PlanSymbol {
  readonly kind: PlanSymbolKind;
  /** The name as names are compared. */
  readonly name: string;
  /** Of a relationship: the organization in which it stands. Two organizations may name theirs alike. */
  readonly owner: string;
}

/** A place where a symbol's name is written. */
export interface Occurrence extends PlanSymbol, WrittenText {
  readonly isDefinition: boolean;
  /** Inside the text of a script, whose rules of quoting hold. */
  readonly isInScript: boolean;
}

/** The symbol whose name stands at an offset, in a key, a value or a script. */
export function symbolAt(plan: ReadPlan, offset: number): Occurrence | undefined {
  const { document } = plan;
  const region = regionAt(document, offset);
  const near = region?.language === 'powershell' ? scriptSymbols(plan, region) : structureSymbols(plan, itemsAround(document, offset));
  return near.find(({ range }) => range.start <= offset && offset <= range.end);
}

/** All places where a symbol's name is written, in the order of the text. */
export function occurrencesOf(plan: ReadPlan, symbol: PlanSymbol): Occurrence[] {
  const scripts = symbol.kind === 'domain' || symbol.kind === 'relationship' ? scriptRegions(plan.document).filter((region) => mentions(region, symbol)) : [];
  const domains = knownDomains(plan.model);
  return [...structureSymbols(plan), ...scripts.flatMap((region) => scriptSymbols(plan, region, domains))].filter((each) => isSame(each, symbol)).sort((a, b) => a.range.start - b.range.start);
}

export function isSame(a: PlanSymbol, b: PlanSymbol): boolean {
  return a.kind === b.kind && a.name === b.name && a.owner === b.owner;
}

/** Names as they are compared: Exchange does not tell the cases of relationships apart, nor DNS those of domains. */
export function symbolName(kind: PlanSymbolKind, text: string): string {
  if (kind === 'domain') return domainName(text);
  return kind === 'relationship' ? text.trim().toLowerCase() : text;
}

/** Only a script that holds the name at all is read. */
function mentions({ text, language }: ScriptRegion, { name }: PlanSymbol): boolean {
  if (language !== 'powershell') return false;
  // An internationalized name may be written in its own letters.
  return text.toLowerCase().includes(name) || (name.includes('xn--') && /[\u0080-\uffff]/.test(text));
}

/** The symbols in a plan's keys and values. */
export function structureSymbols({ document, model }: ReadPlan, items?: readonly PlanItem[]): Occurrence[] {
  const domains = knownDomains(model);
  return planEntries(document, items).flatMap((entry): Occurrence[] => {
    const { path, schema } = entry;
    const [top, second, third] = path;
    const domainAt = (place: WrittenText | undefined, isDefinition: boolean, isInScript: boolean, onlyKnown: boolean): Occurrence[] => {
      const name = domainName(place?.text ?? '');
      return place === undefined || (onlyKnown && !domains.has(name)) ? [] : [{ ...place, kind: 'domain', name, owner: '', isDefinition, isInScript }];
    };
    if (top === 'steps' && path.length === 3 && third === 'dnsRecords') return recordDomains(document.text, entry).flatMap((each) => domainAt(each, false, true, false));
    const isKey = top === 'organizations' && path.length === 2;
    const written = scalarText(document.text, isKey ? entry.key : entry.value, entry.base);
    if (written === undefined) return [];
    const domain = domainPlace(path);
    if (domain !== undefined) return domainAt(domainPart(written, domain), domain.isDefinition, false, domain.onlyKnown);
    const own = isKey ? 'organization' : definedBy(path);
    // What other values name something of the plan, the schema says.
    const kind = own ?? referenceKinds[schema?.['x-values'] ?? ''];
    const owner = kind === 'relationship' && typeof second === 'number' ? (model.relationships[second]?.data.owner ?? '') : '';
    return kind === undefined ? [] : [{ ...written, kind, name: symbolName(kind, written.text), owner, isDefinition: own !== undefined, isInScript: false }];
  });
}

function definedBy([top, , key, ...further]: PlanPath): PlanSymbolKind | undefined {
  if (further.length > 0) return undefined;
  return top === 'steps' && key === 'id' ? 'step' : top === 'organizationRelationships' && key === 'name' ? 'relationship' : undefined;
}

const referenceKinds: Readonly<Record<string, PlanSymbolKind>> = { organizations: 'organization', domains: 'domain', steps: 'step' };
