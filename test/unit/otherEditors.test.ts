import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { Ajv } from 'ajv';
import { parse } from 'yaml';

declare const __projectRoot: string;

interface Manifest {
  readonly contributes: Readonly<Record<string, unknown>> & { readonly languages: readonly { readonly id: string; readonly extensions: readonly string[] }[] };
}

const read = (...names: string[]): string => readFileSync(path.join(__projectRoot, ...names), 'utf8');
const { contributes } = JSON.parse(read('package.json')) as Manifest;

/** What YAML by Red Hat serves: documentSelector in its src/extension.ts. */
const servedByRedHat = ['yaml', 'dockercompose', 'github-actions-workflow'];

test('beside YAML by Red Hat nothing is served twice', () => {
  assert.deepEqual(contributes.languages.map(({ id }) => id).filter((id) => servedByRedHat.includes(id)), []);
  // Through these that extension, and the editor's own for JSON, would judge plans too.
  assert.deepEqual(Object.keys(contributes).filter((name) => name.endsWith("Validation")), []);
});

test('plans and profiles have a language each', () => {
  assert.deepEqual(contributes.languages.map(({ id, extensions }) => [id, extensions]), [
    ['federation-plan', ['.fedplan.yaml', '.fedplan.yml']],
    ['federation-profile', ['.fedprofile.yaml', '.fedprofile.yml']],
  ]);
});

for (const [schema, right, wrong] of [
  ['plan.schema.json', 'federationPlan: 1\norganizations: { a: { acceptedDomains: [a.example], exchange: { version: "2016" } } }\n', 'federationPlan: 1\norganisations: {}\n'],
  ['profile.schema.json', 'id: county\ntitle: The county\n', 'id: county\n'],
] as const) {
  test(`${schema} serves any validator of JSON Schema`, () => {
    const validate = new Ajv({ strict: false }).compile(JSON.parse(read('server', 'data', schema)) as object);
    assert.equal(validate(parse(right)), true);
    assert.equal(validate(parse(wrong)), false);
  });
}
