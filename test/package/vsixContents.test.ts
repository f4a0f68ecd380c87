import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { readZip } from '../../scripts/lib/zipFile.mjs';

declare const __projectRoot: string;

const file = path.join(__projectRoot, 'exchange-federation.vsix');

/** What may be in the package; a file that none of these matches is a mistake in .vscodeignore. */
const allowed = [
  /^extension\.vsixmanifest$/,
  /^\[Content_Types\]\.xml$/,
  /^extension\/package(\.nls)?\.json$/,
  // vsce renames these four.
  /^extension\/(readme\.md|changelog\.md|LICENSE\.txt|THIRD-PARTY-NOTICES\.md)$/,
  /^extension\/language-configuration\.json$/,
  /^extension\/dist\/(client|server|checks|fedplan)\.cjs$/,
  /^extension\/dist\/data\/(?!sources\/).+\.(json|jsonl)$/,
  /^extension\/(syntaxes|snippets)\/.+\.json$/,
  /^extension\/images\/.+\.(png|svg)$/,
  /^extension\/docs\/(rules|checks)\.md$/,
  /^extension\/examples\/.+\.(ya?ml|md)$/,
];

const required = [
  'extension/package.json',
  'extension/readme.md',
  'extension/changelog.md',
  'extension/LICENSE.txt',
  'extension/THIRD-PARTY-NOTICES.md',
  // Diagnostics lead there.
  'extension/docs/rules.md',
  'extension/docs/checks.md',
  // Other editors are told these paths.
  'extension/dist/data/plan.schema.json',
  'extension/dist/data/profile.schema.json',
  'extension/dist/client.cjs',
  'extension/dist/server.cjs',
  'extension/dist/checks.cjs',
  'extension/dist/fedplan.cjs',
];

interface Manifest {
  readonly main: string;
  readonly icon?: string;
  readonly contributes: {
    readonly languages: readonly { readonly configuration?: string; readonly icon?: { readonly light: string; readonly dark: string } }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly snippets: readonly { readonly path: string }[];
  };
}

describe('the packed extension', () => {
  let content = new Map<string, () => Buffer>();
  before(() => {
    assert.ok(existsSync(file), 'exchange-federation.vsix is missing. Run "npm run package" first.');
    content = readZip(file);
  });

  it('holds nothing that is not meant to be shipped', () => {
    assert.deepEqual([...content.keys()].filter((name) => !allowed.some((pattern) => pattern.test(name))), []);
  });

  it('holds all programs, the licence and the notices', () => {
    assert.deepEqual(required.filter((name) => !content.has(name)), []);
    for (const name of required) assert.ok((content.get(name)?.().length ?? 0) > 0, `${name} is empty`);
  });

  it('holds every data file that the programs read', () => {
    const data = [...content.keys()].filter((name) => name.startsWith('extension/dist/data/'));
    assert.ok(data.includes('extension/dist/data/cmdletCatalogue.jsonl'), `the cmdlet catalogue is missing among ${data.join(', ')}`);
    assert.ok(data.some((name) => name.startsWith('extension/dist/data/profiles/')), 'the profiles are missing');
  });

  it('holds every file that its manifest names', () => {
    const manifest = JSON.parse(content.get('extension/package.json')?.().toString('utf8') ?? '') as Manifest;
    const { languages, grammars, snippets } = manifest.contributes;
    const named = [
      manifest.main,
      ...(manifest.icon === undefined ? [] : [manifest.icon]),
      ...languages.flatMap(({ configuration, icon }) => [configuration, icon?.light, icon?.dark].filter((name) => name !== undefined)),
      ...[...grammars, ...snippets].map((entry) => entry.path),
    ];
    assert.deepEqual(named.filter((name) => !content.has(path.posix.join('extension', name))), []);
  });

  it('names the authors of its facts and libraries', () => {
    const notices = content.get('extension/THIRD-PARTY-NOTICES.md')?.().toString('utf8') ?? '';
    const { dependencies } = JSON.parse(readFileSync(path.join(__projectRoot, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
    assert.deepEqual(Object.keys(dependencies).filter((name) => !notices.includes(name)), []);
    assert.match(notices, /CC BY 4\.0/);
  });
});
