// docs/profiles.md: what a profile may state, from the schema's own words, and the profiles that ship.
import { readdir, readFile } from 'node:fs/promises';
import { section } from './lib/schemaTables.mjs';

export const name = 'profiles page';

const data = new URL('../../server/data/', import.meta.url);

const preface = (shipped) => `# Profiles

Generated from \`server/data/profile.schema.json\` and \`server/data/profiles\` by \`npm run generate\`.

A plan's \`profile\` says which service stands on the other side. The profile fills in what is known of that service, and names what it demands.

| profile | what it is |
|---|---|
${shipped.map(({ id, title }) => `| \`${id}\` | ${title} |`).join('\n')}

## A profile of your own

Write a file named \`*.fedprofile.yaml\` or \`*.fedprofile.yml\`, and plans can name its id. It is checked while you type.

\`\`\`yaml
id: county
title: The county's calendar hub
service:
  name: County hub
  domains: [county.example]
  exchangeVersion: 2019
roleGroup: Federation Admins
wants:
  plan: [agreement.reference]
  partner: [exchange, federationTrust.name]
\`\`\`

- In an editor with a workspace, its profile files in all folders count, except in \`node_modules\` and folders whose name starts with a dot. For a plan outside of
  the workspace, and on the command line, those in the plan's own folder count; \`fedplan validate\` and \`fedplan check\` take others with \`--profile FILE\`.
- An open file counts as it is in the editor, saved or not.
- A profile that ships is not replaced by one of the same id. Of two files with the same id the first by address counts; the other is told so.
- From a file that has errors nothing is taken, and plans that name it say so (\`profile/unread\`).
- While not all files could be looked at, an id that is not known is not held against a plan.
- What a plan states itself wins over what its profile knows.
`;

export async function generate() {
  const schema = JSON.parse(await readFile(new URL('profile.schema.json', data), 'utf8'));
  const files = (await readdir(new URL('profiles/', data))).sort();
  const shipped = await Promise.all(files.map(async (file) => JSON.parse(await readFile(new URL(`profiles/${file}`, data), 'utf8'))));
  const inner = Object.entries(schema.properties).flatMap(([key, value]) => {
    const mapping = value.items ?? value;
    return mapping.properties === undefined ? [] : [section(`\`${key}\``, { ...mapping, description: value.description })];
  });
  return { 'docs/profiles.md': [preface(shipped), section('The keys of a profile', { ...schema, description: 'Required are `id` and `title`.' }), ...inner].join('\n') };
}
