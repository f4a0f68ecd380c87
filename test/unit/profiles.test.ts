import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { planSchema, schemaAt } from '../../server/src/service/plan/planSchema.ts';
import { profileFrom, profileOf } from '../../server/src/service/plan/profiles.ts';

declare const __projectRoot: string;

const folder = path.join(__projectRoot, 'server', 'data', 'profiles');
const ids = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));

test('the schema of plans offers the profiles that ship', () => assert.deepEqual([...(planSchema.properties?.profile?.enum ?? [])].sort(), [...ids].sort()));

for (const id of ids) {
  const profile = profileOf(id);
  test(`the profile "${id}" is read, and has the schema's form`, () => {
    assert.equal(profile.id, id);
    assert.deepEqual(profileFrom(JSON.parse(readFileSync(path.join(folder, `${id}.json`), 'utf8'))), profile);
  });

  test(`the profile "${id}" wants keys that plans have`, () => {
    for (const want of profile.wants.plan) assert.notEqual(schemaAt(want.split('.')), undefined, want);
    for (const want of profile.wants.partner) assert.notEqual(schemaAt(['organizations', 'any', ...want.split('.')]), undefined, want);
  });

  test(`the successor of the profile "${id}" is one`, () => assert.ok(profile.successor === undefined || ids.includes(profile.successor)));
}

test('a plan without a profile, or with one that is not known, takes nothing for granted', () => {
  for (const id of [undefined, 'nobody']) assert.deepEqual(profileOf(id), profileOf('generic'));
});

test('a profile of one’s own is completed', () => {
  assert.deepEqual(profileFrom({ id: 'ours', title: 'Our partner', service: { name: 'Partner' }, wants: { plan: ['title'] } }), {
    id: 'ours',
    title: 'Our partner',
    service: { name: 'Partner', domains: [] },
    demandsTls10: false,
    wants: { plan: ['title'], partner: [] },
    thenAndNow: [],
  });
});

for (const [name, data] of Object.entries({
  'no mapping': [],
  'nothing': null,
  'no title': { id: 'ours' },
  'a key that profiles do not have': { id: 'ours', title: 'x', tls: true },
  'an id that is none': { id: 'our profile', title: 'x' },
  'another version of Exchange': { id: 'ours', title: 'x', service: { name: 'y', exchangeVersion: '2007' } },
})) {
  test(`data that is no profile: ${name}`, () => assert.equal(profileFrom(data), undefined));
}
