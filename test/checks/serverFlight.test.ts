import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ServerFlight } from '../../server/src/checks/wire/serverFlight.ts';

const number = (value: number, size: number): number[] => Array.from({ length: size }, (_, at) => Math.floor(value / 256 ** (size - 1 - at)) & 255);
const vector = (size: number, content: readonly number[]): number[] => [...number(content.length, size), ...content];
const message = (type: number, body: readonly number[]): number[] => [type, ...vector(3, body)];
const record = (content: readonly number[], type = 22): number[] => [type, 3, 3, ...vector(2, content)];

function hello(extensions: readonly number[] = [], version = 0x0303): number[] {
  const body = [...number(version, 2), ...new Array<number>(32).fill(7), 0, 0xc0, 0x2f, 0, ...vector(2, extensions)];
  return message(2, body);
}
const withStaple = [0, 5, 0, 0];
const certificate = (length: number, fill: number): number[] => new Array<number>(length).fill(fill);
const chain = (...certificates: readonly (readonly number[])[]): number[] => message(11, vector(3, certificates.flatMap((each) => vector(3, each))));
const staple = message(22, [1, ...vector(3, [1, 2, 3])]);
const done = message(14, []);

function read(bytes: readonly number[]): ServerFlight & { complete: boolean } {
  const flight = new ServerFlight(true);
  const complete = flight.read(Uint8Array.from(bytes));
  return Object.assign(flight, { complete });
}

const whole = [...hello(withStaple), ...chain(certificate(900, 1), certificate(1_000, 2)), ...staple, ...done];
const wholes: readonly (readonly [string, readonly number[]])[] = [
  ['in one record', record(whole)],
  ['one message a record', [record(hello(withStaple)), record(chain(certificate(900, 1), certificate(1_000, 2))), record(staple), record(done)].flat()],
  ['one byte a record', whole.flatMap((byte) => record([byte]))],
];
for (const [how, bytes] of wholes) {
  test(`certificates and stapled answer ${how}, in one piece and byte by byte`, () => {
    const flight = new ServerFlight(true);
    const all = Uint8Array.from(bytes);
    let needed = 0;
    while (needed < all.length && !flight.read(all.subarray(0, needed))) needed++;
    for (const each of [flight, read(bytes)]) {
      assert.equal(each.answer.kind, 'serverHello');
      assert.deepEqual(each.chain?.map((one) => [one.length, one[0]]), [[900, 1], [1_000, 2]]);
      assert.deepEqual([...(each.staple ?? [])], [1, 2, 3]);
    }
    assert.ok(needed <= all.length);
  });
}

test('a certificate of 60 KB is read as it comes, byte by byte', () => {
  const large = chain(certificate(60_000, 9));
  const bytes = Uint8Array.from([...record(hello()), ...large.flatMap((_, at) => (at % 16_000 === 0 ? record(large.slice(at, at + 16_000)) : []))]);
  const flight = new ServerFlight(true);
  for (let length = 1; length < bytes.length; length++) assert.equal(flight.read(bytes.subarray(0, length)), false);
  assert.equal(flight.read(bytes), true);
  assert.equal(flight.chain?.[0]?.length, 60_000);
});

test('without an offer of a stapled answer nothing is waited for behind the certificates', () => {
  const flight = read(record([...hello(), ...chain([1])]));
  assert.deepEqual([flight.complete, flight.chain?.length, flight.staple], [true, 1, undefined]);
});

test('an offer that is not kept ends with the next message', () => {
  const flight = read(record([...hello(withStaple), ...chain([1]), ...message(12, [0])]));
  assert.deepEqual([flight.complete, flight.chain?.length, flight.staple], [true, 1, undefined]);
});

test('TLS 1.3 encrypts what follows, so its hello is the end', () => {
  const flight = read([...record(hello([0, 43, 0, 2, 3, 4])), ...record([1], 23)]);
  assert.deepEqual([flight.complete, flight.answer.kind, flight.chain], [true, 'serverHello', undefined]);
});

test('a warning that the name is not known is passed over; without a hello behind it, it is the answer', () => {
  const warned = record([1, 112], 21);
  assert.deepEqual(read(warned).answer, { kind: 'alert', level: 1, description: 112 });
  assert.equal(read(warned).complete, false);
  assert.equal(read([...warned, ...record([...hello(), ...chain([1])])]).chain?.length, 1);
  assert.deepEqual(read([...warned, ...warned]).answer, { kind: 'alert', level: 1, description: 112 });
});

/** Each ends the reading, keeps the ServerHello, and gives no certificate. */
const broken: readonly (readonly [string, readonly number[]])[] = [
  ['a list that is longer than its message', message(11, [0, 0, 9, 0, 0, 1, 1])],
  ['a list that is shorter than its message', message(11, [0, 0, 1, 0, 0, 1, 1])],
  ['a certificate that is longer than the list', message(11, vector(3, [0, 0, 9, 1]))],
  ['a certificate of no length', message(11, vector(3, [0, 0, 0]))],
  ['half a length', message(11, vector(3, [0, 0]))],
  ['an empty list', message(11, [0, 0, 0])],
  ['an empty message', message(11, [])],
  ['a message of 16 MB', [11, 0xff, 0xff, 0xff, 0]],
  ['another message in its place', message(14, [])],
];
for (const [what, bytes] of broken) {
  test(`certificates: ${what}`, () => {
    const flight = read([...record(hello()), ...record(bytes)]);
    assert.deepEqual([flight.complete, flight.answer.kind, flight.chain], [true, 'serverHello', undefined]);
  });
}

test('an alert, or what is no TLS, behind the hello takes nothing away from it', () => {
  for (const rest of [record([2, 40], 21), [...Buffer.from('HTTP/1.1 400')], record([], 22), [22, 3, 3, 255, 255, 1]]) {
    const flight = read([...record(hello()), ...rest]);
    assert.deepEqual([flight.complete, flight.answer.kind], [true, 'serverHello']);
  }
});

test('a server that never stops sending certificates is not followed', () => {
  const endless = [...number(11, 1), ...number(81_000, 3), ...vector(3, []).slice(0, 0), ...number(80_997, 3)];
  const flight = new ServerFlight(true);
  let bytes = [...record(hello()), ...record(endless)];
  let complete = false;
  // 10,000 certificates of five bytes: more than are kept.
  while (!complete && bytes.length < 98_304) {
    bytes = [...bytes, ...record(Array.from({ length: 2_000 }, () => [0, 0, 2, 1, 1]).flat())];
    complete = flight.read(Uint8Array.from(bytes));
  }
  assert.equal(complete, true);
  assert.ok((flight.chain?.length ?? 0) <= 16);
});
