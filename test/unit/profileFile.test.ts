import assert from 'node:assert/strict';
import test from 'node:test';
import { parsePlan } from '../../server/src/service/plan/planDocument.ts';
import { planModel } from '../../server/src/service/plan/planModel.ts';
import { readProfile } from '../../server/src/service/plan/profileFile.ts';

const written = `id: county
title: The county's hub
service:
  name: County hub
  domains: [county.example]
  exchangeVersion: 2019
roleGroup: Federation Admins
`;

test('a profile of one’s own is read, with text as it is written', () => {
  const read = readProfile(written);
  assert.ok('profile' in read);
  assert.deepEqual(read.profile.service, { name: 'County hub', domains: ['county.example'], exchangeVersion: '2019' });
});

test('it fills in what is known of the service', () => {
  const read = readProfile(written);
  assert.ok('profile' in read);
  const model = planModel(parsePlan('federationPlan: 1\nprofile: county\norganizations:\n  hub: { role: service }\n'), [], [read.profile]);
  assert.deepEqual(model.organizations.map(({ hosting, knownDomains }) => ({ hosting, knownDomains })), [{ hosting: 'onPremises', knownDomains: ['county.example'] }]);
});

test('it does not take the place of one that ships', () => {
  const read = readProfile(written.replace('id: county', 'id: generic'));
  assert.ok('profile' in read);
  assert.equal(planModel(parsePlan('profile: generic\n'), [], [read.profile]).profile.title, 'Any two Exchange organizations');
});

for (const [name, text, says] of [
  ['an unknown key', `${written}tls: 1\n`, /The profile has no key "tls"/],
  ['a missing key', 'id: county\n', /does not state "title"/],
  ['another value', written.replace('2019', '2007'), /"service\.exchangeVersion" has another value than one of: 2010/],
  ['another type', written.replace('[county.example]', 'county.example'), /"service\.domains" has another type than "array"/],
  ['no id', written.replace('county\n', 'our county\n'), /cannot be an id/],
  ['no YAML', 'id: [', /./],
  ['an alias without its anchor', 'id: county\ntitle: *county\n', /"\*county" reads as an alias/],
  ['nothing', '', /has another type than "object"/],
  ['too much', `# ${'x'.repeat(100_000)}`, /profiles up to 100000 are read/],
  ['too deep', '['.repeat(50_000), /nested too deeply/],
] as const) {
  test(`text that is no profile: ${name}`, () => {
    const read = readProfile(text);
    assert.ok('problems' in read);
    assert.match(read.problems.join('\n'), says);
  });
}
