import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { buildNumbers, buildOfUpdate, compareBuilds, describeExchange, exchangeProduct, findBuild, readUpdate, versionsOfBuild } from '../../server/src/service/exchange/exchangeBuilds.ts';
import { service } from '../support/service.ts';

declare const __projectRoot: string;

interface SourceBuild {
  readonly product: string;
  readonly level: string;
  readonly build: string;
}

const { builds } = JSON.parse(readFileSync(path.join(__projectRoot, 'server', 'data', 'sources', 'exchange-builds.json'), 'utf8')) as { builds: readonly SourceBuild[] };

test('every build of the source is found, and told to be of its version', () => {
  assert.ok(builds.length > 300);
  for (const { product, level, build } of builds) {
    const { found } = findBuild(build);
    assert.deepEqual([found?.version, found?.level], [product, level], build);
    // A preview of 2016 has its numbers already; 2019 and SE are told apart by the third.
    assert.deepEqual(versionsOfBuild(buildNumbers(build) ?? []), [product], build);
  }
});

test('builds of a version stand in the order of their numbers', () => {
  for (const version of ['2010', '2013', '2016', '2019', 'SE']) {
    const own = exchangeProduct(version)?.builds ?? [];
    for (const [index, { build }] of own.entries()) assert.ok(index === 0 || compareBuilds(buildNumbers(own[index - 1]?.build ?? '') ?? [], buildNumbers(build) ?? []) < 0, build);
  }
});

for (const [text, level, rollup] of [
  ['CU23', 'CU23', undefined],
  ['SP3 RU32', 'SP3', 'RU32'],
  ['Service Pack 3 Update Rollup 9', 'SP3', 'RU9'],
  ['Cumulative Update 5', 'CU5', undefined],
  ['CU23 Aug25SU', 'CU23', undefined],
  ['RTM', 'RTM', undefined],
  ['RU5', undefined, 'RU5'],
  ['SP1 or CU4', undefined, undefined],
  ['latest', undefined, undefined],
  ['', undefined, undefined],
] as const) {
  test(`the update "${text}"`, () => assert.deepEqual(readUpdate(text), { level, rollup }));
}

for (const [version, update, build] of [
  ['2016', 'CU23', '15.1.2507.6'],
  ['2016', 'cu23 aug25su', '15.1.2507.58'],
  ['2010', 'SP3 RU32', '14.3.513.0'],
  ['2013', 'CU4', '15.0.847.32'],
  ['2016', 'CU99', undefined],
  ['Online', 'CU23', undefined],
  ['2016', undefined, undefined],
] as const) {
  test(`the build of ${version} ${update ?? ''}`, () => assert.equal(buildOfUpdate(version, update)?.build, build));
}

for (const [name, exchange, says] of [
  ['a build', { build: '15.1.2507.6' }, /^Exchange Server 2016, CU23: build 15\.1\.2507\.6, released 20 April 2022\.\n\nEnd of support: 14 October 2025\. Builds as of 19 August 2026\.$/],
  ['an update', { version: 'SE', update: 'RTM' }, /^Exchange Server Subscription Edition, RTM: build 15\.2\.2562\.17, released 1 July 2025/],
  ['a version', { version: '2019' }, /^Exchange Server 2019\n\nEnd of support: 14 October 2025/],
  ['a build between two', { version: '2016', build: '15.1.2507.7' }, /Build 15\.1\.2507\.7 is not listed; the one before it is 15\.1\.2507\.6 \(CU23\)/],
  ['a newer build', { build: '15.2.2562.9999' }, /Newer than the newest build that is listed/],
  ['the cloud', { version: 'Online' }, undefined],
  ['nothing', {}, undefined],
  ['no build', { build: 'latest' }, undefined],
] as const) {
  test(`a hover over ${name}`, () => {
    const described = describeExchange(exchange);
    if (says === undefined) assert.equal(described, undefined);
    else assert.match(described ?? '', says);
  });
}

for (const [text, numbers] of [
  ['15.1.2507.6', [15, 1, 2507, 6]],
  ['15.01.2507.006', [15, 1, 2507, 6]],
  ['Version 15.1 (Build 2507.6)', [15, 1, 2507, 6]],
  ['15.2 (Build 1544.4)', [15, 2, 1544, 4]],
  ['Version 15.1 (Build 32507.6)', [15, 1, 2507, 6]],
  ['Version 15.1', undefined],
  ['Build 2507.6', undefined],
] as const) {
  test(`the numbers of "${text}"`, () => assert.deepEqual(buildNumbers(text), numbers));
}

test('a plan may state a build as Exchange prints it', () => {
  const plan = (build: string): string => `federationPlan: 1\norganizations:\n  a: { acceptedDomains: [a.example], exchange: { version: 2016, build: ${build} } }\n`;
  const codes = (build: string): string[] => service.read(plan(build)).findings.map(({ code }) => code);
  assert.deepEqual(codes('Version 15.1 (Build 2507.6)'), codes('15.1.2507.6'));
  assert.ok(codes('Version 15.2 (Build 1544.4)').includes('exchange/build-mismatch'));
});
