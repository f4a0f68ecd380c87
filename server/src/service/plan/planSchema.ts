import schemaSource from '../../../data/plan.schema.json' with { type: 'json' };
import profileSource from '../../../data/profile.schema.json' with { type: 'json' };

/** A node of the plan's JSON Schema, as far as completion, hover and reading need it. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly examples?: readonly string[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: boolean | SchemaNode;
  readonly required?: readonly string[];
  readonly pattern?: string;
  /** What the keys of a mapping look like. */
  readonly propertyNames?: { readonly pattern?: string };
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly definitions?: Readonly<Record<string, SchemaNode>>;
  readonly 'x-enumDescriptions'?: readonly string[];
  /** The cmdlet and parameter that a key stands for. */
  readonly 'x-cmdlet'?: string;
  readonly 'x-parameter'?: string;
  /** Values that the plan itself holds: ids of organizations, names of domains. */
  readonly 'x-values'?: 'organizations' | 'domains';
  /** The language of a block. */
  readonly 'x-language'?: string;
}

/** What a value is in YAML; a schema with alternatives is narrowed by it. */
export type ValueKind = 'mapping' | 'sequence' | 'scalar';

export const planSchema: SchemaNode = schemaSource as SchemaNode;
/** The schema of profile files; it has no references. */
export const profileSchema: SchemaNode = profileSource;

/** The schema behind a `$ref`; words beside the reference (a description of its own) win. */
export function resolved(schema: SchemaNode): SchemaNode {
  if (schema.$ref === undefined) return schema;
  const target = planSchema.definitions?.[schema.$ref.replace('#/definitions/', '')];
  if (target === undefined) return {};
  const { $ref: _reference, ...beside } = schema;
  return { ...resolved(target), ...beside };
}

const typeOfKind: Readonly<Record<ValueKind, readonly string[]>> = {
  mapping: ['object'],
  sequence: ['array'],
  scalar: ['string', 'boolean', 'integer', 'number'],
};

/** The alternative of a schema that fits a kind of value; the schema itself where it has none. */
export function narrowed(schema: SchemaNode, kind: ValueKind): SchemaNode {
  const whole = resolved(schema);
  if (whole.anyOf === undefined) return whole;
  const fitting = whole.anyOf.map(resolved).find((branch) => typeOfKind[kind].includes(branch.type ?? ''));
  const { anyOf: _alternatives, ...beside } = whole;
  return fitting === undefined ? whole : { ...beside, ...fitting };
}

/** The schema of a mapping's key, or undefined where the mapping does not know it. */
export function schemaOfKey(schema: SchemaNode, key: string): SchemaNode | undefined {
  const mapping = narrowed(schema, 'mapping');
  const known = mapping.properties !== undefined && Object.hasOwn(mapping.properties, key) ? mapping.properties[key] : undefined;
  if (known !== undefined) return resolved(known);
  return typeof mapping.additionalProperties === 'object' ? resolved(mapping.additionalProperties) : undefined;
}

/** The schema of a sequence's items. */
export function schemaOfItem(schema: SchemaNode): SchemaNode | undefined {
  const { items } = narrowed(schema, 'sequence');
  return items === undefined ? undefined : resolved(items);
}

/** The schema at a path, or undefined where the path leaves the schema. */
export function schemaAt(path: readonly (string | number)[], root: SchemaNode = planSchema): SchemaNode | undefined {
  let schema: SchemaNode | undefined = root;
  for (const part of path) {
    if (schema === undefined) return undefined;
    schema = typeof part === 'number' ? schemaOfItem(schema) : schemaOfKey(schema, part);
  }
  return schema;
}
