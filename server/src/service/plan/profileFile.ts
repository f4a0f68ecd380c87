import type { Node } from 'yaml';
import { exchangeProduct, readUpdate, sameLevel } from '../exchange/exchangeBuilds.ts';
import type { Finding, OffsetRange, QuickFix } from '../finding.ts';
import { didYouMean } from '../spelling.ts';
import validateProfile from './generated/validateProfile.js';
import { placeOf } from './nodePlace.ts';
import { parseItem } from './parsedItem.ts';
import { pathOfPointer, showPath, type PlanPath } from './planPath.ts';
import { narrowed, profileSchema, schemaAt } from './planSchema.ts';
import { readValue } from './planValue.ts';
import { profileFrom, type Profile } from './profiles.ts';
import { shorten, valueAt } from './schemaFindings.ts';
import type { SchemaProblem } from './schemaProblem.ts';
import { mergeMarker, notYaml, unknownAlias } from './syntaxProblems.ts';

/** No profile is near this size (characters). */
export const largestProfile = 100_000;

/** What a profile file (`*.fedprofile.yaml`) says. */
export interface ReadProfile {
  /** Undefined where the text is none; the findings tell why. */
  readonly profile: Profile | undefined;
  /** The id that is stated, even where the rest is no profile, and where it stands. */
  readonly id: { readonly text: string; readonly range: OffsetRange } | undefined;
  readonly findings: readonly Finding[];
}

/** Reads a profile that a user has written. Never throws for any text. */
export function readProfile(text: string): ReadProfile {
  const refused = (code: string, message: string, { range } = notYaml(code, text, message)): ReadProfile => ({ profile: undefined, id: undefined, findings: [{ code, severity: 'error', message, range, fixes: [] }] });
  if (text.length > largestProfile) return refused('profile/too-large', `The profile has ${text.length} characters; profiles up to ${largestProfile} are read.`);
  const marker = mergeMarker(text);
  if (marker !== undefined) return refused(marker.code, 'The profile holds the markers of an unfinished merge. Resolve the conflict; until then only this is reported.', marker);
  const { tree, targets, problems, unresolved } = parseItem(text);
  if (tree === undefined) return refused('profile/wrong-form', 'The profile is nested too deeply to be read. A profile needs about four levels.');
  // As in plans: where the schema wants text, it is the text as it is written, so that 2016 needs no quotes.
  const data = readValue(tree.contents, targets, profileSchema);
  const id = idOf(tree.contents, data);
  const broken = [...problems, ...unresolved.map(({ name, ...range }) => unknownAlias(name, range))];
  if (broken.length > 0) return { profile: undefined, id, findings: broken.map((problem): Finding => ({ ...problem, severity: 'error', fixes: [] })) };
  const profile = profileFrom(data);
  const errors = profile === undefined ? (validateProfile.errors ?? []) : [];
  const findings = [...errors.map((error) => formFinding(text, tree.contents, data, error)), ...(profile === undefined ? [] : [...wantFindings(profile, tree.contents), ...leastFindings(profile, tree.contents)])];
  return { profile: findings.length > 0 ? undefined : profile, id, findings };
}

function idOf(root: Node | null, data: unknown): ReadProfile['id'] {
  const text = typeof data === 'object' && data !== null ? (data as { readonly id?: unknown }).id : undefined;
  const range = placeOf(root, ['id']).value;
  return typeof text === 'string' && range !== undefined ? { text, range } : undefined;
}

