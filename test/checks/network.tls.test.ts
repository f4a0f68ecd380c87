import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import * as tls from 'node:tls';
import { test, type TestContext } from 'node:test';
import { createPorts, type NetworkOptions } from '../../server/src/network/index.ts';
import type { Ports } from '../../server/src/checks/ports.ts';
import { clientHello, type TlsVersion } from '../../server/src/checks/wire/clientHello.ts';
import { readServerAnswer, type ServerAnswer } from '../../server/src/checks/wire/serverFlight.ts';
import { closedPort, listening, probe, tcpServer } from './loopback.ts';
import { testCertificates } from './serverCertificates.ts';

const certificates = testCertificates();
const to = { address: '192.0.2.10', port: 443 };
const name = 'mail.a.example';
const versions: readonly TlsVersion[] = ['1.0', '1.1', '1.2', '1.3'];
const wire = { '1.0': 0x0301, '1.1': 0x0302, '1.2': 0x0303, '1.3': 0x0304 };

function ports(port: number, options: NetworkOptions = {}): Ports {
  return createPorts({ route: { name: 'test', connect: { '192.0.2.10:443': `127.0.0.1:${port}` } }, ...options });
}

async function hello(port: number, version: TlsVersion): Promise<ServerAnswer & { end?: string }> {
  const { exchange, random } = ports(port);
  const result = await exchange.exchange(
    to,
    clientHello(version, name, random.bytes(96)),
    (bytes) => readServerAnswer(bytes).kind !== 'incomplete',
    probe(2_000),
  );
  assert.ok(result.kind === 'bytes', JSON.stringify(result));
  return { ...readServerAnswer(result.bytes), end: result.end };
}

async function tlsServer(
  context: TestContext,
  options: tls.TlsOptions = {},
  names: readonly string[] = [name],
  days?: { from?: number; to?: number },
): Promise<number> {
  const own = await (await certificates).issue(names, days);
  return (
    await listening(
      context,
      tls.createServer({ ...own, ...options }, (socket) => socket.on('error', () => undefined)),
    )
  ).port;
}

for (const spoken of versions) {
  test(`hand-made hellos against a server that speaks TLS ${spoken} only`, async (context) => {
    const version = `TLSv1${spoken === '1.0' ? '' : spoken.slice(1)}` as tls.SecureVersion;
    const port = await tlsServer(context, { minVersion: version, maxVersion: version, ciphers: `${tls.DEFAULT_CIPHERS}:@SECLEVEL=0` });
    for (const asked of versions) {
      const answer = await hello(port, asked);
      if (asked === spoken) assert.deepEqual(answer.kind === 'serverHello' && answer.version, wire[spoken], asked);
      else
        assert.ok(
          answer.kind === 'alert' || (answer.kind === 'serverHello' && answer.version !== wire[asked]),
          `${asked}: ${JSON.stringify(answer)}`,
        );
    }
  });
}

test('a server that wants another group asks for it, which counts as TLS 1.3', async (context) => {
  const port = await tlsServer(context, { ecdhCurve: 'P-384', minVersion: 'TLSv1.3' });
  const answer = await hello(port, '1.3');
  assert.deepEqual(answer.kind === 'serverHello' && [answer.version, answer.retryRequest], [0x0304, true]);
});

test('an alert in one-byte pieces', async (context) => {
  const { port } = await tcpServer(context, (socket) => {
    socket.setNoDelay(true);
    socket.once('data', () => {
      for (const byte of [0x15, 3, 1, 0, 2, 2, 70]) socket.write(Buffer.from([byte]));
    });
  });
  assert.deepEqual(await hello(port, '1.0'), { kind: 'alert', level: 2, description: 70, end: 'enough' });
});

