/** Servers that break off, lie or never end: each probe ends in its time, holds little, and says nothing that is not so. */
import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import * as tls from 'node:tls';
import { test, type TestContext } from 'node:test';
import { createPorts } from '../../server/src/network/index.ts';
import { clientHello } from '../../server/src/checks/wire/clientHello.ts';
import { ServerFlight } from '../../server/src/checks/wire/serverFlight.ts';
import { listening, probe, tcpServer } from './loopback.ts';
import { testCertificates } from './serverCertificates.ts';

const to = { address: '192.0.2.10', port: 443 };
const name = 'mail.a.example';

async function fly(port: number, timeoutMs = 3_000): Promise<{ readonly flight: ServerFlight; readonly end: string; readonly length: number }> {
  const { exchange, random } = createPorts({ route: { connect: { '192.0.2.10:443': `127.0.0.1:${port}` } } });
  const flight = new ServerFlight(true);
  const reply = await exchange.exchange(to, clientHello('1.2', name, random.bytes(96)), (bytes) => flight.read(bytes), probe(timeoutMs));
  return reply.kind === 'bytes' ? { flight, end: reply.end, length: reply.bytes.length } : { flight, end: reply.reason, length: 0 };
}

/** What a real server of TLS 1.2 answers to a hello. */
async function recorded(context: TestContext): Promise<Buffer> {
  const own = await (await testCertificates()).issue([name]);
  const server = await listening(context, tls.createServer({ ...own, maxVersion: 'TLSv1.2' }));
  const { exchange, random } = createPorts({ route: { connect: { '192.0.2.10:443': `127.0.0.1:${server.port}` } } });
  const flight = new ServerFlight(true);
  const reply = await exchange.exchange(to, clientHello('1.2', name, random.bytes(96)), (bytes) => flight.read(bytes), probe());
  assert.ok(reply.kind === 'bytes' && flight.chain !== undefined);
  return Buffer.from(reply.bytes);
}

const says = (bytes: Uint8Array, then: (socket: Socket) => void) => (socket: Socket): void => {
  socket.setNoDelay(true);
  socket.once('data', () => socket.write(bytes, () => then(socket)));
};

test('a reset at every stage: before the certificates are whole there are none, and what was said before stands', async (context) => {
  const whole = await recorded(context);
  for (const length of [0, 1, 4, 5, 6, 9, 40, 80, 90, 120, 300, whole.length - 60]) {
    const { port } = await tcpServer(context, says(whole.subarray(0, length), (socket) => socket.end()));
    const { flight, end } = await fly(port);
    assert.ok(end === 'closed' || end === 'enough', `${length}: ${end}`);
    if (flight.chain === undefined) assert.ok(['incomplete', 'serverHello'].includes(flight.answer.kind), `${length}: ${flight.answer.kind}`);
  }
  const { port } = await tcpServer(context, (socket) => socket.once('data', () => socket.resetAndDestroy()));
  assert.deepEqual([(await fly(port)).flight.answer.kind, (await fly(port)).end], ['incomplete', 'reset']);
});

test('a reset behind every stage of a handshake ends each reader with a failure of its own, and no verdict of the partner', async (context) => {
  const whole = await recorded(context);
  const stages = [0, 5, 80, 300, whole.length];
  for (const length of stages) {
    const { port } = await tcpServer(context, says(whole.subarray(0, length), (socket) => setImmediate(() => socket.resetAndDestroy())));
    const ports = createPorts({ route: { connect: { '192.0.2.10:443': `127.0.0.1:${port}` } } });
    // What was sent before a reset may be lost with it: nothing but what came whole is taken for an answer.
    const { flight, end } = await fly(port);
    assert.ok(['reset', 'closed', 'enough'].includes(end), `${length}: ${end}`);
    assert.ok(['incomplete', 'serverHello'].includes(flight.answer.kind), `${length}: ${flight.answer.kind}`);
    const certificate = await ports.certificate.handshake(to, name, probe(3_000));
    const request = { method: 'GET', secure: true, host: name, to, path: '/', headers: {} } as const;
    const answer = await ports.http.request(request, probe(3_000));
    for (const each of [certificate, answer]) {
      assert.ok(each.kind === 'failure' && ['reset', 'closed', 'handshake'].includes(each.reason), `${length}: ${JSON.stringify(each)}`);
    }
  }
});

test('a whole answer in one-byte writes', async (context) => {
  const whole = await recorded(context);
  const { port } = await tcpServer(context, (socket) => {
    socket.setNoDelay(true);
    socket.once('data', () => {
      for (const byte of whole) socket.write(Buffer.of(byte));
    });
  });
  const { flight, end } = await fly(port, 10_000);
  assert.deepEqual([end, flight.answer.kind, flight.chain?.length], ['enough', 'serverHello', 1]);
});

const record = (bytes: readonly number[]): Buffer => Buffer.from([22, 3, 3, bytes.length >> 8, bytes.length & 255, ...bytes]);
const hello = [2, 0, 0, 38, 3, 3, ...new Array<number>(32).fill(1), 0, 0xc0, 0x2f, 0];

/** Goes on for as long as anybody listens. */
const endless = (first: Buffer, piece: Buffer) => (socket: Socket): void => {
  // Many at once, since the system's calls for single ones would keep this process from listening.
  const many = Buffer.concat(new Array<Buffer>(2_000).fill(piece));
  const pour = (): void => {
    if (!socket.destroyed && socket.write(many)) setImmediate(pour);
  };
  socket.on('drain', pour).once('data', () => {
    socket.write(first);
    pour();
  });
};
const floods: readonly (readonly [string, Buffer, Buffer])[] = [
  ['a Certificate message of 80,000 bytes that never ends', Buffer.concat([record(hello), record([11, 1, 0x38, 0x80])]), record([0])],
  ['hellos', record(hello), record(hello)],
  ['warnings that the name is not known', Buffer.from([21, 3, 3, 0, 2, 1, 112]), Buffer.from([21, 3, 3, 0, 2, 1, 112])],
  ['one-byte records of a hello of 4,000 bytes', record([2, 0, 0x0f, 0xa0]), record([0])],
];
for (const [what, first, piece] of floods) {
  test(`an endless answer: ${what}`, async (context) => {
    const { port } = await tcpServer(context, endless(first, piece));
    // Longer than the test may take: what ends it is how much came.
    const { flight, length } = await fly(port, 300_000);
    assert.ok(length <= 98_304, String(length));
    assert.equal(flight.chain, undefined);
  });
}

test('a certificate that is none is not judged, and a huge one neither', () => {
  const { certificate } = createPorts({});
  for (const sent of [[], [new Uint8Array(0)], [new Uint8Array(80_000).fill(0x30)], [Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff)]]) {
    assert.equal(certificate.read({ sent, host: name, protocol: 'TLS 1.2', reading: 'clear', now: Date.now() }), undefined);
  }
});
