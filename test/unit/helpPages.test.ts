import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { helpPages } from '../../server/src/adapter/helpPages.ts';
import { checkCatalogue } from '../../server/src/checks/index.ts';
import { codes } from '../../server/src/service/codes.ts';

declare const __projectRoot: string;

const pages = ['rules.md', 'checks.md'].map((name) => ({ uri: `file:///docs/${name}`, text: readFileSync(path.join(__projectRoot, 'docs', name), 'utf8') }));
const showsLinks = { textDocument: { publishDiagnostics: { codeDescriptionSupport: true } } };

for (const code of [...codes.map((each) => each.code), ...checkCatalogue.map(({ id }) => `check/${id}`)]) {
  test(`"${code}" has its place in a page`, () => {
    const [uri = '', line = ''] = helpPages(() => pages, () => showsLinks)(code)?.split('#L') ?? [];
    const heading = pages.find((page) => page.uri === uri)?.text.split('\n')[Number(line) - 1] ?? '';
    assert.match(heading, code.startsWith('check/') ? /^### [A-Z]\d/ : /^### `/);
    if (!code.startsWith('check/')) assert.ok(heading.includes(`\`${code}\``), heading);
  });
}

test('each code’s row leads to its heading', () => {
  const { text = '' } = pages[0] ?? {};
  for (const { code } of codes) assert.ok(text.includes(`| [\`${code}\`](#${code.replaceAll('/', '')}) |`), code);
});

test('no link for a code without a page, without pages, and for a client that shows none', () => {
  assert.equal(helpPages(() => pages, () => showsLinks)('check/Z9'), undefined);
  assert.equal(helpPages(() => [], () => showsLinks)('plan/empty'), undefined);
  assert.equal(helpPages(() => assert.fail('not needed'), () => ({}))('plan/empty'), undefined);
});
