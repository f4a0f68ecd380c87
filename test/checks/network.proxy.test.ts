import assert from 'node:assert/strict';
import { createServer as createHttp } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { connect, type Socket } from 'node:net';
import { test, type TestContext } from 'node:test';
import type { HttpRequest, Ports } from '../../server/src/checks/ports.ts';
import { environmentProxy } from '../../server/src/main/environmentProxy.ts';
import { createPorts } from '../../server/src/network/index.ts';
import { readProxy } from '../../server/src/network/proxy.ts';
import { hostsToContact, runChecks } from '../../server/src/checks/index.ts';
import { failure, FakeWorld, subjectOf } from './fakeWorld.ts';
import { closedPort, listening, probe, tcpServer } from './loopback.ts';
import { testCertificates } from './serverCertificates.ts';

const to = { address: '192.0.2.10', port: 443, host: 'mail.a.example' };

/** A proxy that says `reply` to each request head, and leads on to a loopback port where it has one. */
async function proxyServer(context: TestContext, reply: (head: string) => string, onTo?: number): Promise<{ port: number; heads: string[] }> {
  const heads: string[] = [];
  const { port } = await tcpServer(context, (socket: Socket) => {
    let head = '';
    const read = (piece: Buffer): void => {
      head += piece.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      socket.off('data', read);
      heads.push(head);
      socket.write(reply(head));
      if (onTo === undefined) return;
      const target = connect(onTo, '127.0.0.1');
      target.on('error', () => socket.destroy());
      socket.on('close', () => target.destroy());
      socket.pipe(target).pipe(socket);
    };
    socket.on('data', read);
  });
  return { port, heads };
}

function portsBy(proxyPort: number, options: { credentials?: string; except?: readonly string[]; ca?: string } = {}): Ports {
  const url = `http://${options.credentials === undefined ? '' : `${options.credentials}@`}127.0.0.1:${proxyPort}`;
  return createPorts({ settings: { proxy: { url, except: options.except ?? [] } }, ...(options.ca === undefined ? {} : { extraCa: options.ca }) });
}
const established = (): string => 'HTTP/1.1 200 Connection established\r\nProxy-Agent: test\r\n\r\n';
const get = (request: Partial<HttpRequest> = {}): HttpRequest => ({ method: 'GET', secure: true, host: 'mail.a.example', to, path: '/x', headers: {}, ...request });

test('HTTPS, raw bytes and connections go by CONNECT to the judged address, with Basic credentials that nothing shows', async (context) => {
  const certificates = await testCertificates();
  const { root } = certificates;
  const server = await listening(context, createHttps(await certificates.issue(['mail.a.example']), (_request, response) => response.end('inside')));
  const proxy = await proxyServer(context, established, server.port);
  const ports = portsBy(proxy.port, { credentials: 'anna:s%40cret', ca: root });
  const answer = await ports.http.request(get(), probe());
  assert.equal(answer.kind, 'http');
  assert.deepEqual([answer.body, answer.certificateError], ['inside', undefined]);
  assert.equal(answer.via, `by proxy 127.0.0.1:${proxy.port} to 192.0.2.10:443 (IPv4)`);
  const opened = await ports.tcp.connect(to, probe());
  assert.equal(opened.kind, 'open');
  const bytes = await ports.exchange.exchange(to, Buffer.from('not TLS'), (got) => got.length > 0, probe());
  assert.equal(bytes.kind, 'bytes');
  const certificate = await ports.certificate.handshake(to, 'mail.a.example', probe());
  assert.equal(certificate.kind, 'certificate');
  for (const head of proxy.heads) {
    assert.match(head, /^CONNECT 192\.0\.2\.10:443 HTTP\/1\.1\r\nHost: 192\.0\.2\.10:443\r\n/);
    assert.ok(head.includes(`Proxy-Authorization: Basic ${Buffer.from('anna:s@cret').toString('base64')}\r\n`));
  }
  for (const each of [answer, opened, bytes, certificate]) assert.doesNotMatch(JSON.stringify(each), /s@cret|s%40cret|anna/);
});

