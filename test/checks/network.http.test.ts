import assert from 'node:assert/strict';
import { createServer as createHttp, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { Socket } from 'node:net';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { test, type TestContext } from 'node:test';
import { createPorts } from '../../server/src/network/index.ts';
import type { Failure, HttpAnswer, HttpRequest } from '../../server/src/checks/ports.ts';
import { readXml } from '../../server/src/checks/wire/xmlTree.ts';
import { listening, probe, tcpServer } from './loopback.ts';
import { testCertificates } from './serverCertificates.ts';

const to = { address: '2001:db8::10', port: 80 };
const certificates = testCertificates();

function ask(port: number, request: Partial<HttpRequest> = {}, timeoutMs = 5_000, ca?: string): Promise<(HttpAnswer | Failure) & { via: string }> {
  const { http } = createPorts({ route: { connect: { '[2001:DB8:0::10]:80': `127.0.0.1:${port}` } }, extraCa: ca });
  return http.request({ method: 'GET', secure: false, host: 'mail.a.example', to, path: '/x?y=1', headers: {}, ...request }, probe(timeoutMs));
}

async function httpServer(context: TestContext, listener: RequestListener): Promise<number> {
  return (await listening(context, createHttp(listener))).port;
}

/** A server that says exactly these bytes. */
async function raw(context: TestContext, say: (socket: Socket) => void): Promise<number> {
  return (await tcpServer(context, (socket) => socket.once('data', () => say(socket)))).port;
}

test('a request reaches the routed address with the host’s own name', async (context) => {
  let seen: IncomingMessage | undefined;
  let body = '';
  const port = await httpServer(context, (request, response) => {
    seen = request;
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () =>
      response
        .writeHead(
          401,
          'Unauthorized',
          [
            ['WWW-Authenticate', 'Negotiate'],
            ['WWW-Authenticate', 'NTLM'],
            ['X-FEServer', 'EX1'],
          ].flat(),
        )
        .end('no'),
    );
  });
  const answer = await ask(port, { method: 'POST', body: '<a/>', headers: { 'content-type': 'text/xml' } });
  assert.ok(answer.kind === 'http');
  assert.deepEqual(
    [seen?.method, seen?.url, seen?.headers.host, seen?.headers['content-type'], body],
    ['POST', '/x?y=1', 'mail.a.example', 'text/xml', '<a/>'],
  );
  assert.deepEqual([answer.status, answer.statusText, answer.body], [401, 'Unauthorized', 'no']);
  assert.deepEqual(answer.headers.get('www-authenticate'), ['Negotiate', 'NTLM']);
  assert.deepEqual(answer.headers.get('x-feserver'), ['EX1']);
  assert.equal(answer.via, 'direct to [2001:db8::10]:80 (IPv6), routed');
});

