import type { PlanModel } from '../plan/planModel.ts';
import { withOwnProfiles } from '../plan/ownProfiles.ts';
import { narrowed, planSchema, resolved, schemaAt, type SchemaNode } from '../plan/planSchema.ts';
import type { CompletionEntry } from './completionEntry.ts';
import { newEntries } from './newEntry.ts';
import { placeAt, type Place } from './placeAt.ts';
import { keyText, valueText } from './planText.ts';
import { valuesAt } from './planValues.ts';
import { lineBreakOf } from '../plan/lineBreak.ts';

/** Keys and values of a plan at a cursor; inside broken YAML too. The model gives the values that the plan itself holds. */
export function completePlan(text: string, offset: number, model: PlanModel, root: SchemaNode = planSchema): CompletionEntry[] {
  const place = placeAt(text, offset);
  const schema = place === undefined ? undefined : withOwnProfiles(schemaAt(place.path, root), place.path, model.ownProfiles);
  if (place === undefined || schema === undefined) return [];
  if (place.kind === 'value') return values(place, schema, model);
  const lineBreak = lineBreakOf(text);
  const entries = newEntries(place, schema, model, lineBreak);
  const mapping = narrowed(schema, 'mapping');
  // A key directly inside square brackets would make a mapping of one key; `newEntries` offers it with its braces.
  const keys = mapping.properties === undefined || (place.flow && place.kind === 'item') ? [] : keysOf(mapping, place, text, lineBreak);
  return place.kind === 'key' ? [...entries, ...keys] : [...values(place, narrowed(schema, 'scalar'), model), ...entries, ...keys];
}

/** In schema order, required ones first. */
function keysOf(mapping: SchemaNode, place: Place, text: string, lineBreak: string): CompletionEntry[] {
  if (place.follows === 'text' || place.follows === 'dash') return [];
  const required = new Set(mapping.required ?? []);
  const hasColon = place.follows === 'colon';
  const closing = place.quote !== undefined && place.isClosed && text[place.replace.end] === place.quote ? 1 : 0;
  // A colon is written behind the closing quote, so that this is replaced too.
  const range = hasColon ? place.replace : { start: place.replace.start, end: place.replace.end + closing };
  return Object.entries(mapping.properties ?? {})
    .filter(([key]) => !place.existing.has(key))
    .map(([key, schema], index): CompletionEntry => {
      const name = keyText(key, place, hasColon);
      const needsComma = place.follows === 'entry';
      return {
        label: key,
        kind: 'key',
        detail: required.has(key) ? 'required' : '',
        documentation: resolved(schema).description ?? '',
        range,
        newText: hasColon ? name : `${name}:${place.flow ? (needsComma ? ' $0,' : ' ') : place.follows === 'children' ? '' : opening(resolved(schema), place.column, lineBreak)}`,
        isSnippet: needsComma && !hasColon,
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
  return valuesAt(place.path, schema, model).map(
    (value, index): CompletionEntry => ({
      label: value.text,
      kind: 'value',
      detail: '',
      documentation: value.documentation,
      range: place.replace,
      newText: valueText(value, place),
      isSnippet: false,
      sortText: String(index).padStart(3, '0'),
      deprecated: false,
    }),
  );
}
