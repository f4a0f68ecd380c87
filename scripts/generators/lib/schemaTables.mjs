// Tables of a JSON Schema's keys for the pages of docs/, in the schema's own words.
export function section(title, schema) {
  const required = new Set(schema.required ?? []);
  const rows = Object.entries(schema.properties ?? {}).map(([key, value]) => `| \`${key}\`${required.has(key) ? ' (required)' : ''} | ${typeOf(value)} | ${describe(value)} |`);
  return `## ${title}

${schema.description}

| key | value | meaning |
|---|---|---|
${rows.join('\n')}
`;
}

function typeOf(schema) {
  if (schema.$ref) return link(schema.$ref);
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ');
  if (schema.enum) return schema.enum.map((each) => `\`${each}\``).join(', ');
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.type === 'array') return `list of ${typeOf(schema.items)}`;
  if (schema.type === 'object' && typeof schema.additionalProperties === 'object') return `mapping of ids to ${typeOf(schema.additionalProperties)}`;
  if (schema.type === 'object') return `mapping: ${Object.keys(schema.properties).map((key) => `\`${key}\``).join(', ')}`;
  return { string: 'text', boolean: '`true` or `false`', integer: 'number' }[schema.type];
}

const link = (ref) => {
  const name = ref.replace('#/definitions/', '');
  return `[${name}](#${name.toLowerCase()})`;
};

function describe(schema) {
  const words = [schema.description ?? ''];
  if (schema['x-enumDescriptions']) words.push(...schema.enum.map((each, index) => `\`${each}\`: ${schema['x-enumDescriptions'][index]}`));
  if (schema['x-cmdlet'] && schema['x-parameter']) words.push(`Exchange: \`${schema['x-cmdlet']} -${schema['x-parameter']}\`.`);
  if (schema.examples) words.push(`For example ${schema.examples.map((each) => `\`${each}\``).join(', ')}.`);
  return words.join(' ').replaceAll('|', '\\|').trim();
}
