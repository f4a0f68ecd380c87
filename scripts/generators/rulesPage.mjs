// docs/rules.md: the table of all codes, from the rules' own words.
import { readFileSync } from 'node:fs';
import { importTypeScript } from '../lib/importTypeScript.mjs';

export const name = 'rules page';

const guidanceFile = new URL('../../server/data/guidance.json', import.meta.url);

export async function generate() {
  const { codes } = await importTypeScript('server/src/service/codes.ts');
  const facts = new Map(JSON.parse(readFileSync(guidanceFile, 'utf8')).facts.map(({ id, fact }) => [id, fact]));
  const rows = codes.map(({ code, title, severity, guidance }) => `| [\`${code}\`](#${anchor(code)}) | ${severity} | ${title} | ${guidance.join(', ')} |`);
  const page = `# What is found in a plan

Generated from the rules themselves (\`server/src/service/rules\`, \`scriptRules\` beside it, \`codes.ts\`) by \`npm run generate\`.

*Guidance* names the facts of the calendar federation guidance that a rule stands for. A rule is silent where knowledge is incomplete: what is
not stated in the plan is not held against it. Where a rule knows less of a case, its finding there weighs less than the table says.
[coverage.md](coverage.md) shows the other way round where each fact has its place. Results of live checks appear on the plan's lines too, with codes such as \`check/C3\`: see
[checks.md](checks.md).

| code | severity | what it finds | guidance |
|---|---|---|---|
${rows.join('\n')}

## One by one

The code that an editor shows with a finding leads to its place here. Of each finding the level can be set by its code, in the editor's settings
(\`exchangeFederation.rules\`), and one finding is suppressed by a comment on the line before it: \`# fedplan-disable-next-line\` and the code.

${codes.map((each) => section(each, facts)).join('\n')}`;
  return { 'docs/rules.md': page };
}

/** The heading's anchor, as GitHub and the editor's preview make it. */
const anchor = (code) => code.replaceAll('/', '');

function section({ code, title, severity, guidance }, facts) {
  const reasons = guidance.map((id) => `- ${id}: ${facts.get(id) ?? ''}`);
  return `### \`${code}\`

${title}. Level: ${severity}.
${reasons.length === 0 ? '' : `\nThe guidance behind it:\n\n${reasons.join('\n')}\n`}`;
}