const ends: readonly (readonly [string, (socket: Socket) => void, string])[] = [
  ['reset', (socket) => socket.once('data', () => socket.resetAndDestroy()), 'reset'],
  ['closed', (socket) => socket.once('data', () => socket.end()), 'closed'],
  ['nonsense', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), 'enough'],
  [
    'endless handshake bytes',
    (socket) => socket.once('data', () => socket.write(Buffer.from([0x16, 3, 3, 0x40, 0, 2, 0, 0x10, 0, ...new Uint8Array(120_000)]))),
    'limit',
  ],
];
for (const [what, behave, end] of ends) {
  test(`the exchange ends: ${what}`, async (context) => {
    const { port } = await tcpServer(context, behave);
    const { exchange } = ports(port);
    const enough = (bytes: Uint8Array): boolean => end === 'enough' && readServerAnswer(bytes).kind === 'notTls';
    const result = await exchange.exchange(to, clientHello('1.2', name, new Uint8Array(96)), enough, probe(2_000));
    assert.ok(result.kind === 'bytes');
    assert.equal(result.end, end);
    assert.ok(result.bytes.length <= 98_304);
  });
}

test('a silent port is silence, a closed one is refused, and both say by which way', async (context) => {
  const { port } = await tcpServer(context, () => undefined);
  const silent = await ports(port).exchange.exchange(to, new Uint8Array(1), () => false, probe(60));
  assert.deepEqual([silent.kind, 'end' in silent && silent.end, silent.via], ['bytes', 'silent', 'direct to 192.0.2.10:443 (IPv4), route test']);
  const refused = await ports(await closedPort()).tcp.connect(to, probe());
  assert.deepEqual([refused.kind, 'reason' in refused && refused.reason, 'code' in refused && refused.code], ['failure', 'refused', 'ECONNREFUSED']);
  assert.equal((await ports(port).tcp.connect(to, probe())).kind, 'open');
});

for (const address of ['127.0.0.1', '10.0.0.1', '::1', '::ffff:127.0.0.1', '169.254.169.254', '0.0.0.0']) {
  test(`${address} is not dialled, whatever the route says`, async (context) => {
    let connections = 0;
    const { port } = await tcpServer(context, () => connections++);
    const target = address.includes(':') ? `[${address}]:443` : `${address}:443`;
    const refusing = createPorts({ route: { connect: { [target]: `127.0.0.1:${port}` } } });
    const allowing = createPorts({ route: { connect: { [target]: `127.0.0.1:${port}` } }, settings: { allowPrivateAddresses: true } });
    const reasons = await Promise.all([
      refusing.tcp.connect({ address, port: 443 }, probe()),
      refusing.exchange.exchange({ address, port: 443 }, new Uint8Array(1), () => true, probe()),
      refusing.certificate.handshake({ address, port: 443 }, name, probe()),
      refusing.http.request({ method: 'GET', secure: false, host: name, to: { address, port: 443 }, path: '/', headers: {} }, probe()),
    ]);
    assert.deepEqual(
      reasons.map((result) => 'reason' in result && result.reason),
      ['forbidden', 'forbidden', 'forbidden', 'forbidden'],
    );
    assert.equal(connections, 0);
    assert.equal((await allowing.tcp.connect({ address, port: 443 }, probe())).kind, 'open');
  });
}

test('a certificate of a trusted authority that names the host', async (context) => {
  const { root } = await certificates;
  const port = await tlsServer(context, {}, [name, '*.b.example']);
  const answer = await ports(port, { extraCa: root }).certificate.handshake(to, name, probe());
  assert.ok(answer.kind === 'certificate');
  assert.equal(answer.trustError, undefined);
  assert.ok(answer.reachesTrustedRoot && answer.chain[0].coversHost);
  assert.deepEqual(answer.chain[0].names, [name, '*.b.example']);
  assert.ok(Math.abs(answer.chain[0].validTo - Date.now() - 80 * 86_400_000) < 60_000);
  assert.equal(answer.via, 'direct to 192.0.2.10:443 (IPv4), route test');
});

