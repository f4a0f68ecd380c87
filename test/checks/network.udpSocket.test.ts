/** Questions that are open at the same time share a socket; each still gets its own answer. */
import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { test, type TestContext } from 'node:test';
import * as dnsPacket from 'dns-packet';
import { createPorts } from '../../server/src/network/index.ts';
import { closedPort, probe } from './loopback.ts';

interface Heard {
  readonly port: number;
  readonly id: number;
  readonly name: string;
}

/** Collects `count` questions, then answers them from the last to the first, the address made of the number in the name. */
async function lateServer(context: TestContext, count: number): Promise<{ readonly port: number; readonly heard: Heard[] }> {
  const socket = createSocket('udp4');
  const heard: Heard[] = [];
  const answers: (() => void)[] = [];
  socket.on('message', (message, from) => {
    const { id = 0, questions = [] } = dnsPacket.decode(message);
    const name = questions[0]?.name ?? '';
    // Where the machine is slow, a question comes a second time.
    if (heard.some((each) => each.port === from.port && each.id === id && each.name === name)) return;
    heard.push({ port: from.port, id, name });
    const data = `192.0.2.${/\d+/.exec(name)?.[0] ?? '0'}`;
    const answer = dnsPacket.encode({ type: 'response', id, questions, answers: [{ type: 'A', name, ttl: 60, data }] });
    answers.push(() => socket.send(answer, from.port, from.address));
    if (answers.length >= count) for (const send of answers.splice(0).reverse()) send();
  });
  const bound = once(socket, 'listening');
  socket.bind(0, '127.0.0.1');
  await bound;
  context.after(() => socket.close());
  return { port: socket.address().port, heard };
}

async function addressOf(dns: ReturnType<typeof createPorts>['dns'], number: number, signal?: AbortSignal): Promise<string> {
  const answer = await dns.query({ name: `h${number}.example`, type: 'A' }, probe(5_000, signal));
  return answer.kind === 'answer' ? (answer.records[0]?.value ?? 'none') : answer.reason;
}

test('a hundred open questions share few sockets, no id twice on one, and each has its own answer', async (context) => {
  const numbers = Array.from({ length: 100 }, (_, at) => at);
  const { port, heard } = await lateServer(context, numbers.length);
  const { dns } = createPorts({ resolvers: [`127.0.0.1:${port}`] });
  const addresses = await Promise.all(numbers.map((number) => addressOf(dns, number)));
  assert.deepEqual(addresses, numbers.map((number) => `192.0.2.${number}`));
  const ports = [...new Set(heard.map((each) => each.port))];
  // One socket for all would leave the id alone to be guessed.
  assert.equal(ports.length, 2);
  for (const own of ports) {
    const ids = heard.filter((each) => each.port === own).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.length <= 64);
  }
});

test('a question that is cancelled leaves those beside it alone', async (context) => {
  const { port } = await lateServer(context, 3);
  const { dns } = createPorts({ resolvers: [`127.0.0.1:${port}`] });
  const controller = new AbortController();
  const cancelled = addressOf(dns, 1, controller.signal);
  const others = [addressOf(dns, 2)];
  controller.abort();
  assert.equal(await cancelled, 'cancelled');
  others.push(addressOf(dns, 3), addressOf(dns, 4));
  assert.deepEqual(await Promise.all(others), ['192.0.2.2', '192.0.2.3', '192.0.2.4']);
});

test('a closed port is told to all questions that are open to it', async () => {
  const { dns } = createPorts({ resolvers: [`127.0.0.1:${await closedPort()}`] });
  const reasons = await Promise.all([1, 2, 3].map((number) => addressOf(dns, number)));
  assert.deepEqual(reasons, ['refused', 'refused', 'refused']);
});
