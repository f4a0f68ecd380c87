import type { PlanModel } from '../plan/planModel.ts';
import { narrowed, resolved, schemaAt, type SchemaNode } from '../plan/planSchema.ts';
import type { CompletionEntry } from './completionEntry.ts';
import { placeAt, type Place } from './placeAt.ts';

/** Keys and values of a plan at a cursor; inside broken YAML too. The model gives the values that the plan itself holds. */
export function completePlan(text: string, offset: number, model: PlanModel): CompletionEntry[] {
  const place = placeAt(text, offset);
  const schema = place === undefined ? undefined : schemaAt(place.path);
  if (place === undefined || schema === undefined) return [];
  if (place.kind === 'value') return values(place, schema, model);
  const mapping = narrowed(schema, 'mapping');
  const keys = mapping.properties === undefined ? [] : keysOf(mapping, place, text);
  return place.kind === 'key' ? keys : [...values(place, narrowed(schema, 'scalar'), model), ...keys];
}

/** In schema order, required ones first. */
function keysOf(mapping: SchemaNode, place: Place, text: string): CompletionEntry[] {
  const required = new Set(mapping.required ?? []);
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  // What follows a key that is there already (`:`) is not written twice.
  const hasColon = /^\s*:/.test(text.slice(place.replace.end, place.replace.end + 20));
  return Object.entries(mapping.properties ?? {})
    .filter(([key]) => !place.existing.has(key))
    .map(([key, schema], index): CompletionEntry => {
      const whole = resolved(schema);
      return {
        label: key,
        kind: 'key',
        detail: required.has(key) ? 'required' : '',
        documentation: whole.description ?? '',
        range: place.replace,
        newText: hasColon ? key : `${key}:${place.flow ? ' ' : opening(whole, place.column, lineBreak)}`,
        isSnippet: false,
        sortText: `${required.has(key) ? '0' : '1'}${String(index).padStart(3, '0')}`,
        deprecated: false,
      };
    });
}

/** What stands behind a new key: a blank, a block's header, or the next line at its indentation. */
function opening(schema: SchemaNode, column: number, lineBreak: string): string {
  const inner = `${lineBreak}${' '.repeat(column + 2)}`;
  if (schema['x-language'] !== undefined) return ` |${inner}`;
  if (schema.anyOf !== undefined) return ' ';
  if (schema.type === 'array') return `${inner}- `;
  return schema.type === 'object' ? inner : ' ';
}

function values(place: Place, schema: SchemaNode, model: PlanModel): CompletionEntry[] {
  const entry = (label: string, documentation: string, index: number): CompletionEntry => ({
    label,
    kind: 'value',
    detail: '',
    documentation,
    range: place.replace,
    newText: quoted(label),
    isSnippet: false,
    sortText: String(index).padStart(3, '0'),
    deprecated: false,
  });
  if (schema.enum !== undefined) return schema.enum.map((value, index) => entry(value, schema['x-enumDescriptions']?.[index] ?? '', index));
  if (schema.type === 'boolean') return ['true', 'false'].map((value, index) => entry(value, '', index));
  if (typeof schema.const === 'number') return [entry(String(schema.const), schema.description ?? '', 0)];
  if (schema['x-values'] === 'organizations') return model.organizations.map(({ id, data }, index) => entry(id, data.name ?? '', index));
  if (schema['x-values'] === 'domains') return domains(place, model).map(([name, of], index) => entry(name, `Domain of "${of}"`, index));
  const shown = [...(typeof schema.default === 'string' ? [schema.default] : []), ...(schema.examples ?? [])];
  return shown.map((value, index) => entry(value, schema.description ?? '', index));
}

/** The target's domains first; those of the owner are no domains to share with. */
function domains(place: Place, model: PlanModel): [name: string, organization: string][] {
  const relationship = model.relationships.find(({ path }) => path[0] === place.path[0]);
  const others = model.organizations.filter(({ id }) => model.organizations.length < 2 || relationship === undefined || model.relationships.length > 1 || id !== relationship.owner?.id);
  return others.flatMap(({ id, knownDomains }) => knownDomains.map((name): [string, string] => [name, id]));
}

/** Quotes where YAML would read something else than this text. */
function quoted(value: string): string {
  return /^[\s*&!|>'"%@`#{}[\],?-]|: |\s#|^<|\\/.test(value) ? `'${value.replaceAll("'", "''")}'` : value;
}
