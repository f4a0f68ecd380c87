// docs/rules.md: the table of all codes, from the rules' own words.
import { importTypeScript } from '../lib/importTypeScript.mjs';

export const name = 'rules page';

export async function generate() {
  const { codes } = await importTypeScript('server/src/service/codes.ts');
  const rows = codes.map(({ code, title, severity, guidance }) => `| \`${code}\` | ${severity} | ${title} | ${guidance.join(', ')} |`);
  const page = `# What is found in a plan

Generated from the rules themselves (\`server/src/service/rules\`, \`scriptRules\` beside it, \`codes.ts\`) by \`npm run generate\`.

*Guidance* names the facts of the calendar federation guidance that a rule stands for. A rule is silent where knowledge is incomplete: what is
not stated in the plan is not held against it. Where a rule knows less of a case, its finding there weighs less than the table says.
[coverage.md](coverage.md) shows the other way round where each fact has its place. Results of live checks appear on the plan's lines too, with codes such as \`check/C3\`: see
[checks.md](checks.md).

| code | severity | what it finds | guidance |
|---|---|---|---|
${rows.join('\n')}
`;
  return { 'docs/rules.md': page };
}
