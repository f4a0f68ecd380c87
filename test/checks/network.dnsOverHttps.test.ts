import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { connect } from 'node:net';
import { test, type TestContext } from 'node:test';
import * as dnsPacket from 'dns-packet';
import type { DnsAnswer, Failure } from '../../server/src/checks/ports.ts';
import { createPorts } from '../../server/src/network/index.ts';
import { listening, probe, tcpServer, udpServer } from './loopback.ts';
import { testCertificates } from './serverCertificates.ts';

const certificates = testCertificates();
const question = { name: 'mail.a.example', type: 'A' } as const;
const dnsMessage = { 'content-type': 'application/dns-message' };

type Answerer = (query: Buffer, response: ServerResponse, request: IncomingMessage) => void;

/** A resolver over HTTPS on loopback; its port. */
async function resolver(context: TestContext, answer: Answerer, names: readonly string[] = ['127.0.0.1']): Promise<number> {
  const { key, cert } = await (await certificates).issue(names);
  const server = createServer({ key, cert }, (request, response) => {
    const query = new URL(request.url ?? '', 'https://x').searchParams.get('dns') ?? '';
    answer(Buffer.from(query, 'base64url'), response, request);
  });
  return (await listening(context, server)).port;
}

function reply(query: Buffer, address: string, more: Partial<dnsPacket.Packet> = {}): Buffer {
  const { questions = [], id = 0 } = dnsPacket.decode(query);
  const name = questions[0]?.name ?? '';
  return dnsPacket.encode({ type: 'response', id, flags: dnsPacket.RECURSION_AVAILABLE, questions, answers: [{ type: 'A', name, ttl: 60, data: address }], ...more });
}

async function ask(resolvers: readonly string[], timeoutMs = 5_000, trusted = true): Promise<(DnsAnswer | Failure) & { via: string }> {
  const { root } = await certificates;
  return createPorts({ resolvers, extraCa: trusted ? root : undefined }).dns.query(question, probe(timeoutMs));
}

test('a question goes out as RFC 8484 says, and its answer names the way', async (context) => {
  const seen: { path: string; accept: string; query: dnsPacket.DecodedPacket }[] = [];
  const port = await resolver(context, (query, response, { url = '', headers }) => {
    seen.push({ path: url.replace(/\?.*/, ''), accept: headers.accept ?? '', query: dnsPacket.decode(query) });
    response.writeHead(200, dnsMessage).end(reply(query, '192.0.2.10'));
  });
  const answer = await ask([`https://127.0.0.1:${port}/dns-query{?dns}`]);
  assert.ok(answer.kind === 'answer', JSON.stringify(answer));
  assert.deepEqual([answer.records[0]?.value, answer.transport, answer.flags], ['192.0.2.10', 'https', ['RA']]);
  assert.equal(answer.via, `resolver https://127.0.0.1:${port}/dns-query (HTTPS, direct to 127.0.0.1:${port} (IPv4))`);
  assert.deepEqual(seen.map(({ path, accept, query }) => [path, accept, query.id, query.flag_rd, query.questions?.[0]?.name]), [
    ['/dns-query', 'application/dns-message', 0, true, 'mail.a.example'],
  ]);
});

test('a resolver that is named is found by the plain one beside it, once in a run', async (context) => {
  const asked: string[] = [];
  const plain = await udpServer(context, (message) => {
    const { questions = [] } = dnsPacket.decode(message);
    asked.push(`${questions[0]?.type ?? ''} ${questions[0]?.name ?? ''}`);
    return [questions[0]?.type === 'A' ? reply(message, '127.0.0.1') : reply(message, '', { answers: [] })];
  });
  const port = await resolver(context, (query, response) => response.writeHead(200, dnsMessage).end(reply(query, '192.0.2.10')), ['dns.example']);
  const { root } = await certificates;
  const { dns } = createPorts({ resolvers: [`https://dns.example:${port}/dns-query`, `127.0.0.1:${plain}`], extraCa: root });
  for (let at = 0; at < 2; at++) {
    const answer = await dns.query(question, probe());
    assert.ok(answer.kind === 'answer');
    assert.match(answer.via, /^resolver https:\/\/dns\.example/);
  }
  assert.deepEqual(asked.sort(), ['A dns.example', 'AAAA dns.example']);
});

test('a resolver whose certificate is not accepted is not believed', async (context) => {
  const answer: Answerer = (query, response) => response.writeHead(200, dnsMessage).end(reply(query, '192.0.2.66'));
  const unknown = await ask([`https://127.0.0.1:${await resolver(context, answer)}/dns-query`], 5_000, false);
  assert.deepEqual([unknown.kind, 'reason' in unknown && unknown.reason], ['failure', 'handshake']);
  const misnamed = await ask([`https://127.0.0.1:${await resolver(context, answer, ['other.example'])}/dns-query`]);
  assert.deepEqual([misnamed.kind, 'code' in misnamed && misnamed.code], ['failure', 'ERR_TLS_CERT_ALTNAME_INVALID']);
});

