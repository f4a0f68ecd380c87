/** Web servers that lie, break off or never end: whole checks judge them truthfully, in their time, and read little of them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Verdict } from '../../server/src/protocol/checks.ts';
import { askSpeaking, type Speaking, type Talk } from './hostileServer.ts';
import { informationXml, wsseFault } from './fakeWorld.ts';

const head = (status: string, ...lines: readonly string[]): string => `HTTP/1.1 ${status}\r\n${[...lines, ''].join('\r\n')}\r\n`;
const xmlHead = 'Content-Type: text/xml; charset=utf-8';
const information = informationXml();

/** The answer of a healthy partner, to be damaged. */
function healthy({ line }: Talk): { readonly status: string; readonly body: string } {
  if (/wssecurity/i.test(line)) return { status: '500 Internal Server Error', body: wsseFault };
  return line.startsWith('POST') ? { status: '200 OK', body: information } : { status: '401 Unauthorized', body: '' };
}

const says = (text: string | Buffer): Speaking => ({ say: ({ socket }) => socket.end(text) });
const answers = (body: string | Buffer, ...lines: readonly string[]): Speaking =>
  says(Buffer.concat([Buffer.from(head('200 OK', xmlHead, `Content-Length: ${body.length}`, ...lines)), Buffer.from(body)]));

/** Goes on for as long as anybody listens. */
const pours = (first: string, piece: string): Speaking => ({
  say: ({ socket }) => {
    const many = piece.repeat(Math.ceil(65_536 / piece.length));
    const pour = (): void => {
      if (!socket.destroyed && socket.write(many)) setImmediate(pour);
    };
    socket.on('drain', pour).write(first);
    pour();
  },
});

/** Goes on, a piece at a time, so that there is always something new and never an end. */
const drips = (first: string, piece: string): Speaking => ({
  say: ({ socket }) => {
    socket.write(first);
    const timer = setInterval(() => socket.write(piece), 20);
    socket.once('close', () => clearInterval(timer));
  },
});

/** Sends the beginning of a right answer, then resets the connection below TLS. */
const resetsAfter = (beginning: string): Speaking => ({
  say: ({ socket, below }) => {
    if (beginning === '') below.resetAndDestroy();
    else socket.write(beginning, () => setImmediate(() => below.resetAndDestroy()));
  },
});

