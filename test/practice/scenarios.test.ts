import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import test from 'node:test';
import { parse } from 'yaml';
import { battlecalfedProof, healthyWorld, practicemailProof } from '../../practice/src/healthy.ts';
import { scenarios, startPracticePartner } from '../../practice/src/index.ts';
import { changeWorld } from '../../practice/src/scenario.ts';
import { ask } from './askPartner.ts';
import { scenarioNamed } from './runningScenario.ts';

declare const __projectRoot: string;

interface PlanShape {
  readonly organizations: Record<string, { readonly acceptedDomains: { readonly name: string; readonly federationProof?: string }[] }>;
}
const readPlan = (plan: string): PlanShape => parse(readFileSync(path.join(__projectRoot, 'examples', plan), 'utf8')) as PlanShape;

/** Asks the loopback ports themselves: handles inside this process outlive their sockets by a turn of the event loop. */
async function isOpen(endpoint: string): Promise<boolean> {
  const socket = connect(Number(endpoint.split(':').at(-1)), '127.0.0.1');
  const opened = await once(socket, 'connect').then(() => true, () => false);
  socket.destroy();
  return opened;
}
async function datagramPortIsFree(endpoint: string): Promise<boolean> {
  const datagram = createSocket('udp4');
  datagram.bind(Number(endpoint.split(':').at(-1)), '127.0.0.1');
  const bound = await once(datagram, 'listening').then(() => true, () => false);
  datagram.close();
  return bound;
}

test('scenario names are unique and fit a command line', () => {
  assert.equal(new Set(scenarios.map(({ name }) => name)).size, scenarios.length);
  for (const { name, title } of scenarios) {
    assert.match(name, /^[a-z0-9]+(-[a-z0-9]+)*$/);
    assert.doesNotMatch(title, /[\t\r\n]/);
  }
  assert.ok(scenarios.length >= 8);
});

for (const scenario of scenarios) {
  test(`"${scenario.name}" starts, maps every address of its zone, and leaves no socket`, async () => {
    const partner = await startPracticePartner(scenario);
    const { route } = partner;
    const endpoints = [...new Set(Object.values(route.connect ?? {}))];
    const [resolver = ''] = route.resolvers ?? [];
    const open = await Promise.all(endpoints.map(isOpen));
    const free = await datagramPortIsFree(resolver);
    await partner.stop();
    assert.equal(route.name, `practice partner "${scenario.name}"`);
    const refused = Object.values(changeWorld(healthyWorld, scenario.change).hosts).flatMap(({ https, http }) => [https, http]);
    assert.equal(open.filter((each) => !each).length, refused.filter((each) => each === 'refuses').length);
    assert.equal(free, false);
    assert.deepEqual(await Promise.all(endpoints.map(isOpen)), endpoints.map(() => false));
    assert.equal(await datagramPortIsFree(resolver), true);
    const world = changeWorld(healthyWorld, scenario.change);
    for (const { A = [], AAAA = [] } of Object.values(world.names)) {
      for (const address of [...A, ...AAAA.map((each) => `[${each}]`)]) {
        for (const port of [443, 80]) assert.match(route.connect?.[`${address}:${port}`] ?? 'missing', /^127\.0\.0\.1:\d+$/, `${address}:${port}`);
      }
    }
  });

  test(`"${scenario.name}" expects a verdict for each domain of its plan, and only those`, () => {
    assert.ok(existsSync(path.join(__projectRoot, 'examples', scenario.plan)), scenario.plan);
    const plan = readPlan(scenario.plan);
    const organizations = Object.entries(plan.organizations);
    const domains = Object.fromEntries(organizations.map(([id, { acceptedDomains }]) => [id, acceptedDomains.map(({ name }) => name)]));
    assert.deepEqual(Object.fromEntries(Object.entries(scenario.expected).map(([id, verdicts]) => [id, Object.keys(verdicts)])), domains);
  });
}

test('docs/practice-partner.md names every scenario', () => {
  const page = readFileSync(path.join(__projectRoot, 'docs', 'practice-partner.md'), 'utf8');
  for (const { name } of scenarios) assert.ok(page.includes(`| \`${name}\` |`), name);
});

test('in a healthy world no check warns, fails or leaves a question open, and nothing is wrong that has a cause', () => {
  const healthy = scenarios.filter(({ healthy: isHealthy }) => isHealthy === true);
  assert.ok(healthy.length >= 15);
  for (const { name, expected, diagnosed } of healthy) {
    const verdicts = Object.values(expected).flatMap((domains) => Object.values(domains)).flatMap((checks) => Object.values(checks));
    assert.deepEqual(verdicts.filter((verdict) => verdict === 'warn' || verdict === 'fail' || verdict === 'unknown'), [], name);
    // That an organization is hybrid is told, and is no fault.
    assert.deepEqual((diagnosed ?? []).filter((id) => id !== 'hybrid-partner'), [], name);
  }
});

test('proofs are base64 of 64 bytes, and plan and zone state the same', () => {
  const plan = readPlan('practice/healthy.fedplan.yaml');
  const proofs = [
    ['battlecalfed', 'battlecalfed1.example', battlecalfedProof],
    ['practicemail', 'practicemail.example', practicemailProof],
  ] as const;
  for (const [id, domain, proof] of proofs) {
    assert.match(proof, /^[A-Za-z0-9+/]{85}[AQgw]==$/);
    assert.equal(Buffer.from(proof, 'base64').length, 64);
    assert.equal(plan.organizations[id]?.acceptedDomains[0]?.federationProof, proof);
    assert.ok(healthyWorld.names[domain]?.TXT?.includes(proof));
  }
});

test('two partners run side by side and each keeps its own world', async () => {
  const healthy = await startPracticePartner(scenarioNamed('healthy'));
  const unpublished = await startPracticePartner(scenarioNamed('wssecurity-unpublished'));
  try {
    const url = 'https://mail.battlecalfed1.example/EWS/Exchange.asmx/WSSecurity';
    assert.equal((await ask(healthy.route, url, { method: 'POST' })).status, 500);
    assert.equal((await ask(unpublished.route, url, { method: 'POST' })).status, 404);
  } finally {
    await Promise.all([healthy.stop(), unpublished.stop()]);
  }
});

test('a change that describes half a host is refused', () => {
  assert.throws(() => changeWorld(healthyWorld, { hosts: { fresh: { addresses: ['192.0.2.99'] } } }), /"fresh"/);
});
