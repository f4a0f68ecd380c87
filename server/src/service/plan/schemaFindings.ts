import { isAlias } from 'yaml';
import type { Finding, QuickFix, Severity } from '../finding.ts';
import { didYouMean } from '../spelling.ts';
import { missingKeysEdit } from './missingKeys.ts';
import { withOwnProfiles, type OwnProfiles } from './ownProfiles.ts';
import type { PlanDocument } from './planDocument.ts';
import { showPath, type PlanPath } from './planPath.ts';
import { narrowed, schemaAt, type SchemaNode } from './planSchema.ts';
import type { SchemaProblem } from './schemaProblem.ts';

/** A problem with its place: in the plan, and in the value that was checked. */
export interface PlacedProblem {
  readonly problem: SchemaProblem;
  readonly path: PlanPath;
  /** What stands there. */
  readonly value: unknown;
}

/** What is to be said of a problem; undefined where something else says it better. `plan` may be the piece alone that holds the place. */
export function schemaFinding({ problem, path, value }: PlacedProblem, plan: PlanDocument, ownProfiles: OwnProfiles): Finding | undefined {
  if (isOtherAlternative(problem, path, value)) return undefined;
  if (problem.keyword === 'enum' && path.length === 1 && path[0] === 'profile' && mayBeOwn(value, ownProfiles)) return undefined;
  return findingOf(problem, path, value, plan, ownProfiles);
}

/** Where a schema has alternatives the validator reports each of them; what is inside the one that fits the kind of value says enough. */
function isOtherAlternative(problem: SchemaProblem, path: PlanPath, value: unknown): boolean {
  const alternatives = schemaAt(path)?.anyOf;
  if (alternatives === undefined) return false;
  if (problem.keyword === 'type') return true;
  const type = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
  return problem.keyword === 'anyOf' && alternatives.some((each) => each.type === type);
}

/** True for the id of a profile that a user has written, or may have. */
function mayBeOwn(id: unknown, { profiles, unread, isComplete }: OwnProfiles): boolean {
  return typeof id === 'string' && (!isComplete || profiles.some((each) => each.id === id) || unread.includes(id));
}

export function valueAt(value: unknown, path: PlanPath): unknown {
  return path.reduce<unknown>((at, part) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[part] : undefined), value);
}

function findingOf(problem: SchemaProblem, path: PlanPath, value: unknown, plan: PlanDocument, ownProfiles: OwnProfiles): Finding | undefined {
  const schema = withOwnProfiles(schemaAt(path), path, ownProfiles);
  const name = path.length === 0 ? 'the plan' : `"${showPath(path)}"`;
  const at = (code: string, message: string, fixes: readonly QuickFix[] = [], severity: Severity = 'error'): Finding => ({
    code,
    severity,
    message,
    range: plan.valueRange(path) ?? { start: 0, end: 0 },
    fixes,
  });
  switch (problem.keyword) {
    case 'additionalProperties':
      return unknownKey(plan, path, value, String(problem.params.additionalProperty));
    case 'required':
      return missingKey(plan, path, value, String(problem.params.missingProperty));
    case 'type':
    case 'anyOf':
      // An alias without its anchor is told by the YAML itself.
      if (value === null && isAlias(plan.written(path)?.node)) return undefined;
      if (value === null) return at('plan/value-missing', `${capital(name)} has no value; expected is ${expectation(schema)}. State it or remove the key.`, [], 'warning');
      return at('plan/wrong-type', `${capital(name)} is ${kindOf(value)}; expected is ${expectation(schema)}.`, [...booleanFix(plan, path, schema, value), ...listFix(plan, path, schema, value)]);
    case 'enum':
      // Nothing more is said of a value whose type is wrong already.
      return typeof value === 'string' ? wrongValue(plan, path, schema, value) : undefined;
    case 'const':
      return typeof value === 'number'
        ? at('plan/unknown-version', `This is version ${value} of the plan format, and this release reads version 1. Use a release that reads it, or write "federationPlan: 1".`)
        : undefined;
    case 'pattern':
      return typeof value === 'string' && schema?.pattern !== undefined ? at('plan/wrong-form', `"${shorten(value)}" does not have the form of ${name}. Expected is ${formOf(schema)}.`) : undefined;
    case 'propertyNames':
      return wrongId(plan, path, String(problem.params.propertyName));
    case 'minItems':
      return at('plan/value-missing', `${capital(name)} is empty; at least one entry is expected.`);
    case 'minProperties':
      return at('plan/value-missing', `${capital(name)} is empty; at least one organization is expected.`);
    default:
      return undefined;
  }
}

