import type { PlanModel } from '../plan/planModel.ts';
import { narrowed, resolved, type SchemaNode } from '../plan/planSchema.ts';
import type { CompletionEntry } from './completionEntry.ts';
import type { Place } from './placeAt.ts';
import { scalarText } from './planText.ts';
import { valuesAt } from './planValues.ts';

/** Keys without which a new entry says nothing, though the schema does not require them. */
const usual: Readonly<Record<string, readonly string[]>> = { Step: ['run'], Organization: ['role', 'acceptedDomains'] };

/** More values than these are no help to choose from. */
const mostChoices = 30;

/** A whole new list item or mapping with its required keys as tab stops, where one can begin. */
export function newEntries(place: Place, schema: SchemaNode, model: PlanModel, lineBreak: string): CompletionEntry[] {
  if (place.quote !== undefined || (place.follows !== 'nothing' && place.follows !== 'dash' && place.follows !== 'entry')) return [];
  const items = narrowed(schema, 'sequence').items;
  const mapping = narrowed(schema, 'mapping');
  const named = typeof mapping.additionalProperties === 'object' ? resolved(mapping.additionalProperties) : undefined;
  // Where the dash is still missing it comes along; below a list's last item that is how the next one begins.
  if (place.kind === 'key' && items !== undefined) return place.flow ? [] : entryOf(narrowed(items, 'mapping'), place, { before: '- ', indent: 2 }, model, lineBreak);
  if (place.follows === 'dash') return [];
  if (place.kind === 'key' && named !== undefined) return place.flow ? [] : entryOf(named, place, { before: '', indent: 2, named: true }, model, lineBreak);
  if (place.kind === 'item' || place.existing.size === 0) return place.flow && place.kind === 'key' ? [] : entryOf(mapping, place, { before: '', indent: 0 }, model, lineBreak);
  return [];
}

interface Shape {
  readonly before: string;
  /** Further indentation of the keys. */
  readonly indent: number;
  /** An entry of a mapping whose key is the user's own. */
  readonly named?: boolean;
}

function entryOf(mapping: SchemaNode, place: Place, shape: Shape, model: PlanModel, lineBreak: string): CompletionEntry[] {
  const properties = mapping.properties ?? {};
  const keys = Object.keys(properties).filter((key) => !place.existing.has(key) && (mapping.required?.includes(key) === true || usual[mapping.title ?? '']?.includes(key) === true));
  // One key alone is offered as itself.
  if (keys.length < 2 && shape.named !== true) return [];
  let stops = 0;
  const next = (): number => (stops += 1);
  const name = shape.named === true ? `\${${next()}:id}:` : '';
  const indent = ' '.repeat(place.column + shape.indent);
  const lines = keys.map((key) => {
    const schema = resolved(properties[key] ?? {});
    return `${place.quotesKeys ? `"${key}"` : key}:${content(schema, [...place.path, key], place, indent, model, next, lineBreak)}`;
  });
  const body = place.flow ? `{ ${lines.join(', ')} }${place.follows === 'entry' ? ',' : ''}` : lines.join(lineBreak + indent);
  const label = `new ${(mapping.title ?? 'entry').replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()}`;
  return [
    {
      label,
      kind: 'entry',
      detail: [...(shape.named === true ? ['id'] : []), ...keys].join(', '),
      documentation: mapping.description ?? '',
      range: place.replace,
      newText: place.lead + shape.before + name + (shape.named === true ? lineBreak + indent : '') + body,
      isSnippet: true,
      // Before the keys, required ones among them.
      sortText: '0',
      deprecated: false,
    },
  ];
}

/** What stands behind the colon of a key: its value as a tab stop, or the lines below. */
function content(schema: SchemaNode, path: Place['path'], place: Place, indent: string, model: PlanModel, next: () => number, lineBreak: string): string {
  if (typeof schema.additionalProperties === 'object') return `${lineBreak}${indent}  \${${next()}:id}:${lineBreak}${indent}    $0`;
  if (schema['x-language'] !== undefined && !place.flow) return ` |${lineBreak}${indent}  $${next()}`;
  if (schema.items !== undefined) return ` [${tabStop(narrowed(schema.items, 'scalar'), [...path, 0], model, next)}]`;
  return ` ${tabStop(schema, path, model, next)}`;
}

/** A choice where the values are known, else a word for what belongs there. */
function tabStop(schema: SchemaNode, path: Place['path'], model: PlanModel, next: () => number): string {
  const word = String(path.findLast((part) => typeof part === 'string'));
  const values = valuesAt(path, schema, model).map(({ text }) => scalarText(text, true));
  const only = values[0];
  if (typeof schema.const === 'number' && only !== undefined) return only;
  const isOpen = schema.enum === undefined && schema['x-values'] === undefined && schema.type !== 'boolean';
  if (values.length > 1 && values.length <= mostChoices && !isOpen) return `\${${next()}|${values.map((value) => value.replaceAll(/[\\,|]/g, '\\$&')).join(',')}|}`;
  return `\${${next()}:${(only !== undefined && !isOpen ? only : word).replaceAll(/[\\$}]/g, '\\$&')}}`;
}