test('the server name is the host, and the certificate is told but does not end the question', async (context) => {
  const authority = await certificates;
  const { root } = authority;
  const names: (string | false)[] = [];
  const own = await authority.issue(['mail.a.example']);
  const server = createHttps(own, (request, response) => {
    names.push((request.socket as unknown as { servername: string | false }).servername);
    response.end('hello');
  });
  const { port } = await listening(context, server);
  const trusted = await ask(port, { secure: true }, 5_000, root);
  assert.deepEqual(trusted.kind === 'http' && [trusted.body, trusted.certificateError], ['hello', undefined]);
  const untrusted = await ask(port, { secure: true });
  assert.deepEqual(untrusted.kind === 'http' && [untrusted.body, untrusted.certificateError], ['hello', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE']);
  assert.equal(untrusted.kind === 'http' && typeof untrusted.systemStoreRead, 'boolean');
  const misnamed = await ask(port, { secure: true, host: 'other.example' }, 5_000, root);
  assert.equal(misnamed.kind === 'http' && misnamed.certificateError, 'ERR_TLS_CERT_ALTNAME_INVALID');
  assert.deepEqual(names, ['mail.a.example', 'mail.a.example', 'other.example']);
});

test('a server that names HTTP/2 alone is asked as Exchange asks it, without a word of protocols', async (context) => {
  const authority = await certificates;
  const server = createHttps({ ...(await authority.issue(['mail.a.example'])), ALPNProtocols: ['h2'] }, (_request, response) => response.end('hello'));
  const { port } = await listening(context, server);
  const answer = await ask(port, { secure: true }, 5_000, authority.root);
  assert.equal(answer.kind === 'http' && answer.body, 'hello', JSON.stringify(answer));
});

test('redirects are reported, not followed', async (context) => {
  let requests = 0;
  const port = await httpServer(context, (_request, response) => {
    requests++;
    response.writeHead(302, { location: 'https://127.0.0.1/x' }).end();
  });
  const answer = await ask(port);
  assert.deepEqual(answer.kind === 'http' && [answer.status, answer.headers.get('location')], [302, ['https://127.0.0.1/x']]);
  assert.equal(requests, 1);
});

test('each question has a connection of its own, closed at its end', async (context) => {
  const server = await listening(
    context,
    createHttp((_request, response) => response.end('x')),
  );
  const closed: Promise<unknown>[] = [];
  for (let at = 0; at < 3; at++) {
    const connection = server.nextConnection().then((socket) => closed.push(new Promise((resolve) => socket.once('close', resolve))));
    await ask(server.port);
    await connection;
  }
  await Promise.all(closed);
  assert.equal(server.open.size, 0);
});

test('a body of 10 MB is cut at 256 KB, and the sender is not read to its end', async (context) => {
  let sent = 0;
  const port = await httpServer(context, (_request, response) => {
    const piece = Buffer.alloc(65_536, 'x');
    const more = (): void => {
      while (sent < 10_485_760) {
        sent += piece.length;
        if (!response.write(piece)) return void response.once('drain', more);
      }
      response.end();
    };
    more();
  });
  const answer = await ask(port);
  assert.deepEqual(answer.kind === 'http' && [answer.body.length, answer.truncated], [262_144, true]);
});

test('a gzip bomb is not blown up', async (context) => {
  const port = await httpServer(context, (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(20_000_000))),
  );
  const answer = await ask(port);
  assert.deepEqual(answer.kind === 'http' && [answer.body.length, answer.truncated], [0, true]);
});

const encodings: readonly (readonly [string, Buffer, string | undefined])[] = [
  ['gzip', gzipSync('<a/>'), '<a/>'],
  ['deflate', deflateSync('<a/>'), '<a/>'],
  // Without zlib's frame, as some servers have always sent it.
  ['deflate', deflateRawSync('<a/>'), '<a/>'],
  ['identity', Buffer.from('<a/>'), '<a/>'],
  ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), undefined],
  ['gzip, br', gzipSync('<a/>'), undefined],
  ['gzip', Buffer.from('<a/>'), undefined],
];
for (const [at, [encoding, body, text]] of encodings.entries()) {
  test(`body ${at}, ${encoding}: ${text === undefined ? 'is told to be undecoded' : 'is read'}`, async (context) => {
    const port = await httpServer(context, (_request, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body));
    const answer = await ask(port);
    assert.ok(answer.kind === 'http');
    assert.deepEqual([answer.body, answer.undecoded, answer.truncated], [text ?? '', text === undefined ? encoding : undefined, false]);
  });
}

