import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';

declare const __projectRoot: string;

const read = (file: string): string => readFileSync(path.join(__projectRoot, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as { contributes: { configuration: { properties: Readonly<Record<string, { default?: unknown }>> } } };
const declared = manifest.contributes.configuration.properties;

/** Rows of the README's table; a row may name several settings, the later ones by their last part. */
const rows = [...read('README.md').matchAll(/^\| (`exchangeFederation\.[^|]+) \|([^|]*)\|/gm)].map(([, names = '', shown = '']) => {
  const [first = '', ...others] = [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  return { names: [first, ...others.map((name) => first.slice(0, first.lastIndexOf('.')) + name)], defaults: shown.replaceAll('`', '').trim() };
});

test('the README tells of each setting that the manifest declares, and of no other', () => {
  assert.deepEqual(rows.flatMap(({ names }) => names).sort(), Object.keys(declared).sort());
});

test('the README tells the defaults', () => {
  for (const { names, defaults } of rows) {
    const expected = names.map((name) => declared[name]?.default).map((value) => (value === '' ? '' : typeof value === 'string' ? value : JSON.stringify(value)));
    assert.equal(defaults.replaceAll('""', ''), expected.join(', '), names.join(', '));
  }
});
