/** Servers that answer DNS as nobody should: what cannot be an answer is never taken for one, and nothing waits beyond its limit. */
import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { test, type TestContext } from 'node:test';
import * as dnsPacket from 'dns-packet';
import fc from 'fast-check';
import type { DnsAnswer, Failure } from '../../server/src/checks/ports.ts';
import { readAnswer } from '../../server/src/network/dnsMessage.ts';
import { createPorts } from '../../server/src/network/index.ts';
import { runs } from '../support/fuzz.ts';
import { overTcp, probe, udpAndTcpServer, udpServer } from './loopback.ts';

const question = { name: 'a.example', type: 'TXT' } as const;

function ask(port: number, timeoutMs = 5_000): Promise<(DnsAnswer | Failure) & { via: string }> {
  return createPorts({ resolvers: [`127.0.0.1:${port}`] }).dns.query(question, probe(timeoutMs));
}

function reply(message: Buffer, more: Partial<dnsPacket.Packet> = {}): Buffer {
  const { id = 0, questions = [] } = dnsPacket.decode(message);
  return dnsPacket.encode({ type: 'response', id, questions, ...more });
}

const text = (data: string | string[]): dnsPacket.Answer => ({ type: 'TXT', name: 'a.example', ttl: 60, data });

/** A header that claims an answer, and bytes behind it. */
function answering(message: Buffer, bytes: Buffer, counts: { readonly questions?: number; readonly answers?: number } = {}): Buffer {
  const header = Buffer.from(message.subarray(0, 12));
  header.writeUInt16BE(0x8180, 2);
  header.writeUInt16BE(counts.questions ?? 1, 4);
  header.writeUInt16BE(counts.answers ?? 1, 6);
  header.writeUInt32BE(0, 8);
  return Buffer.concat([header, bytes]);
}
const asked = (message: Buffer): Buffer => message.subarray(12, 12 + 11 + 4);

const unreadable: readonly (readonly [string, (message: Buffer) => Buffer])[] = [
  ['a name that points at itself', (message) => answering(message, Buffer.concat([asked(message), Buffer.from('c01bc01b0010000100000000', 'hex')]))],
  ['two names that point at one another', (message) => answering(message, Buffer.concat([asked(message), Buffer.from('c01d' + 'c01b' + '0010000100000000', 'hex')]))],
  ['a question that points at itself', (message) => answering(message, Buffer.from('c00c00100001', 'hex'))],
  ['a name that points behind the message', (message) => answering(message, Buffer.concat([asked(message), Buffer.from('ffff0010000100000000', 'hex')]))],
  ['a label longer than the message', (message) => answering(message, Buffer.concat([asked(message), Buffer.from('3f6162', 'hex')]))],
  ['a label of a kind that does not exist', (message) => answering(message, Buffer.concat([asked(message), Buffer.from('80610000100001', 'hex')]))],
  ['a string longer than its record', (message) => answering(message, Buffer.concat([asked(message), Buffer.from('c00c0010000100000000' + '0002' + 'ff61', 'hex')]))],
  ['records that are announced and not there', (message) => answering(message, asked(message), { answers: 65_535 })],
];
for (const [name, answer] of unreadable) {
  test(`cannot be read, and is no answer: ${name}`, async (context) => {
    const port = await udpServer(context, (message) => [answer(message)]);
    const result = await ask(port, 400);
    assert.deepEqual([result.kind, 'reason' in result && result.reason], ['failure', 'nonsense']);
  });
}

test('an answer behind a thousand false ones is found', async (context) => {
  const port = await udpServer(context, (message) => {
    const { id = 0 } = dnsPacket.decode(message);
    const other = Array.from({ length: 50 }, (_, at) => reply(message, { id: (id + 1 + at) & 0xffff, answers: [text('false')] }));
    const evil = reply(message, { questions: [{ name: 'evil.example', type: 'TXT' }], answers: [text('false')] });
    const withoutQuestion = reply(message, { questions: [], answers: [text('false')] });
    const otherType = reply(message, { questions: [{ name: 'a.example', type: 'A' }], answers: [text('false')] });
    return [...other, evil, withoutQuestion, otherType, ...unreadable.map(([, answer]) => answer(message)), reply(message, { answers: [text('true')] })];
  });
  const result = await ask(port);
  assert.deepEqual(result.kind === 'answer' && result.records.map(({ value }) => value), ['true']);
});

test('control characters and line ends in names and texts do not pass', async (context) => {
  const port = await udpServer(context, (message) => [reply(message, { answers: [text('one\r\ntwo\u001b[31m\u0000'), { type: 'CNAME', name: 'a.example', ttl: 1, data: 'a\nb.example' }] })]);
  const result = await ask(port);
  assert.ok(result.kind === 'answer');
  for (const { value } of result.records) assert.doesNotMatch(value, /\p{Cc}/u);
});

