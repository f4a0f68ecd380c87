import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect as connectTls } from 'node:tls';
import test from 'node:test';
import { healthyWorld } from '../../practice/src/healthy.ts';
import { startWorld } from '../../practice/src/partner.ts';
import { changeWorld } from '../../practice/src/scenario.ts';
import { readClientHello } from '../../practice/src/tls/clientHello.ts';
import { tlsVersions, type Host, type TlsVersion } from '../../practice/src/world.ts';
import { dial, portBehind } from './askPartner.ts';

const u16 = (value: number): number[] => [value >> 8, value & 0xff];
const wire = (version: TlsVersion): number => 0x0301 + tlsVersions.indexOf(version);

/** A ClientHello for exactly one version, as a version probe sends it. */
function hello(version: TlsVersion): Buffer {
  const name = [...Buffer.from('mail.battlecalfed1.example')];
  const extension = (type: number, body: number[]): number[] => [...u16(type), ...u16(body.length), ...body];
  const share = [...u16(0x001d), ...u16(32), ...randomBytes(32)];
  const extensions = [
    ...extension(0, [...u16(name.length + 3), 0, ...u16(name.length), ...name]),
    ...extension(0x000a, [0, 4, 0, 0x1d, 0, 0x17]),
    ...extension(0x000b, [1, 0]),
    ...(version >= '1.2' ? extension(0x000d, [0, 4, 4, 3, 8, 4]) : []),
    ...(version === '1.3' ? [...extension(0x002b, [2, 3, 4]), ...extension(0x0033, [...u16(share.length), ...share])] : []),
  ];
  const suites = version === '1.3' ? [0x13, 0x01] : [0xc0, 0x2b, 0xc0, 0x09, 0xc0, 0x14];
  const legacy = version === '1.3' ? 0x0303 : wire(version);
  const body = [...u16(legacy), ...randomBytes(32), 0, ...u16(suites.length), ...suites, 1, 0, ...u16(extensions.length), ...extensions];
  return Buffer.from([0x16, 3, 1, ...u16(body.length + 4), 1, 0, ...u16(body.length), ...body]);
}

async function firstBytes(host: Partial<Host>, sends: Buffer, pieces = 1): Promise<Buffer | 'closed'> {
  const partner = await startWorld(changeWorld(healthyWorld, { hosts: { battlecalfed: host } }), 'test');
  try {
    const socket = await dial(partner.route, '192.0.2.10:443');
    socket.setNoDelay(true);
    const answer = new Promise<Buffer | 'closed'>((resolve) => {
      socket.once('data', resolve);
      socket.once('close', () => resolve('closed'));
      socket.once('error', () => resolve('closed'));
    });
    const size = Math.ceil(sends.length / pieces);
    for (let at = 0; at < sends.length; at += size) await new Promise((written) => socket.write(sends.subarray(at, at + size), written));
    const bytes = await answer;
    socket.destroy();
    return bytes;
  } finally {
    await partner.stop();
  }
}

/** The last digit of a version on the wire; TLS 1.3 wears the number of 1.2 in these places. */
const digit = (version: TlsVersion): number => Math.min(3, wire(version) & 0xf);
const serverHello = (version: TlsVersion): RegExp => new RegExp(`^16030${digit(version)}.{4}02.{6}030${digit(version)}`);
const versionAlert = (version: TlsVersion): RegExp => new RegExp(`^15030${digit(version)}00020246$`);

const cases: [speaks: readonly TlsVersion[], asked: TlsVersion, answer: RegExp][] = [
  [['1.2', '1.3'], '1.0', versionAlert('1.0')],
  [['1.2', '1.3'], '1.1', versionAlert('1.1')],
  [['1.2', '1.3'], '1.2', serverHello('1.2')],
  [['1.2', '1.3'], '1.3', serverHello('1.3')],
  [['1.2'], '1.3', versionAlert('1.3')],
  [['1.3'], '1.2', versionAlert('1.2')],
  [['1.0'], '1.0', serverHello('1.0')],
  [['1.0', '1.1'], '1.1', serverHello('1.1')],
  [['1.0'], '1.3', versionAlert('1.3')],
  // A hello without a list of versions offers all up to its own: an old server takes the one it has.
  [['1.0'], '1.2', serverHello('1.0')],
];
for (const [speaks, asked, answer] of cases) {
  test(`a host that speaks ${speaks.join(', ')} answers a hello for ${asked} with ${answer.source.slice(1, 7)}`, async () => {
    const bytes = await firstBytes({ tls: speaks }, hello(asked));
    assert.ok(bytes !== 'closed');
    assert.match(bytes.toString('hex'), answer);
  });
}

test('a hello that comes in many pieces is understood', async () => {
  for (const version of ['1.0', '1.3'] as const) {
    const bytes = await firstBytes({}, hello(version), 40);
    assert.ok(bytes !== 'closed');
    assert.match(bytes.toString('hex'), version === '1.0' ? versionAlert('1.0') : serverHello('1.3'));
  }
});

test('bytes that are not TLS end the connection', async () => {
  assert.equal(await firstBytes({}, Buffer.from('GET / HTTP/1.1\r\n\r\n')), 'closed');
  assert.equal(await firstBytes({}, Buffer.from([0x16, 3, 1, 0xff, 0xff])), 'closed');
});

test('a port can refuse, reset or speak nonsense', async () => {
  assert.equal(await firstBytes({ https: 'resets' }, hello('1.2')), 'closed');
  assert.match(String(await firstBytes({ https: 'nonsense' }, hello('1.2'))), /^HTTP\/1\.1 400 /);
  await assert.rejects(firstBytes({ https: 'refuses' }, hello('1.2')), { code: 'ECONNREFUSED' });
});

test('a silent port takes the connection and ends it only when the partner stops', async () => {
  const partner = await startWorld(changeWorld(healthyWorld, { hosts: { battlecalfed: { https: 'silent' } } }), 'test');
  const socket = await dial(partner.route, '192.0.2.10:443');
  const received: Buffer[] = [];
  socket.on('data', (chunk) => received.push(chunk)).on('error', () => undefined);
  await new Promise((written) => socket.write(hello('1.2'), written));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await partner.stop();
  await closed;
  assert.equal(received.length, 0);
});

test('a real handshake agrees on the newest common version', async () => {
  const partner = await startWorld(healthyWorld, 'test');
  try {
    for (const maxVersion of ['TLSv1.2', 'TLSv1.3'] as const) {
      const port = portBehind(partner.route, '192.0.2.10:443');
      const socket = connectTls({ host: '127.0.0.1', port, servername: 'mail.battlecalfed1.example', ca: partner.route.ca ?? '', maxVersion });
      await once(socket, 'secureConnect');
      assert.equal(socket.getProtocol(), maxVersion);
      assert.equal(socket.authorized, true);
      socket.destroy();
    }
  } finally {
    await partner.stop();
  }
});

test('no bytes make the reader of hellos throw', () => {
  const good = hello('1.3');
  for (let length = 0; length < good.length; length += 1) assert.equal(readClientHello(good.subarray(0, length)).kind, 'incomplete');
  for (let at = 0; at < good.length; at += 1) {
    for (const value of [0, 0x7f, 0xff]) {
      const bent = Buffer.from(good);
      bent[at] = value;
      assert.ok(['hello', 'incomplete', 'notTls'].includes(readClientHello(bent).kind));
    }
  }
});