test('plain HTTP is a request to the proxy, and its redirect is read', async (context) => {
  const proxy = await proxyServer(context, () => 'HTTP/1.1 302 Found\r\nLocation: https://a.example/\r\nContent-Length: 0\r\n\r\n');
  const answer = await portsBy(proxy.port, { credentials: 'anna:x' }).http.request(get({ secure: false, to: { ...to, port: 80 } }), probe());
  assert.ok(answer.kind === 'http');
  assert.equal(answer.status, 302);
  assert.match(proxy.heads[0] ?? '', /^GET http:\/\/mail\.a\.example\/x HTTP\/1\.1\r\nhost: mail\.a\.example\r\n/i);
  assert.match(proxy.heads[0] ?? '', /proxy-authorization: Basic YW5uYTp4/i);
});

const refusals: readonly [name: string, reply: string, code: RegExp][] = [
  ['wants credentials', 'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"\r\nContent-Length: 0\r\n\r\n', /credentials.*407/],
  ['forbids', 'HTTP/1.1 403 Forbidden\r\n\r\n', /forbids the way to 192\.0\.2\.10:443/],
  ['wants NTLM', 'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: NTLM\r\nContent-Length: 0\r\n\r\n', /credentials by NTLM \(HTTP 407\), while these checks know Basic only; name another proxy[^]*Px, Cntlm/],
  ['wants Negotiate or NTLM', 'HTTP/1.1 407 No\r\nproxy-authenticate: Negotiate\r\nProxy-Authenticate: NTLM TlRMTVNTUAACAAAA\r\n\r\n', /by Negotiate \(Kerberos\) or NTLM/],
  ['wants NTLM or Basic', 'HTTP/1.1 407 No\r\nProxy-Authenticate: NTLM, Basic realm="x, y"\r\n\r\n', /other credentials, or any/],
  ['found no way', 'HTTP/1.0 503 Service Unavailable\r\n\r\n', /found no way.*503/],
  ['redirects', 'HTTP/1.1 302 Found\r\nLocation: http://login.example/\r\n\r\n', /HTTP 302/],
  ['is no proxy', 'SSH-2.0-OpenSSH_9.2\r\n', /does not answer as a proxy/],
  ['sends more', 'HTTP/1.1 200 OK\r\n\r\nhello', /more than its answer/],
  ['has no status', 'HTTP/1.1 banana\r\n\r\n', /does not answer as a proxy/],
  ['sends headers without end', `HTTP/1.1 200 OK\r\n${'X: y\r\n'.repeat(4_000)}`, /longer than/],
];
for (const [name, reply, code] of refusals) {
  test(`a proxy that ${name} is told as the proxy's doing`, async (context) => {
    const proxy = await proxyServer(context, () => reply);
    const result = await portsBy(proxy.port, { credentials: 'anna:secret' }).tcp.connect(to, probe());
    assert.ok(result.kind === 'failure');
    assert.equal(result.reason, 'proxy');
    assert.match(result.code, code);
    assert.doesNotMatch(JSON.stringify(result), /secret/);
  });
}

test('a proxy that wants NTLM for plain HTTP is told so', async (context) => {
  const proxy = await proxyServer(context, () => 'HTTP/1.1 407 No\r\nProxy-Authenticate: NTLM\r\nContent-Length: 0\r\n\r\n');
  const answer = await portsBy(proxy.port).http.request(get({ secure: false, to: { ...to, port: 80 } }), probe());
  assert.ok(answer.kind === 'failure' && answer.reason === 'proxy');
  assert.match(answer.code, /by NTLM/);
});

test('a proxy that turns addresses away and takes names is given names, and results say so', async (context) => {
  const certificates = await testCertificates();
  const server = await listening(context, createHttps(await certificates.issue(['mail.a.example']), (_request, response) => response.end('inside')));
  const proxy = await proxyServer(context, (head) => (/^CONNECT [\d.]+:/.test(head) ? 'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n' : established()), server.port);
  const ports = portsBy(proxy.port, { ca: certificates.root });
  const opened = await ports.tcp.connect(to, probe());
  assert.deepEqual([opened.kind, 'byName' in opened && opened.byName], ['open', true]);
  const answer = await ports.http.request(get(), probe());
  assert.deepEqual(answer.kind === 'http' && [answer.body, answer.certificateError], ['inside', undefined]);
  assert.equal(answer.via, `by proxy 127.0.0.1:${proxy.port} to mail.a.example:443 (by name; the proxy finds the address)`);
  assert.deepEqual(proxy.heads.map((head) => head.split(' ')[1]), ['192.0.2.10:443', 'mail.a.example:443', 'mail.a.example:443']);
  // Without a name there is nothing else to give.
  const nameless = await ports.tcp.connect({ address: '192.0.2.11', port: 443 }, probe());
  assert.match(nameless.kind === 'failure' ? nameless.code : '', /forbids the way to 192\.0\.2\.11:443/);
});