const refused: readonly (readonly [string, Answerer, RegExp])[] = [
  ['another id', (query, response) => response.writeHead(200, dnsMessage).end(reply(query, '192.0.2.66', { id: 7 })), /another question/],
  ['another question', (query, response) => response.writeHead(200, dnsMessage).end(reply(query, '', { questions: [{ type: 'A', name: 'evil.example' }] })), /another question/],
  ['no question, but an answer', (query, response) => response.writeHead(200, dnsMessage).end(reply(query, '192.0.2.66', { questions: [] })), /another question/],
  ['a web page', (_query, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'), /Content-Type "text\/html"/],
  ['an error', (_query, response) => response.writeHead(503, dnsMessage).end(), /HTTP 503/],
  ['a redirect', (_query, response) => response.writeHead(302, { location: 'https://evil.example/' }).end(), /HTTP 302/],
  ['more than a message can hold', (_query, response) => response.writeHead(200, dnsMessage).end(Buffer.alloc(70_000)), /64 KB/],
  ['far more', (_query, response) => response.writeHead(200, dnsMessage).end(Buffer.alloc(400_000)), /64 KB/],
  ['nothing', (_query, response) => response.writeHead(200, dnsMessage).end(), /another question/],
  ['a cut answer', (query, response) => response.writeHead(200, dnsMessage).end(reply(query, '192.0.2.66', { flags: dnsPacket.TRUNCATED_RESPONSE })), /cut short/],
  ['garbage behind a header', (query, response) => response.writeHead(200, dnsMessage).end(Buffer.concat([reply(query, '192.0.2.66').subarray(0, 20), Buffer.alloc(90, 0xc0)])), /unreadable/],
];
for (const [name, answer, words] of refused) {
  test(`from a resolver over HTTPS is not taken: ${name}`, async (context) => {
    const result = await ask([`https://127.0.0.1:${await resolver(context, answer)}/dns-query`]);
    assert.deepEqual([result.kind, 'reason' in result && result.reason], ['failure', 'nonsense']);
    assert.match('code' in result ? result.code : '', words);
  });
}

test('the next resolver is asked where the first one over HTTPS is silent', async (context) => {
  const silent = await resolver(context, () => undefined);
  const plain = await udpServer(context, (message) => [reply(message, '192.0.2.10')]);
  const answer = await ask([`https://127.0.0.1:${silent}/dns-query`, `127.0.0.1:${plain}`], 1_000);
  assert.equal(answer.kind === 'answer' && answer.records[0]?.value, '192.0.2.10');
});

test('a stop ends a question over HTTPS at once', async (context) => {
  const controller = new AbortController();
  const port = await resolver(context, () => controller.abort());
  const { root } = await certificates;
  const { dns } = createPorts({ resolvers: [`https://127.0.0.1:${port}/dns-query`], extraCa: root });
  const answer = await dns.query(question, probe(60_000, controller.signal));
  assert.equal('reason' in answer && answer.reason, 'cancelled');
});

test('a resolver over plain HTTP is none', async () => {
  const answer = await ask(['http://127.0.0.1/dns-query']);
  assert.match('code' in answer ? answer.code : '', /is not the address of a DNS server/);
});

test('a resolver over HTTPS is reached by the proxy, where plain DNS cannot go', async (context) => {
  const port = await resolver(context, (query, response) => response.writeHead(200, dnsMessage).end(reply(query, '192.0.2.10')), ['192.0.2.53']);
  const heads: string[] = [];
  const proxy = await tcpServer(context, (socket) => {
    socket.once('data', (head: Buffer) => {
      heads.push(head.toString('latin1').split('\r\n')[0] ?? '');
      const onward = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        socket.pipe(onward).pipe(socket);
      });
      onward.on('error', () => socket.destroy());
      socket.once('close', () => onward.destroy());
    });
  });
  const { root } = await certificates;
  const settings = { proxy: { url: `http://127.0.0.1:${proxy.port}`, except: [] } };
  const { dns } = createPorts({ resolvers: ['https://192.0.2.53/dns-query'], extraCa: root, settings });
  const answer = await dns.query(question, probe());
  assert.equal(answer.kind === 'answer' && answer.records[0]?.value, '192.0.2.10', JSON.stringify(answer));
  assert.equal(answer.via, `resolver https://192.0.2.53/dns-query (HTTPS, by proxy 127.0.0.1:${proxy.port} to 192.0.2.53:443 (IPv4))`);
  assert.deepEqual(heads, ['CONNECT 192.0.2.53:443 HTTP/1.1']);
});
