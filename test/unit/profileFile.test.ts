import assert from 'node:assert/strict';
import test from 'node:test';
import { ownProfilesOf, profileFindings, readProfileFile, type OwnProfiles } from '../../server/src/service/plan/ownProfiles.ts';
import { parsePlan } from '../../server/src/service/plan/planDocument.ts';
import { planModel } from '../../server/src/service/plan/planModel.ts';
import { readProfile } from '../../server/src/service/plan/profileFile.ts';
import { cursor } from '../support/cursor.ts';
import { service } from '../support/service.ts';

const written = `id: county
title: The county's hub
service:
  name: County hub
  domains: [county.example]
  exchangeVersion: 2019
roleGroup: Federation Admins
`;
const own = (...texts: string[]): OwnProfiles => ownProfilesOf(texts.map((text, index) => readProfileFile(`file:///${index}.fedprofile.yaml`, text)), true);
const plan = (profile: string): string => `federationPlan: 1\nprofile: ${profile}\norganizations:\n  hub: { role: service }\n  ours: { acceptedDomains: [ours.example] }\n`;

test('a profile of one’s own is read, with text as it is written', () => {
  const read = readProfile(written);
  assert.deepEqual(read.findings, []);
  assert.deepEqual(read.profile?.service, { name: 'County hub', domains: ['county.example'], exchangeVersion: '2019' });
});

test('the least Exchange may be an update that is not out yet, of a version that gets updates', () => {
  assert.deepEqual(readProfile(`${written}leastExchange: { version: SE, update: CU9 }\n`).findings, []);
  assert.deepEqual(readProfile(`${written}leastExchange: { version: 2010, update: SP3 }\n`).findings, []);
});

test('it fills in what is known of the service', () => {
  const model = planModel(parsePlan('federationPlan: 1\nprofile: county\norganizations:\n  hub: { role: service }\n'), [], own(written));
  assert.deepEqual(model.organizations.map(({ hosting, knownDomains }) => ({ hosting, knownDomains })), [{ hosting: 'onPremises', knownDomains: ['county.example'] }]);
});

test('its domains are compared as those of plans are', () => {
  assert.deepEqual(readProfile(written.replace('county.example', 'Müller.example')).profile?.service?.domains, ['xn--mller-kva.example']);
});

test('it does not take the place of one that ships, nor of another file’s', () => {
  const second = written.replace('The county', 'Another county');
  assert.equal(planModel(parsePlan('profile: generic\n'), [], own(written.replace('id: county', 'id: generic'))).profile.title, 'Any two Exchange organizations');
  assert.equal(planModel(parsePlan('profile: county\n'), [], own(written, second)).profile.title, 'The county\'s hub');
  const files = [readProfileFile('file:///a%20b.fedprofile.yaml', written), readProfileFile('file:///b.fedprofile.yaml', second), readProfileFile('file:///c.fedprofile.yaml', written.replace('county', 'nhsmail'))];
  assert.deepEqual(files.map((file) => profileFindings(file, files).map(({ code, message, range }) => [code, message, range])), [
    [],
    [['profile/id-taken', '"county" is already the id of "a b.fedprofile.yaml", which is what plans get. Choose another id.', { start: 4, end: 10 }]],
    [['profile/id-taken', '"nhsmail" is already the id of a profile that ships with this product, which is what plans get. Choose another id.', { start: 4, end: 11 }]],
  ]);
});

test('its id is a value of "profile": not accused, completed, explained', () => {
  const found = (text: string, profiles: OwnProfiles): string[] => service.read(text, undefined, profiles).findings.map(({ code }) => code).filter((code) => code.endsWith('wrong-value') || code === 'profile/unread');
  assert.deepEqual(found(plan('county'), own(written)), []);
  assert.deepEqual(found(plan('county'), own()), ['plan/wrong-value']);
  assert.deepEqual(found(plan('county'), { ...own(), isComplete: false }), [], 'files may still be found');
  assert.deepEqual(found(plan('county'), own('title: [')), [], 'its file may be this one');
  assert.deepEqual(found(plan('county'), own('id: county\n')), ['profile/unread']);

  const { text, offset } = cursor(plan('|'));
  const entry = service.complete(service.read(text, undefined, own(written)), offset).find(({ label }) => label === 'county');
  assert.equal(entry?.documentation, "`The county's hub`");
  const named = plan('county');
  assert.match(service.hover(service.read(named, undefined, own(written)), named.indexOf('county'))?.markdown ?? '', /- `county`: `The county's hub`\n/);
  assert.deepEqual(service.profileNamedAt(service.read(named, undefined, own(written)), named.indexOf('county') + 2), { id: 'county', range: { start: 27, end: 33 } });
  assert.equal(service.profileNamedAt(service.read(named), 0), undefined);
});