test('a proxy that forbids address and name is told with both', async (context) => {
  const proxy = await proxyServer(context, () => 'HTTP/1.1 403 Forbidden\r\n\r\n');
  const result = await portsBy(proxy.port).tcp.connect(to, probe());
  assert.ok(result.kind === 'failure' && result.reason === 'proxy');
  assert.match(result.code, /forbids the way to 192\.0\.2\.10:443 \(HTTP 403\); asked by the name, it forbids the way to mail\.a\.example:443/);
  assert.match(result.via, /to 192\.0\.2\.10:443 \(IPv4\)/);
});

test('where all addresses are one way by the proxy’s name, nodes are not told apart', async () => {
  const world = new FakeWorld();
  const ports = world.ports();
  const byName = { ...ports, tcp: { connect: async (...asked: Parameters<typeof ports.tcp.connect>) => ({ ...(await ports.tcp.connect(...asked)), byName: true as const }) } };
  const results = await runChecks({ subjects: [subjectOf({})] }, byName, () => undefined, new AbortController().signal);
  const [port443, origin] = (['N1', 'C8'] as const).map((id) => results.find(({ check }) => check === id));
  assert.match(port443?.summary ?? '', /Which of its 2 addresses, the proxy alone knows/);
  assert.deepEqual([port443?.verdict, origin?.verdict], ['pass', 'pass']);
  assert.doesNotMatch(origin?.summary ?? '', /every address/);
});

test('hellos name their host, so that exceptions by name hold for them too', async () => {
  const ports = new FakeWorld().ports();
  const hosts: (string | undefined)[] = [];
  const exchange: Ports['exchange']['exchange'] = (asked, ...rest) => {
    hosts.push(asked.host);
    return ports.exchange.exchange(asked, ...rest);
  };
  await runChecks({ subjects: [subjectOf({})], only: ['T1', 'T3'] }, { ...ports, exchange: { exchange } }, () => undefined, new AbortController().signal);
  assert.ok(hosts.length > 0 && hosts.every((host) => host === 'autodiscover.a.example'), hosts.join());
});

test('a proxy that is silent, hangs up, or is not there', async (context) => {
  const silent = await proxyServer(context, () => '');
  const late = await portsBy(silent.port).tcp.connect(to, probe(200));
  assert.ok(late.kind === 'failure' && late.reason === 'proxy' && late.code.includes('in time'));
  const gone = await tcpServer(context, (socket) => socket.once('data', () => socket.resetAndDestroy()));
  const cut = await portsBy(gone.port).tcp.connect(to, probe());
  assert.ok(cut.kind === 'failure' && cut.reason === 'proxy' && cut.code.includes('closed the connection'));
  const nobody = await portsBy(await closedPort()).tcp.connect(to, probe());
  assert.ok(nobody.kind === 'failure' && nobody.reason === 'proxy' && nobody.code.includes('cannot be reached (ECONNREFUSED)'));
  const slow = await tcpServer(context, (socket) => {
    socket.once('data', () => {
      let at = 0;
      const text = established();
      const drip = setInterval(() => (at < text.length ? socket.write(text[at++] ?? '') : clearInterval(drip)), 2);
      socket.once('close', () => clearInterval(drip));
    });
  });
  assert.equal((await portsBy(slow.port).tcp.connect(to, probe())).kind, 'open');
});

test('a stop ends the handshake with a proxy at once', async (context) => {
  const silent = await proxyServer(context, () => '');
  const controller = new AbortController();
  const result = portsBy(silent.port).tcp.connect(to, probe(60_000, controller.signal));
  controller.abort();
  const ended = await result;
  assert.ok(ended.kind === 'failure' && ended.reason === 'cancelled');
});

