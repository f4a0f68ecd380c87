/** Debian's nginx with answers as Exchange gives them: what our port reads of it is what `curl` reads, and the checks judge it truthfully. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { runChecks } from '../../../server/src/checks/index.ts';
import type { Ports } from '../../../server/src/checks/ports.ts';
import { createPorts } from '../../../server/src/network/index.ts';
import type { CheckId } from '../../../server/src/protocol/checks.ts';
import { runProgram } from '../../practice/programs/runProgram.ts';
import { FakeWorld, informationXml, subjectOf, wsseFault } from '../fakeWorld.ts';
import { closedPort, probe } from '../loopback.ts';
import { testCertificates } from '../serverCertificates.ts';

const host = 'autodiscover.a.example';
const to = { address: '192.0.2.10', port: 443 };
let folder = '';
let port = 0;
let root = '';
let server: ChildProcess | undefined;

function ports(): Ports {
  const route = { '192.0.2.10:443': `127.0.0.1:${port}`, '192.0.2.10:80': '127.0.0.1:1' };
  return createPorts({ route: { connect: route }, extraCa: root });
}

const configuration = (): string => `
daemon off; master_process off; pid ${folder}/nginx.pid; error_log stderr notice;
events { worker_connections 256; }
http {
  access_log off; default_type text/xml; gzip on; gzip_types text/xml;
  client_body_temp_path ${folder}/t1; proxy_temp_path ${folder}/t2; fastcgi_temp_path ${folder}/t3; uwsgi_temp_path ${folder}/t4; scgi_temp_path ${folder}/t5;
  server {
    listen 127.0.0.1:${port} ssl; server_name ${host};
    ssl_certificate ${folder}/own.pem; ssl_certificate_key ${folder}/own.key; root ${folder};
    location = /autodiscover/autodiscover.xml {
      add_header WWW-Authenticate Negotiate always; add_header WWW-Authenticate NTLM always; add_header X-FEServer EX1 always;
      add_header X-SOAP-Enabled True always; add_header X-WSSecurity-Enabled True always; return 401 "";
    }
    location = /autodiscover/autodiscover.svc { error_page 404 =200 /information.xml; }
    location = /autodiscover/autodiscover.svc/WSSecurity { error_page 404 =500 /fault.xml; }
    location = /moved { return 302 https://${host}/autodiscover/autodiscover.svc; }
    location = /plain { return 200 "hello"; }
  }
}`;

async function takesConnections(): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const opened = await once(socket, 'connect').then(() => true, () => false);
  socket.destroy();
  return opened;
}

async function start(): Promise<void> {
  folder = await mkdtemp(path.join(os.tmpdir(), 'exchange-federation-nginx-'));
  port = await closedPort();
  const certificates = await testCertificates();
  ({ root } = certificates);
  const own = await certificates.issue([host]);
  await mkdir(path.join(folder, 'autodiscover'));
  const files = { 'own.pem': own.cert, 'own.key': own.key, 'root.pem': root, 'information.xml': informationXml(), 'fault.xml': wsseFault, 'nginx.conf': configuration() };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  const started = spawn('/usr/sbin/nginx', ['-p', folder, '-c', path.join(folder, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
  server = started;
  let said = '';
  started.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  await once(started, 'spawn');
  while (!(await takesConnections())) assert.equal(started.exitCode, null, said.slice(-800));
}

interface Read {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: string;
}

async function byCurl(urlPath: string, post: boolean): Promise<Read> {
  const { stdout, stderr, code } = await runProgram('curl', [
    '--silent', '--show-error', '--include', '--http1.1', '--max-time', '10', '--noproxy', '*', '--cacert', path.join(folder, 'root.pem'),
    '--resolve', `${host}:${port}:127.0.0.1`, ...(post ? ['--data-binary', '<a/>'] : []), `https://${host}:${port}${urlPath}`,
  ]);
  assert.equal(code, 0, stderr);
  const over = stdout.indexOf('\r\n\r\n');
  const [first = '', ...lines] = stdout.slice(0, over).split('\r\n');
  const headers = lines.map((line) => line.replace(/^[^:]+/, (name) => name.toLowerCase()));
  return { status: Number(first.split(' ')[1]), headers: told(headers), body: stdout.slice(over + 4) };
}

async function byPort(urlPath: string, post: boolean): Promise<Read> {
  const request = { secure: true, host, to, path: urlPath, headers: {}, ...(post ? { method: 'POST' as const, body: '<a/>' } : { method: 'GET' as const }) };
  const answer = await ports().http.request(request, probe());
  assert.ok(answer.kind === 'http', JSON.stringify(answer));
  assert.equal(answer.certificateError, undefined);
  const headers = [...answer.headers].flatMap(([name, values]) => values.map((value) => `${name}: ${value}`));
  return { status: answer.status, headers: told(headers), body: answer.body };
}

/** The second in which each was asked may differ, and so may how long the connection lives. */
const told = (headers: readonly string[]): readonly string[] => headers.filter((line) => !/^(date|connection):/.test(line)).sort();

describe('nginx on loopback', () => {
  before(start);
  after(async () => {
    if (server?.exitCode === null) {
      server.kill('SIGKILL');
      await once(server, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  });

  const questions = [['/autodiscover/autodiscover.xml', false, 401], ['/autodiscover/autodiscover.svc', true, 200], ['/autodiscover/autodiscover.svc/WSSecurity', true, 500],
    ['/moved', false, 302], ['/plain', false, 200], ['/nowhere', false, 404]] as const;
  for (const [urlPath, post, status] of questions) {
    test(`status, headers and body are curl’s: ${urlPath}`, async () => {
      const ours = await byPort(urlPath, post);
      assert.deepEqual(ours, await byCurl(urlPath, post));
      assert.equal(ours.status, status);
    });
  }

  test('certificate and dates are openssl’s', async () => {
    const shown = await ports().certificate.handshake(to, host, probe());
    assert.ok(shown.kind === 'certificate');
    const { stdout } = await runProgram('openssl', ['x509', '-in', path.join(folder, 'own.pem'), '-noout', '-dates', '-fingerprint', '-sha256']);
    const [own] = shown.chain;
    assert.equal(own.fingerprint, /Fingerprint=(.*)$/im.exec(stdout)?.[1]);
    assert.deepEqual([own.validFrom, own.validTo], [/notBefore=(.*)/, /notAfter=(.*)/].map((line) => Date.parse(line.exec(stdout)?.[1] ?? '')));
  });

  test('the checks find Exchange there', async () => {
    const names = new FakeWorld();
    names.dns = { [`A ${host}`]: ['192.0.2.10'] };
    const only: CheckId[] = ['F1', 'A1', 'A2', 'W1', 'K1'];
    const request = { subjects: [subjectOf({ webServices: '', relationships: [] })], only, settings: { askNameServers: false } };
    const results = await runChecks(request, { ...ports(), dns: names.ports().dns }, () => undefined, new AbortController().signal);
    for (const id of only) {
      const result = results.find(({ check }) => check === id);
      assert.equal(result?.verdict, 'pass', `${id}: ${result?.summary ?? ''}`);
    }
  });
});
