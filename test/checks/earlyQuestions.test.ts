import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runChecks } from '../../server/src/checks/index.ts';
import type { Ports } from '../../server/src/checks/ports.ts';
import { FakeWorld, subjectOf } from './fakeWorld.ts';

const webServices = 'https://mail.a.example/EWS/Exchange.asmx';
const tokenless = 'POST https://mail.a.example/EWS/Exchange.asmx/WSSecurity';

/** Ports whose answer to some question waits until another one has been asked. */
function waitingFor(world: FakeWorld, later: (asked: string) => boolean, awaited: string): Ports {
  const ports = world.ports();
  let seen: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => (seen = resolve));
  const noted = <T>(answer: T): T => {
    if (world.asked.includes(awaited)) seen();
    return answer;
  };
  return {
    ...ports,
    tcp: { connect: async (to, probe) => (later(`connect ${to.address}`) ? asked : Promise.resolve()).then(() => ports.tcp.connect(to, probe)) },
    http: {
      request: (request, probe) => {
        const question = `${request.method} ${request.path}`;
        if (later(question)) return asked.then(() => ports.http.request(request, probe));
        return noted(ports.http.request(request, probe));
      },
    },
  };
}

test('the plan’s EWS URL is asked while the lookup of federation information is still on its way', async () => {
  const world = new FakeWorld();
  const ports = waitingFor(world, (question) => question === 'POST /autodiscover/autodiscover.svc', tokenless);
  const results = await runChecks({ subjects: [subjectOf({ webServices })] }, ports, () => undefined, new AbortController().signal);
  assert.equal(results.find(({ check }) => check === 'W2')?.verdict, 'pass');
  assert.equal(world.asked.filter((asked) => asked === tokenless).length, 1);
});

test('a host with one address is asked while its port is still being tried', async () => {
  const world = new FakeWorld();
  const ports = waitingFor(world, (question) => question === 'connect 192.0.2.20', tokenless);
  const results = await runChecks({ subjects: [subjectOf({ webServices })], only: ['W2'] }, ports, () => undefined, new AbortController().signal);
  assert.equal(results.find(({ check }) => check === 'W2')?.verdict, 'pass');
});

test('an EWS URL in the cloud is left alone, early as well', async () => {
  const world = new FakeWorld();
  await world.run({ webServices: 'https://outlook.office365.com/EWS/Exchange.asmx' });
  await world.run({ webServices, hosting: 'online' });
  assert.deepEqual(world.asked.filter((asked) => asked.includes('/WSSecurity') && asked.includes('EWS')), []);
});