test('a misspelt id is corrected to one of one’s own', () => {
  const [finding] = service.read(plan('countie'), undefined, own(written)).findings.filter(({ code }) => code === 'plan/wrong-value');
  assert.equal(finding?.message, '"countie" is not a value of "profile". Did you mean "county"?');
});

test('a profile file completes its keys and values and explains them', () => {
  const labels = (marked: string): string[] => {
    const { text, offset } = cursor(marked);
    return service.completeProfile(text, offset).map(({ label }) => label);
  };
  assert.deepEqual(labels('id: county\nservice:\n  |').filter((label) => label !== 'new profile service'), ['name', 'operator', 'domains', 'exchangeVersion']);
  assert.deepEqual(labels('service:\n  exchangeVersion: |'), ['2010', '2013', '2016', '2019', 'SE', 'Online']);
  assert.ok(!labels('id: county\n|').includes('id'));
  assert.deepEqual(service.hoverProfile(written, written.indexOf('domains')), { markdown: '**domains**\n\nSMTP domains of the service, which relationships with it must name.', range: { start: 65, end: 72 } });
});

for (const [name, marked, says] of [
  ['an unknown key', `${written}«tls»: 1\n`, /The profile has no key "tls"/],
  ['a misspelt key', written.replace('roleGroup', '«roleGrup»'), /Did you mean "roleGroup"\?/],
  ['a missing key', '«id: county»\n', /does not state "title"/],
  ['a missing key inside', written.replace('  name: County hub\n', '').replace('service', '«service»'), /"service" does not state "name"/],
  ['another value', written.replace('2019', '«2007»'), /"2007" is not a value of "service\.exchangeVersion"\. Expected is one of: 2010/],
  ['an update that nobody has', `${written}leastExchange: { version: 2016, update: «CU99» }\n`, /"CU99" is no service pack or cumulative update of Exchange Server 2016 that is listed\. Expected is one such as "CU23"/],
  ['another type', written.replace('[county.example]', '«county.example»'), /"service\.domains" is not a list, which is expected/],
  ['no id', written.replace('county\n', '«our county»\n'), /"our county" cannot be an id/],
  ['a wanted key that plans do not have', `${written}wants: { plan: [agreement.reference, «agreement.refrence»], partner: [exchange] }\n`, /is not a key of a plan/],
  ['a wanted key that organizations do not have', `${written}wants: { partner: [«agreement»] }\n`, /is not a key of an organization/],
  ['an alias without its anchor', 'id: county\ntitle: «*county»\n', /"\*county" reads as an alias/],
  ['nothing', '«»', /The profile is empty\. Expected are at least/],
  ['a merge that is not finished', `${written}«<<<<<<< ours»\n`, /markers of an unfinished merge/],
] as const) {
  test(`text that is no profile: ${name}`, () => {
    const text = marked.replaceAll(/[«»]/g, '');
    const { profile, findings } = readProfile(text);
    assert.equal(profile, undefined);
    assert.match(findings[0]?.message ?? '', says);
    const start = marked.indexOf('«');
    assert.deepEqual(findings[0]?.range, { start, end: marked.indexOf('»') - 1 });
  });
}

for (const [name, text, says] of [
  ['no YAML', 'id: [', /./],
  ['too much', `# ${'x'.repeat(100_000)}`, /profiles up to 100000 are read/],
  ['too deep', '['.repeat(50_000), /nested too deeply/],
] as const) {
  test(`text that is no profile: ${name}`, () => {
    const { profile, findings } = readProfile(text);
    assert.equal(profile, undefined);
    assert.match(findings[0]?.message ?? '', says);
  });
}