export function noMapping(plan: PlanDocument): Finding {
  const empty = plan.text.trim() === '' || plan.value === null;
  return {
    code: 'plan/empty',
    severity: 'error',
    message: empty
      ? 'The plan is empty. It starts with "federationPlan: 1" and has at least one organization under "organizations".'
      : 'The plan is not a mapping of keys and values. It starts with "federationPlan: 1" and has at least one organization under "organizations".',
    range: { start: 0, end: Math.min(plan.text.length, Math.max(plan.text.indexOf('\n'), 1)) },
    fixes: [],
  };
}

function unknownKey(plan: PlanDocument, path: PlanPath, stated: unknown, key: string): Finding {
  const range = plan.keyRange([...path, key]) ?? plan.valueRange(path) ?? { start: 0, end: 0 };
  if (key === '<<') return { code: 'plan/unknown-key', severity: 'error', message: '"<<" would merge keys in YAML 1.1; YAML 1.2, in which plans are written, has no merge. Write the keys out.', range, fixes: [] };
  const known = Object.keys(narrowed(schemaAt(path) ?? {}, 'mapping').properties ?? {});
  const free = known.filter((candidate) => !(candidate in (stated as object)));
  const meant = didYouMean(key, free);
  // Of two keys that are misspelt alike only one can be it.
  const unknown = Object.keys(stated as object).filter((each) => !known.includes(each)).slice(0, 20);
  const isFirst = meant === undefined || unknown.find((each) => didYouMean(each, free) === meant) === key;
  const place = path.length === 0 ? 'a plan' : `"${showPath(path)}"`;
  return {
    code: 'plan/unknown-key',
    severity: 'error',
    message: `"${shorten(key)}" is not a key of ${place}. ${meant === undefined ? `Known keys: ${known.join(', ')}.` : `Did you mean "${meant}"?`}`,
    range,
    fixes: meant === undefined ? [] : [{ title: `Change to "${meant}"`, edits: [{ range, newText: quotedLike(plan.text.slice(range.start, range.end), meant) }], preferred: isFirst }],
  };
}