function formFinding(text: string, root: Node | null, data: unknown, { keyword, instancePath, params }: SchemaProblem): Finding {
  const path = pathOfPointer(instancePath, (at) => Array.isArray(at.reduce<unknown>((value, part) => (value as Record<string | number, unknown>)[part], data)));
  const name = path.length === 0 ? 'The profile' : `"${showPath(path)}"`;
  const { key, value = { start: 0, end: firstLine(text) } } = placeOf(root, path);
  const finding = (code: string, message: string, range: OffsetRange, fixes: readonly QuickFix[] = []): Finding => ({ code: `profile/${code}`, severity: 'error', message, range, fixes });
  const stated = valueAt(data, path);
  const written = typeof stated === 'string' ? shorten(stated) : '';
  switch (keyword) {
    case 'additionalProperties': {
      const unknown = String(params.additionalProperty);
      const range = placeOf(root, [...path, unknown]).key ?? value;
      const known = Object.keys(narrowed(schemaAt(path, profileSchema) ?? {}, 'mapping').properties ?? {});
      const meant = didYouMean(unknown, known);
      return finding('unknown-key', `${name} has no key "${unknown.slice(0, 60)}". ${meant === undefined ? `Known keys: ${known.join(', ')}.` : `Did you mean "${meant}"?`}`, range, change(range, meant));
    }
    case 'required':
      return finding('missing-key', `${name} does not state "${String(params.missingProperty)}", which is required. Add it.`, key ?? { start: value.start, end: Math.min(value.end, value.start + firstLine(text.slice(value.start))) });
    case 'enum': {
      const allowed = params.allowedValues as readonly string[];
      const meant = didYouMean(text.slice(value.start, value.end), allowed);
      const expected = meant === undefined ? `Expected is one of: ${allowed.join(', ')}.` : `Did you mean "${meant}"?`;
      return finding('wrong-value', `"${written}" is not a value of ${name}. ${expected}`, value, change(value, meant));
    }
    case 'pattern':
      return finding('wrong-form', `"${written}" cannot be an id. Ids have letters, digits, dots, dashes and underscores, and start with a letter or digit.`, value);
    default:
      if (path.length === 0 && data === null) return finding('wrong-type', 'The profile is empty. Expected are at least "id" and "title".', value);
      return finding('wrong-type', `${name} is not ${types[String(params.type)] ?? 'of its type'}, which is expected.`, value);
  }
}

const types: Readonly<Record<string, string>> = { string: 'a text', boolean: '"true" or "false"', array: 'a list', object: 'a mapping of keys and values' };

/** A path that plans do not have would be missed in every plan. */
function wantFindings({ wants }: Profile, root: Node | null): Finding[] {
  const look = (list: 'plan' | 'partner', above: PlanPath): Finding[] =>
    wants[list].flatMap((want, index): Finding[] => {
      const range = placeOf(root, ['wants', list, index]).value;
      if (range === undefined || schemaAt([...above, ...want.split('.')]) !== undefined) return [];
      return [{ code: 'profile/wrong-value', severity: 'error', message: `"${want.slice(0, 60)}" is not a key of ${list === 'plan' ? 'a plan' : 'an organization'}. Expected is a path such as "${list === 'plan' ? 'agreement.reference' : 'federationTrust.name'}".`, range, fixes: [] }];
    });
  return [...look('plan', []), ...look('partner', ['organizations', 'any'])];
}

/** Against an update that nobody has nothing could be compared. Of a version that still gets updates the next one may be out. */
function leastFindings({ leastExchange }: Profile, root: Node | null): Finding[] {
  const product = exchangeProduct(leastExchange?.version);
  const { level } = readUpdate(leastExchange?.update ?? '');
  const range = placeOf(root, ['leastExchange', 'update']).value;
  if (leastExchange === undefined || product === undefined || range === undefined) return [];
  if (level !== undefined && (!product.outOfSupport || product.builds.some((each) => sameLevel(product, each.level, level)))) return [];
  return [{ code: 'profile/wrong-value', severity: 'error', message: `"${shorten(leastExchange.update)}" is no service pack or cumulative update of ${product.name} that is listed. Expected is one such as "${product.builds.at(-1)?.level ?? ''}".`, range, fixes: [] }];
}

function change(range: OffsetRange, meant: string | undefined): QuickFix[] {
  return meant === undefined ? [] : [{ title: `Change to "${meant}"`, edits: [{ range, newText: meant }], preferred: true }];
}

const firstLine = (text: string): number => (text.includes('\n') ? text.indexOf('\n') : text.length);