const document = '<?xml version="1.0" encoding="utf-16"?><a>ü</a>';
const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const charsets: readonly (readonly [string, string, Buffer, string])[] = [
  ['UTF-8 with a byte order mark', 'text/xml; charset=utf-8', Buffer.from(`\uFEFF${document}`), document],
  ['UTF-16, little end first, with a mark', 'text/xml', Buffer.from(`\uFEFF${document}`, 'utf16le'), document],
  ['UTF-16, big end first, with a mark', 'text/xml; charset=utf-16', swapped(`\uFEFF${document}`), document],
  ['UTF-16 without a mark', 'text/xml', Buffer.from(document, 'utf16le'), document],
  ['UTF-16 without a mark, big end first', 'text/xml', swapped(document), document],
  ['what the header names', 'text/xml; charset="iso-8859-1"', Buffer.from('<a>ü</a>', 'latin1'), '<a>ü</a>'],
  ['a name that nobody knows', 'text/xml; charset=x-none', Buffer.from('<a>ü</a>'), '<a>ü</a>'],
];
for (const [name, type, bytes, text] of charsets) {
  test(`text of a body: ${name}`, async (context) => {
    const port = await httpServer(context, (_request, response) => response.writeHead(200, { 'content-type': type }).end(bytes));
    const answer = await ask(port);
    assert.equal(answer.kind === 'http' && answer.body, text);
    assert.ok('root' in readXml(text));
  });
}

test('a body that trickles ends with the limit', async (context) => {
  const port = await raw(context, (socket) => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n');
    const timer = setInterval(() => socket.write('x'), 20);
    socket.once('close', () => clearInterval(timer));
  });
  const answer = await ask(port, {}, 150);
  assert.deepEqual('reason' in answer && answer.reason, 'timeout');
});

const broken: readonly (readonly [string, (socket: Socket) => void, readonly string[]])[] = [
  ['silence', () => undefined, ['timeout']],
  ['no HTTP', (socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'), ['nonsense']],
  ['closed without an answer', (socket) => socket.end(), ['closed']],
  ['reset', (socket) => socket.resetAndDestroy(), ['reset']],
  ['endless headers', (socket) => socket.write(`HTTP/1.1 200 OK\r\n${'x-a: b\r\n'.repeat(20_000)}`), ['limit 32 KB of headers']],
  ['a content length that lies', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nshort'), ['closed mid-answer']],
  ['an unfinished chunk', (socket) => socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\nshort'), ['closed mid-answer']],
];
for (const [name, say, reasons] of broken) {
  test(`broken answer: ${name}`, async (context) => {
    const answer = await ask(await raw(context, say), {}, name === 'silence' ? 100 : 3_000);
    const said = answer.kind === 'failure' ? [answer.reason, `${answer.reason} ${answer.code}`] : [];
    assert.ok(
      said.some((each) => reasons.includes(each)),
      JSON.stringify(answer),
    );
  });
}

test('binary in headers does not break the reader', async (context) => {
  const port = await raw(context, (socket) =>
    socket.end(
      Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nserver: '), Buffer.from([0xff, 0xfe, 0x80]), Buffer.from('\r\ncontent-length: 2\r\n\r\nok')]),
    ),
  );
  const answer = await ask(port);
  assert.ok(answer.kind === 'http' && answer.body === 'ok');
});

test('https against a server that speaks plain http fails in the handshake', async (context) => {
  const port = await httpServer(context, (_request, response) => response.end());
  const answer = await ask(port, { secure: true });
  assert.deepEqual('reason' in answer && answer.reason, 'handshake');
});

test('bytes go and come as they are, and no more come than were asked for', async (context) => {
  const received: Buffer[] = [];
  const port = await httpServer(context, (request, response) => {
    request.on('data', (piece: Buffer) => received.push(piece));
    request.on('end', () => response.end(Buffer.alloc(3_000, 0xfe)));
  });
  const whole = await ask(port, { method: 'POST', body: Uint8Array.of(0, 255, 128), mostBytes: 4_000 });
  assert.ok(whole.kind === 'http');
  assert.deepEqual([whole.bytes?.length, whole.bytes?.[2_999], whole.body, whole.truncated], [3_000, 0xfe, '', false]);
  assert.deepEqual([...Buffer.concat(received)], [0, 255, 128]);
  const cut = await ask(port, { method: 'POST', body: '', mostBytes: 1_000 });
  assert.deepEqual(cut.kind === 'http' && [cut.bytes?.length, cut.truncated], [1_000, true]);
});