/** In quotes where the old word was: in JSON's style the colon may follow without a blank. */
function quotedLike(written: string, word: string): string {
  const quote = /^["']/.exec(written)?.[0] ?? '';
  return `${quote}${word}${quote}`;
}

function missingKey(plan: PlanDocument, path: PlanPath, stated: unknown, key: string): Finding | undefined {
  // What a merge was meant to bring is told once, at the merge.
  if ('<<' in (stated as object)) return undefined;
  // On a long mapping the whole value would be underlined: its key says enough, and at the top the first line.
  const range = plan.keyRange(path) ?? firstLineOf(plan, path);
  const place = path.length === 0 ? 'The plan' : `"${showPath(path)}"`;
  const edit = missingKeysEdit(plan, path, [key]);
  return {
    code: 'plan/missing-key',
    severity: 'error',
    message: `${place} does not state "${key}", which is required. Add it.`,
    range,
    fixes: edit === undefined ? [] : [{ title: `Add "${key}"`, edits: [edit], preferred: true }],
  };
}

function wrongValue(plan: PlanDocument, path: PlanPath, schema: SchemaNode | undefined, value: string): Finding | undefined {
  const range = plan.valueRange(path);
  if (range === undefined || schema?.enum === undefined) return undefined;
  const meant = didYouMean(value, schema.enum);
  return {
    code: 'plan/wrong-value',
    severity: 'error',
    message: `"${shorten(value)}" is not a value of "${showPath(path)}". ${meant === undefined ? `Expected is one of: ${schema.enum.join(', ')}.` : `Did you mean "${meant}"?`}`,
    range,
    fixes: meant === undefined ? [] : [{ title: `Change to "${meant}"`, edits: [{ range, newText: meant }], preferred: true }],
  };
}

function wrongId(plan: PlanDocument, path: PlanPath, key: string): Finding {
  return {
    code: 'plan/wrong-form',
    severity: 'error',
    message: `"${shorten(key)}" cannot be an id. Ids have letters, digits, dots, dashes and underscores, and start with a letter or digit.`,
    range: plan.keyRange([...path, key]) ?? { start: 0, end: 0 },
    fixes: [],
  };
}

function firstLineOf(plan: PlanDocument, path: PlanPath): { start: number; end: number } {
  const range = plan.valueRange(path) ?? { start: 0, end: 0 };
  const lineEnd = plan.text.indexOf('\n', range.start);
  return { start: range.start, end: lineEnd < 0 ? range.end : Math.min(range.end, lineEnd) };
}

/** `yes`, `no` and PowerShell's `$true` are text in YAML 1.2. */
function booleanFix(plan: PlanDocument, path: PlanPath, schema: SchemaNode | undefined, value: unknown): QuickFix[] {
  const meant = typeof value === 'string' ? { yes: 'true', on: 'true', $true: 'true', no: 'false', off: 'false', $false: 'false' }[value.toLowerCase()] : undefined;
  const range = plan.valueRange(path);
  if (schema?.type !== 'boolean' || meant === undefined || range === undefined) return [];
  return [{ title: `Change to "${meant}"`, edits: [{ range, newText: meant }], preferred: true }];
}

/** One value, or several with commas or semicolons, where a list of texts is expected. */
function listFix(plan: PlanDocument, path: PlanPath, schema: SchemaNode | undefined, value: unknown): QuickFix[] {
  const item = schemaAt([...path, 0]);
  const range = plan.valueRange(path);
  const takesText = item?.type === 'string' || item?.anyOf?.some(({ type }) => type === 'string') === true;
  if (schema?.type !== 'array' || !takesText || typeof value !== 'string' || range === undefined || isAlias(plan.written(path)?.node) || /[\r\n]/.test(plan.text.slice(range.start, range.end))) return [];
  const entries = value.split(/[,;]/).map((entry) => entry.trim()).filter((entry) => entry !== '');
  return entries.length === 0 ? [] : [{ title: 'Write it as a list', edits: [{ range, newText: `[${entries.map(flowText).join(', ')}]` }], preferred: entries.length === 1 }];
}

function flowText(entry: string): string {
  return /^[A-Za-z0-9][\w.@/-]*$/.test(entry) ? entry : `'${entry.replaceAll("'", "''")}'`;
}

function expectation(schema: SchemaNode | undefined): string {
  if (schema?.anyOf !== undefined) return schema.anyOf.map((branch) => expectation(branch)).join(' or ');
  const words: Readonly<Record<string, string>> = { string: 'a text', boolean: '"true" or "false"', integer: 'a whole number', array: 'a list', object: 'a mapping of keys and values' };
  const keys = schema?.type === 'object' && schema.properties !== undefined ? ` such as ${Object.keys(schema.properties).slice(0, 3).join(', ')}` : '';
  return `${words[schema?.type ?? ''] ?? 'another value'}${keys}`;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return `the text "${shorten(value)}"`;
  return typeof value === 'number' || typeof value === 'boolean' ? `"${value}"` : 'a mapping of keys and values';
}

function formOf(schema: SchemaNode): string {
  return schema.examples?.[0] !== undefined ? `for example "${schema.examples[0]}"` : 'letters, digits, dots, dashes and underscores, with a letter or digit first';
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const shorten = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 57)}…`);
