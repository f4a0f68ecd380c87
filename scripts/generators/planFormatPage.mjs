// docs/plan-format.md: every key of a plan, from the schema's own words.
import { readFile } from 'node:fs/promises';
import { section } from './lib/schemaTables.mjs';

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
- An organization with \`role: service\` is filled in by the profile where the profile knows it. [Profiles of your own](profiles.md) are files in the workspace.
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