const bytesFrom = (first: number, last: number): Buffer => Buffer.from(Array.from({ length: last - first + 1 }, (_, at) => first + at));
/** What no header may hold stands among them, or only what one may hold though nobody reads it. */
const everyByte = bytesFrom(0x0e, 0xff);
const upperBytes = bytesFrom(0x80, 0xff);
const binaryHeaders = (bytes: Buffer): Buffer => Buffer.concat(
  ['Server', 'Date', 'Location', 'WWW-Authenticate', 'Content-Type', 'X-FEServer', 'X-WSSecurity-Enabled', 'X-SOAP-Enabled', 'Via', 'Age', 'request-id'].map((name) =>
    Buffer.concat([Buffer.from(`${name}: `), bytes, Buffer.from('\r\n')]),
  ),
);
const binaryAnswer = (bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from('HTTP/1.1 401 '), bytes, Buffer.from('\r\n'), binaryHeaders(bytes), Buffer.from('Content-Length: 0\r\n\r\n')]);
const bomb = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a0 "lol">${Array.from({ length: 12 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('')}]><l>&a12;</l>`;

type Judged = 'F1' | 'A1' | 'A2' | 'W1' | 'W2';

interface Case {
  readonly name: string;
  readonly speaking: Speaking;
  /** Where the verdict is another than unknown. */
  readonly expect?: Partial<Record<Judged, Verdict | readonly Verdict[]>>;
  /** Nothing ends it but the limits, which are short then. */
  readonly endless?: true;
}

/** Every place answered, and none as Exchange does: a fact, whatever stands in the body. */
const noExchange = { F1: 'fail', A1: 'warn' } as const;
/** What answers cannot be asked by anybody who speaks HTTP/1.1. */
const noHttp = { F1: 'fail', A1: 'warn', W1: 'fail', W2: 'fail' } as const;
const preAuthentication = { F1: 'fail', A1: 'info', W1: 'fail', W2: 'fail' } as const;
const clientsFindNothing = { A1: 'warn' } as const;

const cases: readonly Case[] = [
  { name: 'silence', speaking: { say: () => undefined }, endless: true },
  { name: 'headers poured without end', speaking: pours('HTTP/1.1 200 OK\r\n', 'X-A: b\r\n') },
  { name: 'headers dripped without end', speaking: drips('HTTP/1.1 200 OK\r\n', 'X-A: b\r\n'), endless: true },
  { name: 'one header line without end', speaking: pours('HTTP/1.1 200 OK\r\nX-A: ', 'b') },
  { name: 'a status line without end', speaking: pours('HTTP/1.1 200 ', 'O') },
  { name: 'a body dripped byte by byte', speaking: drips(head('200 OK', xmlHead, 'Content-Length: 100000'), '<'), endless: true },
  { name: 'a body without end', speaking: pours(head('200 OK', xmlHead), 'x'), expect: clientsFindNothing },
  { name: 'chunks without end', speaking: pours(head('200 OK', xmlHead, 'Transfer-Encoding: chunked'), '4\r\nabcd\r\n'), expect: clientsFindNothing },
  { name: 'chunk extensions without end', speaking: pours(`${head('200 OK', xmlHead, 'Transfer-Encoding: chunked')}4;x=`, 'y') },
  { name: 'trailers without end', speaking: pours(`${head('200 OK', xmlHead, 'Transfer-Encoding: chunked')}0\r\n`, 'X-A: b\r\n') },
  { name: 'empty lines without end', speaking: pours('', '\r\n') },
  { name: '100 Continue without end', speaking: pours('', 'HTTP/1.1 100 Continue\r\n\r\n') },
  { name: '103 Early Hints without end', speaking: pours('', 'HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n') },
  { name: '101 Switching Protocols', speaking: says(head('101 Switching Protocols', 'Upgrade: h2c', 'Connection: Upgrade')) },
  { name: 'XML bomb', speaking: answers(bomb), expect: noExchange },
  { name: 'an external entity', speaking: answers('<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "http://other.example/x">]><r>&x;</r>'), expect: noExchange },
  { name: 'an external DTD', speaking: answers(`<!DOCTYPE r SYSTEM "http://other.example/x.dtd">${information.replace(/^<\?.*?\?>/, '')}`), expect: noExchange },
  { name: 'deep XML', speaking: answers('<a>'.repeat(80_000)), expect: clientsFindNothing },
  { name: 'one element with 20,000 attributes', speaking: answers(`<a ${Array.from({ length: 20_000 }, (_, at) => `b${at}=""`).join(' ')}/>`), expect: noExchange },
  { name: 'gzip bomb', speaking: answers(gzipSync(Buffer.alloc(50_000_000)), 'Content-Encoding: gzip'), expect: clientsFindNothing },
  { name: 'gzip in gzip', speaking: answers(gzipSync(gzipSync(information)), 'Content-Encoding: gzip, gzip'), expect: clientsFindNothing },
  { name: 'nothing at all', speaking: says('') },
  { name: 'reset at once', speaking: resetsAfter('') },
  { name: 'reset in the status line', speaking: resetsAfter('HTTP/1.1 2') },
  { name: 'reset in the headers', speaking: resetsAfter('HTTP/1.1 200 OK\r\nContent-Ty') },
  { name: 'reset after the headers', speaking: resetsAfter(head('200 OK', xmlHead, 'Content-Length: 1000')) },
  { name: 'reset in the body', speaking: resetsAfter(`${head('200 OK', xmlHead, 'Content-Length: 1000')}<s:Env`) },
  { name: 'reset in a chunk', speaking: resetsAfter(`${head('200 OK', xmlHead, 'Transfer-Encoding: chunked')}ff\r\n<s:Env`) },
  { name: 'reset in the handshake', speaking: { say: ({ below }) => below.resetAndDestroy(), refusesTls: true } },
  { name: 'an answer without a length, cut in its body', speaking: says(`${head('200 OK', xmlHead)}${information.slice(0, 300)}`), expect: clientsFindNothing },
  { name: 'the same, by a reset', speaking: resetsAfter(`${head('200 OK', xmlHead)}${information.slice(0, 300)}`), expect: clientsFindNothing },
  { name: 'a length that is too long', speaking: says(`${head('200 OK', xmlHead, `Content-Length: ${information.length + 10}`)}${information}`) },
  { name: 'a length that is too short', speaking: says(`${head('200 OK', xmlHead, 'Content-Length: 40')}${information}`), expect: noExchange },
  { name: 'two lengths', speaking: says(`${head('200 OK', xmlHead, 'Content-Length: 40', `Content-Length: ${information.length}`)}${information}`) },
  { name: 'a length that is no number', speaking: says(`${head('200 OK', xmlHead, 'Content-Length: -1')}${information}`) },
  { name: 'a length and chunks', speaking: says(`${head('200 OK', xmlHead, 'Content-Length: 5', 'Transfer-Encoding: chunked')}0\r\n\r\n`) },
  { name: 'a chunk size that is no number', speaking: says(`${head('200 OK', xmlHead, 'Transfer-Encoding: chunked')}zz\r\n${information}`) },
  { name: 'a chunk size beyond all numbers', speaking: says(`${head('200 OK', xmlHead, 'Transfer-Encoding: chunked')}${'f'.repeat(40)}\r\n${information}`) },
  { name: 'a header name with a blank', speaking: says(`${head('200 OK', 'X Y: z', xmlHead, `Content-Length: ${information.length}`)}${information}`) },
  { name: 'a header without a colon', speaking: says(`${head('200 OK', 'Nonsense', xmlHead, `Content-Length: ${information.length}`)}${information}`) },
  { name: 'a zero byte in a header', speaking: says(`${head('200 OK', 'Server: a\0b', xmlHead, `Content-Length: ${information.length}`)}${information}`) },
  { name: 'a status of 999', speaking: says(head('999 Whatever', 'Content-Length: 0')) },
  { name: 'HTTP/0.9', speaking: says(information), expect: noHttp },
  { name: 'HTTP/2', speaking: says(Buffer.from('00000c04000000000000030000006400040010000000000400000000000000', 'hex')), expect: noHttp },
  { name: 'every byte in every header', speaking: says(binaryAnswer(everyByte)) },
  { name: 'bytes of no text in every header', speaking: says(binaryAnswer(upperBytes)), expect: { A1: 'pass', A2: 'info' } },
  { name: '1,000 WWW-Authenticate lines', speaking: says(head('401 Unauthorized', ...Array.from({ length: 1_000 }, (_, at) => `WWW-Authenticate: A${at}`), 'Content-Length: 0')), expect: preAuthentication },
  { name: 'a WWW-Authenticate line of quotes', speaking: says(head('401 Unauthorized', `WWW-Authenticate: Basic realm="${'\\"'.repeat(10_000)}`, 'Content-Length: 0')), expect: preAuthentication },
  { name: 'an answer before the question', speaking: { say: ({ socket }) => socket.write(`${head('200 OK', xmlHead, `Content-Length: ${information.length}`)}${information}`), unasked: true }, expect: { F1: ['pass', 'unknown'], A1: ['info', 'unknown'], A2: ['info', 'unknown'] } },
  { name: 'two answers', expect: { F1: 'pass', A1: 'pass', A2: 'info', W1: 'pass', W2: 'pass' }, speaking: { say: (talk) => {
    const { status, body } = healthy(talk);
    const whole = `${head(status, xmlHead, 'X-FEServer: EX1', `Content-Length: ${body.length}`)}${body}`;
    talk.socket.end(`${whole}${whole}`);
  } } },
];

