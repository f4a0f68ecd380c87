/** A partner whose every server says what a test wants, byte by byte; whole checks ask it through the product's own sockets. */
import type { Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import type { TestContext } from 'node:test';
import { runChecks } from '../../server/src/checks/index.ts';
import type { Endpoint, Ports } from '../../server/src/checks/ports.ts';
import { addressAndPort } from '../../server/src/checks/wire/address.ts';
import { createPorts } from '../../server/src/network/index.ts';
import type { CheckId, CheckResult, CheckSettings, CheckSubject } from '../../server/src/protocol/checks.ts';
import { FakeWorld, subjectOf } from './fakeWorld.ts';
import { tcpServer } from './loopback.ts';
import { testCertificates } from './serverCertificates.ts';

/** One question that came over a connection, with what may be done to it. */
export interface Talk {
  readonly host: string;
  /** Method and path, e.g. `POST /EWS/Exchange.asmx`. */
  readonly line: string;
  /** What the asker reads: of TLS, or plain on port 80. */
  readonly socket: Socket;
  /** The same connection below TLS. */
  readonly below: Socket;
}

export interface Speaking {
  readonly say: (talk: Talk) => void;
  /** Speaks as soon as the connection stands, without waiting for a question. */
  readonly unasked?: true;
  /** Breaks the connection off before TLS. */
  readonly refusesTls?: true;
}

const own = (async () => {
  const certificates = await testCertificates();
  const names = ['autodiscover.a.example', 'mail.a.example', 'other.example', 'inner.example', '127.0.0.1', '10.0.0.1', '169.254.169.254', '::1'];
  return { root: certificates.root, secureContext: createSecureContext(await certificates.issue(names)) };
})();

export interface Server {
  readonly port: number;
  readonly root: string;
  /** Connections taken, and the most bytes that one of them took. */
  readonly seen: { connections: number; mostBytes: number; readonly lines: string[] };
}

/** A server that speaks plainly or by TLS. */
export async function speakingServer(context: TestContext, secure: boolean, { say, unasked, refusesTls }: Speaking): Promise<Server> {
  const { root, secureContext } = await own;
  const seen: Server['seen'] = { connections: 0, mostBytes: 0, lines: [] };
  const { port } = await tcpServer(context, (below) => {
    seen.connections++;
    below.on('close', () => (seen.mostBytes = Math.max(seen.mostBytes, below.bytesWritten - below.writableLength)));
    if (secure && refusesTls === true) {
      below.once('data', () => below.resetAndDestroy());
      return;
    }
    const socket = secure ? new TLSSocket(below, { isServer: true, secureContext }) : below;
    socket.on('error', () => undefined);
    const answer = (text: string): void => {
      const [line = ''] = text.split(' HTTP/');
      seen.lines.push(line);
      say({ line, host: /^host: ([^\r:]+)/im.exec(text)?.[1] ?? '', socket, below });
    };
    if (unasked === true) {
      if (secure) socket.once('secure', () => answer(''));
      else answer('');
      // What comes is taken, or nothing would be heard of the end.
      socket.resume();
      return;
    }
    let head = '';
    const listen = (piece: Buffer): void => {
      head += piece.toString('latin1');
      const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
      const over = head.indexOf('\r\n\r\n');
      if (over < 0 || head.length < over + 4 + length) return;
      socket.off('data', listen).resume();
      answer(head);
    };
    socket.on('data', listen);
  });
  return { port, root, seen };
}

export interface Asked {
  readonly results: Readonly<Record<CheckId, CheckResult>>;
  /** Every `address:port` that any check wanted a connection to. */
  readonly dialled: ReadonlySet<string>;
  readonly secure: Server;
  readonly plain: Server;
  /** Behind the loopback and private addresses and other ports that only a redirect names. */
  readonly trap: Server;
}

/** What leads to a trap: nobody may be sent there by a stranger. */
const forbidden = ['127.0.0.1', '10.0.0.1', '169.254.169.254', '[::1]', '[::ffff:7f00:1]', '0.0.0.0'];
const trapped = [...forbidden.flatMap((address) => [80, 443, 22].map((port) => `${address}:${port}`)), '192.0.2.10:22', '192.0.2.10:8443', '192.0.2.30:22', '192.0.2.30:8443'];

/** Runs the checks that ask by HTTP against a partner that speaks so. */
export async function askSpeaking(
  context: TestContext,
  speaking: Speaking,
  settings: CheckSettings = {},
  subject: Partial<CheckSubject> = {},
): Promise<Asked> {
  const [secure, plain, trap] = [
    await speakingServer(context, true, speaking),
    await speakingServer(context, false, speaking),
    await speakingServer(context, true, { say: ({ socket }) => socket.destroy() }),
  ];
  const connect: Record<string, string> = {};
  for (const address of ['192.0.2.10', '192.0.2.20', '192.0.2.30']) {
    connect[`${address}:443`] = `127.0.0.1:${secure.port}`;
    connect[`${address}:80`] = `127.0.0.1:${plain.port}`;
  }
  for (const each of trapped) connect[each] = `127.0.0.1:${trap.port}`;
  const names = new FakeWorld();
  names.dns = {
    'A autodiscover.a.example': ['192.0.2.10'],
    'A mail.a.example': ['192.0.2.20'],
    'A other.example': ['192.0.2.30'],
    'A inner.example': ['127.0.0.1'],
    'AAAA inner.example': ['::1'],
    'A private.example': ['10.0.0.1'],
  };
  const dialled = new Set<string>();
  const ports = watched({ ...createPorts({ route: { connect }, extraCa: secure.root, settings }), dns: names.ports().dns }, dialled);
  const only: CheckId[] = ['F1', 'A1', 'A2', 'W1', 'W2', 'E1', 'K1'];
  const results = await runChecks(
    { subjects: [subjectOf({ relationships: [], ...subject })], only, settings: { askNameServers: false, ...settings } },
    ports,
    () => undefined,
    new AbortController().signal,
  );
  return { results: Object.fromEntries(results.map((result) => [result.check, result])) as Asked['results'], dialled, secure, plain, trap };
}

/** The same ports, noting who was to be reached. */
function watched(ports: Ports, dialled: Set<string>): Ports {
  const note = (to: Endpoint): void => void dialled.add(addressAndPort(to.address, to.port));
  return {
    ...ports,
    tcp: { connect: (to, probe) => (note(to), ports.tcp.connect(to, probe)) },
    http: { request: (request, probe) => (note(request.to), ports.http.request(request, probe)) },
  };
}