test('a route brings its own authority', async (context) => {
  const { root } = await certificates;
  const port = await tlsServer(context);
  const withRoute = createPorts({ route: { ca: root, connect: { '192.0.2.10:443': `127.0.0.1:${port}` } } });
  const answer = await withRoute.certificate.handshake(to, name, probe());
  assert.deepEqual(answer.kind === 'certificate' && [answer.trustError, answer.via], [undefined, 'direct to 192.0.2.10:443 (IPv4), routed']);
});

test('a wrong name is no matter of trust', async (context) => {
  const { root } = await certificates;
  const answer = await ports(await tlsServer(context, {}, ['www.a.example']), { extraCa: root }).certificate.handshake(to, name, probe());
  assert.ok(answer.kind === 'certificate');
  assert.deepEqual([answer.trustError, answer.chain[0].coversHost], [undefined, false]);
});

test('an expired certificate still leads to its authority', async (context) => {
  const { root } = await certificates;
  const answer = await ports(await tlsServer(context, {}, [name], { from: -90, to: -1 }), { extraCa: root }).certificate.handshake(to, name, probe());
  assert.ok(answer.kind === 'certificate');
  assert.deepEqual([answer.trustError, answer.reachesTrustedRoot], ['CERT_HAS_EXPIRED', true]);
});

test('an unknown authority is told by its code, and expiry does not hide it', async (context) => {
  const unknown = await ports(await tlsServer(context)).certificate.handshake(to, name, probe());
  assert.deepEqual(unknown.kind === 'certificate' && [unknown.trustError, unknown.reachesTrustedRoot], ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', false]);
  const expired = await ports(await tlsServer(context, {}, [name], { from: -90, to: -1 })).certificate.handshake(to, name, probe());
  assert.equal(expired.kind === 'certificate' && expired.reachesTrustedRoot, false);
});

test('a server without TLS 1.2 gives no certificate, and says why', async (context) => {
  const port = await tlsServer(context, { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: `${tls.DEFAULT_CIPHERS}:@SECLEVEL=0` });
  const answer = await ports(port).certificate.handshake(to, name, probe());
  assert.deepEqual('reason' in answer && answer.reason, 'handshake');
});

test('bad authority text does not spoil the store', async (context) => {
  const { root } = await certificates;
  const port = await tlsServer(context);
  const extraCa = `-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n${root}`;
  const answer = await ports(port, { extraCa }).certificate.handshake(to, name, probe());
  assert.equal(answer.kind === 'certificate' && answer.trustError, undefined);
});

test('a stop destroys sockets at once, in every stage', async (context) => {
  const closed: Promise<unknown>[] = [];
  let heard: () => void = () => undefined;
  const server = await tcpServer(context, (socket) => {
    closed.push(new Promise((resolve) => socket.once('close', resolve)));
    socket.once('data', () => heard());
  });
  const controller = new AbortController();
  const { exchange, certificate, http } = ports(server.port);
  // Longer than the test may take: only the stop can end what never ends.
  const limit = probe(300_000, controller.signal);
  const questions = [
    () => exchange.exchange(to, new Uint8Array(1), () => false, limit),
    () => certificate.handshake(to, name, limit),
    () => http.request({ method: 'GET', secure: true, host: name, to, path: '/', headers: {} }, limit),
    () => http.request({ method: 'GET', secure: false, host: name, to, path: '/', headers: {} }, limit),
  ];
  const results: Promise<object>[] = [];
  for (const question of questions) {
    const next = new Promise<void>((resolve) => (heard = resolve));
    results.push(question());
    await next;
  }
  controller.abort();
  const reasons = (await Promise.all(results)).map((result) => 'reason' in result && result.reason);
  await Promise.all(closed);
  assert.equal(closed.length, questions.length);
  assert.deepEqual(reasons, ['cancelled', 'cancelled', 'cancelled', 'cancelled']);
});
