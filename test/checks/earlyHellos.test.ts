import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runChecks } from '../../server/src/checks/index.ts';
import type { Ports } from '../../server/src/checks/ports.ts';
import { FakeWorld, failure, subjectOf } from './fakeWorld.ts';

const hellos = (world: FakeWorld): readonly string[] => world.asked.filter((asked) => asked.startsWith('hello'));

test('the hellos go out while the connections of N1 are still on their way, and each goes out once', async () => {
  const world = new FakeWorld();
  const ports = world.ports();
  let allSaid: () => void = () => undefined;
  const said = new Promise<void>((resolve) => (allSaid = resolve));
  const waiting: Ports = {
    ...ports,
    exchange: {
      exchange: (...args) => {
        const reply = ports.exchange.exchange(...args);
        // Four versions to each of two addresses.
        if (hellos(world).length === 8) allSaid();
        return reply;
      },
    },
    tcp: { connect: (...args) => said.then(() => ports.tcp.connect(...args)) },
  };
  const results = await runChecks({ subjects: [subjectOf({})], only: ['T1', 'T2', 'T3', 'T4', 'C4'] }, waiting, () => undefined, new AbortController().signal);
  assert.deepEqual(results.filter(({ check }) => /^[TC]/.test(check)).map(({ verdict }) => verdict), ['pass', 'pass', 'pass', 'pass', 'pass']);
  assert.equal(hellos(world).length, 8);
});

test('where only N1 is asked for, no hello is said', async () => {
  const world = new FakeWorld();
  await world.run({}, { only: ['N1'] });
  assert.deepEqual(hellos(world), []);
});

test('the domain’s own web site gets no hello before it is known to be used', async () => {
  const world = new FakeWorld();
  world.dns = { 'A a.example': ['192.0.2.80'] };
  world.http = () => failure('refused');
  await world.run();
  assert.deepEqual(hellos(world), []);
});