const judged: readonly Judged[] = ['F1', 'A1', 'A2', 'W1', 'W2'];
/** What stays in buffers of both ends and of the system when a reader goes away. */
const mostSent = 16_777_216;

describe('hostile web servers', { concurrency: 8 }, () => {
  for (const { name, speaking, expect = {}, endless } of cases) {
    test(name, async (context) => {
      const limits = endless === true ? { connectTimeout: 700, answerTimeout: 300 } : { connectTimeout: 5_000, answerTimeout: 5_000 };
      const { results, dialled, secure, plain, trap } = await askSpeaking(context, speaking, limits);
      for (const id of judged) {
        const wanted = [expect[id] ?? 'unknown'].flat();
        const { verdict, summary } = results[id];
        assert.ok(wanted.includes(verdict), `${id} is ${verdict} instead of ${wanted.join(' or ')}: ${summary}`);
      }
      assert.ok(Math.max(secure.seen.mostBytes, plain.seen.mostBytes) < mostSent, `${secure.seen.mostBytes} and ${plain.seen.mostBytes} bytes`);
      assert.deepEqual([...dialled].sort(), ['192.0.2.10:443', '192.0.2.10:80', '192.0.2.20:443']);
      assert.equal(trap.seen.connections, 0);
      assert.ok(JSON.stringify(results).length < 100_000, 'what is told of it stays short');
    });
  }
});
