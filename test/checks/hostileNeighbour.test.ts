/** Servers that never end, beside one that answers: it is judged while they still go on, and a stop ends them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runChecks } from '../../server/src/checks/index.ts';
import { createPorts } from '../../server/src/network/index.ts';
import type { CheckId } from '../../server/src/protocol/checks.ts';
import { FakeWorld, informationXml, subjectOf } from './fakeWorld.ts';
import { speakingServer, type Talk } from './hostileServer.ts';

const drip = ({ socket }: Talk): void => {
  socket.write('HTTP/1.1 200 OK\r\nX-A: ');
  const timer = setInterval(() => socket.write('b'), 50);
  socket.once('close', () => clearInterval(timer));
};

test('thirty servers that never end delay nobody else, and a stop ends them at once', async (context) => {
  const body = informationXml();
  const healthy = await speakingServer(context, true, { say: ({ socket }) => socket.end(`HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: ${body.length}\r\n\r\n${body}`) });
  const dripping = await speakingServer(context, true, { say: drip });
  const silent = await speakingServer(context, true, { say: () => undefined });
  const connect: Record<string, string> = { '192.0.2.10:443': `127.0.0.1:${healthy.port}` };
  const names = new FakeWorld();
  names.dns = { 'A autodiscover.a.example': ['192.0.2.10'] };
  const slow = Array.from({ length: 30 }, (_, at) => `slow${at}.example`);
  for (const [at, domain] of slow.entries()) {
    names.dns[`A autodiscover.${domain}`] = [`192.0.2.${100 + at}`];
    connect[`192.0.2.${100 + at}:443`] = `127.0.0.1:${at % 2 === 0 ? dripping.port : silent.port}`;
  }
  const ports = { ...createPorts({ route: { connect }, extraCa: healthy.root }), dns: names.ports().dns };
  const stop = new AbortController();
  const finished: string[] = [];
  // The limits are far longer than the test may take: only the stop can end what never ends.
  const settings = { askNameServers: false, connectTimeout: 300_000, answerTimeout: 300_000, runTimeout: 900_000 };
  const subjects = [...slow, 'a.example'].map((domain) => subjectOf({ domain, webServices: '' }));
  const only: CheckId[] = ['F1'];
  const results = await runChecks({ subjects, only, settings }, ports, (event) => {
    if (event.kind !== 'finished' || event.result.check !== 'F1') return;
    finished.push(event.result.domain);
    if (event.result.domain === 'a.example') stop.abort();
  }, stop.signal);
  assert.equal(finished[0], 'a.example');
  const asked = results.filter(({ check }) => check === 'F1');
  assert.deepEqual(asked.find(({ domain }) => domain === 'a.example')?.verdict, 'pass');
  for (const { domain, verdict, summary } of asked) if (domain !== 'a.example') assert.equal(verdict, 'skipped', summary);
});
