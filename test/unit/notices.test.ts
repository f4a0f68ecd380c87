import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

declare const __projectRoot: string;

const read = (...file: readonly string[]): string => readFileSync(path.join(__projectRoot, ...file), 'utf8');
const notices = read('THIRD-PARTY-NOTICES.md').replaceAll('\r\n', '\n');

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly version?: string; readonly dev?: boolean; readonly devOptional?: boolean; readonly optional?: boolean }>
  >;
}

test('attributes the facts under CC BY 4.0 and says that they were changed', () => {
  for (const part of [
    'https://creativecommons.org/licenses/by/4.0/',
    'Microsoft Corporation and contributors (CC BY 4.0)',
    '**Changed:**',
    'MicrosoftDocs/office-docs-powershell',
    'MicrosoftDocs/PowerShell-Docs',
    '93336da2bca96c31c0fc8acc52658a30ef8a6c94',
    'No description was copied',
  ])
    assert.ok(notices.includes(part), part);
});

test('carries the MIT terms of the build numbers', () => {
  for (const part of ['microsoft/Get-ExchangeBuildNumber', 'microsoft/CSS-Exchange', 'MIT License\n\nCopyright (c) Microsoft Corporation.'])
    assert.ok(notices.includes(part), part);
});

test('names every package that the lock file does not keep for development, with a licence text', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as Lock;
  const shipped = Object.entries(packages).filter(([folder, { dev, devOptional, optional }]) => folder !== '' && !dev && !devOptional && !optional);
  assert.ok(shipped.length > 20);
  for (const [folder, { version }] of shipped) {
    const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const [, section] = notices.split(`\n### ${name} ${version ?? ''}\n`);
    const [text = ''] = section?.split('\n### ') ?? [];
    assert.match(text, /Licence: \S+/, name);
    assert.match(text, /permission|permitted|redistribut/i, `${name}: a text that grants something`);
  }
});

test('the sources’ README names each file’s commit and licence, as the files themselves do', () => {
  const readme = read('server', 'data', 'sources', 'README.md');
  for (const file of ['cmdlets.json', 'powershell-builtins.json', 'exchange-builds.json']) {
    const commits = [
      ...read('server', 'data', 'sources', file)
        .slice(0, 4000)
        .matchAll(/"commit":\s*"([0-9a-f]{40})"/g),
    ].map(([, commit]) => commit);
    assert.ok(commits.length > 0, file);
    for (const commit of commits) assert.ok(readme.includes(commit ?? '?'), `${file}: ${commit ?? ''}`);
  }
});
