// docs/coverage.md: where each fact of the guidance has its place. Rules and checks name their facts themselves; keys of the plan and steps
// of the examples are named in server/data/guidance.json. test/unit/coverage.test.ts fails where a fact has no place or a place does not exist.
import { readFileSync } from 'node:fs';
import { importTypeScript } from '../lib/importTypeScript.mjs';

export const name = 'coverage page';

const source = new URL('../../server/data/guidance.json', import.meta.url);

export async function generate() {
  const { facts } = JSON.parse(readFileSync(source, 'utf8'));
  const { codes } = await importTypeScript('server/src/service/codes.ts');
  const { checkCatalogue } = await importTypeScript('server/src/checks/index.ts');
  const rows = facts.map((fact) => {
    const places = [
      ...list('key', fact.keys),
      ...list('rule', codes.filter(({ guidance }) => guidance.includes(fact.id)).map(({ code }) => code)),
      ...list('check', checkCatalogue.filter(({ guidance }) => guidance.includes(fact.id)).map(({ id }) => id)),
      ...list('step', fact.steps),
      ...(fact.open === undefined ? [] : [`open: ${fact.open}`]),
    ];
    return `| ${fact.id} | ${fact.fact} | ${places.join('<br>')} |`;
  });
  const page = `# Where the guidance has its place

Generated from \`server/data/guidance.json\` and from what rules and checks say of themselves, by \`npm run generate\`.

The facts are those of the calendar federation guidance of 2018, in this project's words. A fact has its place in a **key** of the plan
([plan-format.md](plan-format.md)), a **rule** that judges it ([rules.md](rules.md)), a live **check** ([checks.md](checks.md)), or a **step** of an
example (\`examples/<plan>.fedplan.yaml\`, the step's id behind the slash). What is **open** has its reason beside it.

| fact | what it says | its places |
|---|---|---|
${rows.join('\n')}
`;
  return { 'docs/coverage.md': page };
}

function list(kind, names) {
  return names === undefined || names.length === 0 ? [] : [`${kind} ${names.map((each) => `\`${each}\``).join(', ')}`];
}