test('private addresses are refused before the proxy hears of them', async (context) => {
  const proxy = await proxyServer(context, established);
  const result = await portsBy(proxy.port).tcp.connect({ address: '10.0.0.1', port: 443 }, probe());
  assert.ok(result.kind === 'failure' && result.reason === 'forbidden');
  assert.deepEqual(proxy.heads, []);
});

test('what a route leads elsewhere, and exceptions, go directly', async (context) => {
  const server = await listening(context, createHttp((_request, response) => response.end('direct')));
  const proxy = await proxyServer(context, established);
  const settings = { proxy: { url: `http://127.0.0.1:${proxy.port}`, except: [] } };
  const routed = createPorts({ route: { connect: { '192.0.2.10:443': `127.0.0.1:${server.port}` } }, settings });
  assert.equal((await routed.tcp.connect(to, probe())).kind, 'open');
  assert.match((await routed.tcp.connect(to, probe())).via, /^direct/);
  assert.deepEqual(proxy.heads, []);
});

const exceptions: readonly [rule: string, direct: boolean][] = [
  ['*', true], ['mail.a.example', true], ['.a.example', true], ['*.a.example', true], ['a.example', true], ['mail.a.example:443', true], ['mail.a.example:8443', false],
  ['192.0.2.10', true], ['192.0.2.0/24', true], ['192.0.3.0/24', false], ['192.0.2.0/99', false], ['b.example', false], ['ample', false], ['', false], ['.', false],
];
for (const [rule, direct] of exceptions) {
  test(`the exception "${rule}" ${direct ? 'leads around' : 'does not concern'} mail.a.example at 192.0.2.10:443`, () => {
    const proxy = readProxy({ url: 'proxy.example:3128', except: [rule] });
    assert.ok(typeof proxy === 'object');
    assert.equal(proxy.takes(to), !direct);
  });
}

test('addresses of proxies are read, credentials kept out of what is shown', () => {
  const read = (url: string): unknown => {
    const proxy = readProxy({ url, except: [] });
    return typeof proxy === 'string' ? proxy : [proxy.host, proxy.port, proxy.shown, proxy.authorization];
  };
  assert.deepEqual(read('http://proxy.example'), ['proxy.example', 80, 'proxy.example:80', undefined]);
  assert.deepEqual(read('http://a:b@[2001:db8::1]:3128/'), ['2001:db8::1', 3128, '[2001:db8::1]:3128', 'Basic YTpi']);
  for (const url of ['socks5://x:1', 'https://proxy.example:3128', 'http://', 'http://x:99999', 'http://user:secret@bad host']) {
    assert.equal(typeof read(url), 'string', url);
    assert.doesNotMatch(String(read(url)), /secret/);
  }
});

test('the environment is read as curl reads it', () => {
  assert.equal(environmentProxy({}), undefined);
  assert.deepEqual(environmentProxy({ HTTPS_PROXY: 'http://one:1', https_proxy: 'http://two:2', NO_PROXY: 'a.example, .b.example' }), { url: 'http://two:2', except: ['a.example', '.b.example'] });
  assert.deepEqual(environmentProxy({ ALL_PROXY: 'http://three:3' }), { url: 'http://three:3', except: [] });
  assert.equal(environmentProxy({ HTTP_PROXY: 'http://four:4' }), undefined);
});

test('where the proxy opens no way nothing is held against the partner', async () => {
  const world = new FakeWorld();
  const closed = failure('proxy', 'it forbids the way (HTTP 403)');
  for (const address of ['192.0.2.10', '192.0.2.20', '192.0.2.80', '[2001:db8::10]']) for (const port of [80, 443]) world.tcp[`${address}:${port}`] = closed;
  const results = Object.values(await world.run());
  for (const { check, verdict, summary } of results) assert.ok(verdict !== 'fail' && verdict !== 'warn', `${check}: ${verdict}, ${summary}`);
  assert.match(results.find(({ check }) => check === 'N1')?.cause ?? '', /proxy on this side/);
});

test('the proxy is named before a run, without credentials', () => {
  const hosts = hostsToContact({ subjects: [subjectOf({})], settings: { proxy: { url: 'http://anna:secret@proxy.example:3128/', except: [] } } });
  assert.ok(hosts.some(({ host }) => host === 'proxy.example:3128'));
  assert.doesNotMatch(JSON.stringify(hosts), /secret|anna:/);
});
