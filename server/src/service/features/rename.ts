import type { OffsetRange, TextEdit } from '../finding.ts';
import { isDomainName } from '../plan/domainName.ts';
import { parsePlan } from '../plan/planDocument.ts';
import { planModel } from '../plan/planModel.ts';
import { planSchema, schemaAt } from '../plan/planSchema.ts';
import { checkSchema } from '../plan/schemaCheck.ts';
import type { ReadPlan } from '../readPlan.ts';
import { applyEdits } from './applyEdits.ts';
import { isSame, occurrencesOf, symbolAt, symbolName, type Occurrence, type PlanSymbol } from './symbols.ts';
import { writeWord, writeYamlText } from './writeText.ts';

/** What cannot be done, in a sentence for the user. */
export interface Refusal {
  readonly refused: string;
}

/** What the editor marks when a rename begins. */
export interface RenameStart {
  readonly range: OffsetRange;
  readonly text: string;
}

const words: Readonly<Record<PlanSymbol['kind'], string>> = { organization: 'organization', domain: 'domain', relationship: 'organization relationship', step: 'step' };

/** Exchange's own limit of a relationship's name. */
const longestRelationshipName = 64;

/** Undefined where no name stands. */
export function renameStart(plan: ReadPlan, offset: number): RenameStart | Refusal | undefined {
  const symbol = symbolAt(plan, offset);
  if (symbol === undefined) return undefined;
  return fixedName(plan, symbol) ?? { range: symbol.range, text: symbol.text };
}

/**
 * The edits that give the symbol at an offset another name wherever it is written, scripts included. They are tried first: a
 * plan that would not read as before, with the new name in all those places, is refused.
 *
 * @param toAscii A-label form of a domain, or the empty string
 */
export function rename(plan: ReadPlan, offset: number, newName: string, toAscii: (name: string) => string): readonly TextEdit[] | Refusal {
  const symbol = symbolAt(plan, offset);
  if (symbol === undefined) return { refused: 'No organization, domain, relationship or step is named here. Place the cursor on such a name.' };
  const name = newName.trim();
  const renamed: PlanSymbol = { kind: symbol.kind, owner: symbol.owner, name: symbolName(symbol.kind, name) };
  const places = occurrencesOf(plan, symbol);
  const refusal = fixedName(plan, symbol) ?? wrongName(symbol.kind, name, toAscii) ?? (isSame(renamed, symbol) ? undefined : collision(plan, renamed, name));
  if (refusal !== undefined) return refusal;
  const before = isSame(renamed, symbol) ? 0 : occurrencesOf(plan, renamed).length;
  const edits = places.map((place) => editOf(place, name));
  const document = parsePlan(applyEdits(plan.document.text, edits), plan.document);
  const after = { document, model: planModel(document, checkSchema(document).unfit), findings: [], firstFindings: [], isSettled: true };
  const kept = occurrencesOf(after, renamed).length === before + places.length && after.document.problems.length <= plan.document.problems.length;
  return kept ? edits : { refused: `"${name}" cannot be written in each of the ${places.length} places of "${symbol.text}" without changing what is read there. Choose a name without quotes and special characters.` };
}

function editOf(place: Occurrence, name: string): TextEdit {
  // Ids and domains need no quotes anywhere.
  if (place.kind !== 'relationship') return { range: place.range, newText: name };
  return { range: place.whole, newText: place.isInScript ? writeWord(name, place.quote) : writeYamlText(name, place.quote) };
}

/** The service's own domain is not the plan's to name. */
function fixedName({ model }: ReadPlan, { kind, name }: PlanSymbol): Refusal | undefined {
  if (kind !== 'domain' || !(model.profile.service?.domains ?? []).includes(name)) return undefined;
  return { refused: `"${name}" is the service's domain in the profile "${model.profile.id}", so it cannot be renamed. Change the profile, or this one value by typing.` };
}

function wrongName(kind: PlanSymbol['kind'], name: string, toAscii: (name: string) => string): Refusal | undefined {
  if (name === '') return { refused: `The new name is empty. Enter a name for the ${words[kind]}.` };
  if (kind === 'domain') return isDomainName(toAscii(name.replace(/\.$/, '')).toLowerCase()) && !/[/:@?#\\\s]/.test(name) ? undefined : { refused: `"${name}" is not a domain name. Enter at least two labels of letters, digits and dashes, such as "ours.example".` };
  if (kind === 'relationship') {
    if (/\p{Cc}/u.test(name)) return { refused: 'The new name holds a control character. Enter a name on one line.' };
    return name.length <= longestRelationshipName ? undefined : { refused: `The new name has ${name.length} characters, and Exchange takes ${longestRelationshipName}. Enter a shorter one.` };
  }
  const pattern = kind === 'organization' ? planSchema.properties?.organizations?.propertyNames?.pattern : schemaAt(['steps', 0, 'id'])?.pattern;
  if (pattern === undefined || new RegExp(pattern).test(name)) return undefined;
  return { refused: `"${name}" cannot be an id. Ids have letters, digits, dots, dashes and underscores, and start with a letter or digit.` };
}

function collision(plan: ReadPlan, renamed: PlanSymbol, name: string): Refusal | undefined {
  const taken = occurrencesOf(plan, renamed).find(({ isDefinition }) => isDefinition);
  return taken === undefined ? undefined : { refused: `"${name}" is already the name of another ${words[renamed.kind]} of this plan. Choose another name.` };
}