/** A server whose UDP side asks for TCP, and whose TCP side says what it is told. */
function overTcpOnly(context: TestContext, say: (socket: Socket, message: Buffer) => void): Promise<number> {
  return udpAndTcpServer(
    context,
    (message) => [reply(message, { flags: dnsPacket.TRUNCATED_RESPONSE })],
    (socket) => socket.once('data', (message: Buffer) => say(socket, message.subarray(2))),
  );
}

/** 64 KB but a few bytes, in records of 255 bytes. */
const longest = (message: Buffer): Buffer => reply(message, { answers: Array.from({ length: 244 }, () => text('x'.repeat(245))) });

test('64 KB of texts come whole, byte by byte or at once', async (context) => {
  for (const step of [1, 65_537]) {
    const port = await overTcpOnly(context, (socket, message) => {
      const bytes = overTcp(longest(message));
      socket.cork();
      for (let at = 0; at < bytes.length; at += step) socket.write(bytes.subarray(at, at + step));
      socket.uncork();
    });
    const result = await ask(port, 20_000);
    assert.ok(result.kind === 'answer', JSON.stringify(result));
    assert.equal(result.records.length, 244);
  }
});

test('one record of 64 KB is cut to a length that can be shown', async (context) => {
  const port = await overTcpOnly(context, (socket, message) => socket.write(overTcp(reply(message, { answers: [text(Array.from({ length: 250 }, () => 'y'.repeat(255)))] }))));
  const result = await ask(port);
  assert.equal(result.kind === 'answer' && result.records[0]?.value.length, 4_096);
});

const endings: readonly (readonly [string, (socket: Socket, message: Buffer) => void, Failure['reason']])[] = [
  ['a length without a message', (socket) => void socket.end(Buffer.from([0x10, 0x00])), 'closed'],
  ['a length of nothing', (socket) => void socket.write(Buffer.from([0, 0])), 'nonsense'],
  ['half a length', (socket) => void socket.end(Buffer.from([0])), 'closed'],
  ['another id', (socket, message) => void socket.write(overTcp(reply(message, { id: (message.readUInt16BE(0) + 1) & 0xffff }))), 'nonsense'],
  ['another question', (socket, message) => void socket.write(overTcp(reply(message, { questions: [{ name: 'evil.example', type: 'TXT' }] }))), 'nonsense'],
  ['a web page', (socket) => void socket.write(`HTTP/1.1 400 Bad Request\r\n\r\n${' '.repeat(20_000)}`), 'nonsense'],
  ['a reset', (socket) => void socket.resetAndDestroy(), 'reset'],
  ['silence', () => undefined, 'timeout'],
];
for (const [name, say, reason] of endings) {
  test(`over TCP is no answer: ${name}`, async (context) => {
    const result = await ask(await overTcpOnly(context, say), 600);
    assert.deepEqual([result.kind, 'reason' in result && result.reason], ['failure', reason]);
  });
}

test('a stream that never ends is left at the first message', async (context) => {
  const port = await overTcpOnly(context, (socket, message) => {
    socket.write(overTcp(reply(message, { answers: [text('first')] })));
    const more = Buffer.alloc(65_536, 0xff);
    const pour = (): void => {
      if (!socket.destroyed && socket.write(more)) setImmediate(pour);
      else socket.once('drain', pour);
    };
    pour();
  });
  const result = await ask(port);
  assert.equal(result.kind === 'answer' && result.records[0]?.value, 'first');
});

test('whatever bytes come, reading them neither throws nor lasts', () => {
  const good = dnsPacket.encode({ type: 'response', id: 7, questions: [{ ...question, class: 'IN' }], answers: [text(['one', 'two']), { type: 'SRV', name: 'a.example', ttl: 1, data: { port: 443, target: 'mail.a.example' } }] });
  const bent = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 12 }).map((changes) => {
    const bytes = Buffer.from(good);
    for (const [at, value] of changes) if (at > 1) bytes[at] = value;
    return bytes;
  });
  const random = fc.uint8Array({ maxLength: 600 }).map((bytes) => Buffer.concat([Buffer.from([0, 7, 0x81, 0x80]), bytes]));
  fc.assert(
    fc.property(fc.oneof(bent, random), (bytes) => {
      const read = readAnswer(bytes, 7, question, 'udp');
      if (typeof read !== 'object' || read.kind !== 'answer') return;
      for (const { name, value } of [...read.records, ...read.authority]) assert.ok(name.length <= 1_024 && value.length <= 4_096);
    }),
    { numRuns: runs * 20 },
  );
});
