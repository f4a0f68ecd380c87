/** The proxy of Debian, as curl and as the checks see it. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttps } from 'node:https';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { createPorts } from '../../../server/src/network/index.ts';
import { runProgram } from '../../practice/programs/runProgram.ts';
import { closedPort, listening, probe } from '../loopback.ts';
import { testCertificates } from '../serverCertificates.ts';

const password = 'correct horse';

/** Starts squid with rules of its own on a free loopback port and waits until it takes connections. */
async function squid(context: TestContext, rules: readonly string[], withPasswords = false): Promise<number> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'fedplan-squid-'));
  // Its helpers run as another user.
  await chmod(folder, 0o755);
  const port = await closedPort();
  const passwords = path.join(folder, 'passwords');
  const hash = spawnSync('openssl', ['passwd', '-apr1', password], { encoding: 'utf8' }).stdout.trim();
  await writeFile(passwords, `anna:${hash}\n`);
  const authentication = [`auth_param basic program /usr/lib/squid/basic_ncsa_auth ${passwords}`, 'auth_param basic realm practice', 'acl known proxy_auth REQUIRED'];
  const configuration = [
    `http_port 127.0.0.1:${port}`,
    ...(withPasswords ? authentication : []),
    ...rules,
    'http_access deny all',
    'cache deny all',
    'access_log none',
    'pid_filename none',
    'shutdown_lifetime 0 seconds',
    `coredump_dir ${folder}`,
    'visible_hostname proxy.example',
  ];
  const file = path.join(folder, 'squid.conf');
  await writeFile(file, `${configuration.join('\n')}\n`);
  const server = spawn('squid', ['-N', '-d', '1', '-f', file], { stdio: ['ignore', 'ignore', 'pipe'] });
  context.after(async () => {
    if (server.exitCode === null) {
      server.kill('SIGKILL');
      await once(server, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('Accepting HTTP Socket connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`squid ended with ${code ?? 'a signal'}: ${said.slice(-500)}`)));
  });
  // It says so a moment before it is so.
  while (!(await takesConnections(port))) assert.equal(server.exitCode, null, said.slice(-500));
  return port;
}

async function takesConnections(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const opened = await once(socket, 'connect').then(() => true, () => false);
  socket.destroy();
  return opened;
}

interface Seen {
  /** What the proxy said to CONNECT. */
  readonly connect: number;
  readonly words: string;
}

/** Both ask the same address by the same proxy. */
async function both(proxyPort: number, credentials: string, target: number): Promise<{ readonly checks: Seen; readonly curl: Seen }> {
  const url = `http://${credentials === '' ? '' : `${credentials}@`}127.0.0.1:${proxyPort}`;
  const settings = { allowPrivateAddresses: true, proxy: { url, except: [] } };
  const reply = await createPorts({ settings }).http.request(
    { method: 'GET', secure: true, host: 'mail.a.example', to: { address: '127.0.0.1', port: target }, path: '/', headers: {} },
    probe(10_000),
  );
  const words = JSON.stringify(reply.kind === 'failure' ? reply : { status: reply.status, body: reply.body });
  assert.ok(reply.kind === 'http' || reply.reason === 'proxy', words);
  const connect = reply.kind === 'http' ? 200 : Number(/HTTP (\d{3})/.exec(reply.code)?.[1] ?? 0);
  const curl = await runProgram('curl', [
    '--silent', '--insecure', '--max-time', '10', '--noproxy', '', '--proxy', url, '--write-out', '\n%{http_connect}', `https://127.0.0.1:${target}/`,
  ]);
  return { checks: { connect, words }, curl: { connect: Number(curl.stdout.split('\n').at(-1)), words: curl.stdout } };
}

const open = ['http_access allow all'];
const withLogin = ['http_access deny !known', 'http_access allow known'];

test('squid leads to the server for the checks as for curl', async (context) => {
  const certificates = await testCertificates();
  const server = await listening(context, createHttps(await certificates.issue(['mail.a.example']), (_request, response) => response.end('inside')));
  const proxy = await squid(context, open);
  const { checks, curl } = await both(proxy, '', server.port);
  assert.deepEqual([checks.connect, curl.connect], [200, 200]);
  assert.match(checks.words, /inside/);
  assert.match(curl.words, /^inside/);
  const ports = createPorts({ settings: { allowPrivateAddresses: true, proxy: { url: `http://127.0.0.1:${proxy}`, except: [] } } });
  const hello = await ports.exchange.exchange({ address: '127.0.0.1', port: server.port }, Buffer.from('GET / HTTP/1.1\r\n\r\n'), (bytes) => bytes.length >= 7, probe(10_000));
  assert.equal(hello.kind, 'bytes');
});

test('squid with passwords: none, the wrong one, the right one', async (context) => {
  const certificates = await testCertificates();
  const server = await listening(context, createHttps(await certificates.issue(['mail.a.example']), (_request, response) => response.end('inside')));
  const proxy = await squid(context, withLogin, true);
  for (const [credentials, status] of [['', 407], ['anna:wrong', 407], [`anna:${encodeURIComponent(password)}`, 200]] as const) {
    const { checks, curl } = await both(proxy, credentials, server.port);
    assert.deepEqual([checks.connect, curl.connect], [status, status], credentials);
    assert.doesNotMatch(checks.words, /horse|wrong/);
  }
});

test('squid that bans port 443, and an address at which nobody listens', async (context) => {
  const proxy = await squid(context, ['acl https port 443', 'http_access deny https', ...open]);
  const banned = await both(proxy, '', 443);
  assert.deepEqual([banned.checks.connect, banned.curl.connect], [403, 403], banned.checks.words);
  const nobody = await both(proxy, '', await closedPort());
  assert.equal(nobody.checks.connect, nobody.curl.connect);
  assert.ok(nobody.curl.connect >= 502 && nobody.curl.connect <= 504, String(nobody.curl.connect));
});

test('squid that takes names only: the address is turned away, the name is not', async (context) => {
  const certificates = await testCertificates();
  const server = await listening(context, createHttps(await certificates.issue(['localhost']), (_request, response) => response.end('inside')));
  const proxy = await squid(context, ['acl addresses dstdom_regex ^[0-9.]+$', 'http_access deny addresses', ...open]);
  const banned = await both(proxy, '', server.port);
  assert.deepEqual([banned.checks.connect, banned.curl.connect], [403, 403], banned.checks.words);
  const settings = { allowPrivateAddresses: true, proxy: { url: `http://127.0.0.1:${proxy}`, except: [] } };
  const to = { address: '127.0.0.1', port: server.port, host: 'localhost' };
  const reply = await createPorts({ settings }).http.request({ method: 'GET', secure: true, host: 'localhost', to, path: '/', headers: {} }, probe(10_000));
  assert.equal(reply.kind === 'http' && reply.body, 'inside', JSON.stringify(reply));
  assert.match(reply.via, /by name; the proxy finds the address/);
});
