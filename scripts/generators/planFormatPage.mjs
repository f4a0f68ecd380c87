// docs/plan-format.md: every key of a plan, from the schema's own words.
import { readFile } from 'node:fs/promises';

export const name = 'plan format page';

const source = new URL('../../server/data/plan.schema.json', import.meta.url);

const preface = `# The plan format

Generated from \`server/data/plan.schema.json\`, the single source for validation, completion, hover, this page and the TypeScript types, by
\`npm run generate\`.

A plan is a YAML file named \`*.fedplan.yaml\` or \`*.fedplan.yml\`. Little is required: the version of the format and one organization with one domain.

\`\`\`yaml
federationPlan: 1
organizations:
  ours:
    acceptedDomains: [ours.example]
\`\`\`

- Keys are Exchange's own terms: a parameter's name with a small first letter. Hover over a key to see its cmdlet.
- **The key names the language of a block**: \`run\`, \`verify\` and \`undo\` are the Exchange Management Shell, \`commandPrompt\` an elevated command prompt,
  \`dnsRecords\` lines for the external DNS zone, \`instructions\` text for people.
- Where a text is expected it is read as it is written: \`2016\`, \`0042\` and \`15.10\` need no quotes and lose nothing.
- In double quotes a backslash starts an escape (\`"CORP\\admin"\` holds a bell): use single quotes or none.
- An organization with \`role: service\` is filled in by the profile where the profile knows it.
- \`federationPlan\` tells the version of the format. A release that does not read a version says so, and says nothing else of such a plan.
`;

export async function generate() {
  const schema = JSON.parse(await readFile(source, 'utf8'));
  const definitions = Object.entries(schema.definitions);
  const parts = [preface, section('The plan', schema)];
  for (const [, definition] of definitions) {
    const mapping = definition.anyOf?.find((each) => each.type === 'object') ?? definition;
    parts.push(section(definition.title, { ...mapping, description: definition.description }));
  }
  return { 'docs/plan-format.md': `${parts.join('\n')}` };
}

function section(title, schema) {
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
