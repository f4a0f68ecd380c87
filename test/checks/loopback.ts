/** Servers on loopback for one test, closed at its end with every connection they hold. */
import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import type { TestContext } from 'node:test';
import type { Probe } from '../../server/src/checks/ports.ts';

export interface Listening {
  readonly port: number;
  /** Resolves with the next connection that this server sees. */
  nextConnection(): Promise<Socket>;
  /** Connections that are open now. */
  readonly open: ReadonlySet<Socket>;
}

/** Starts any server of Node's on a free port. */
export async function listening(context: TestContext, server: Server): Promise<Listening> {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => open.delete(socket));
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return {
    port: (server.address() as AddressInfo).port,
    open,
    nextConnection: () => new Promise((resolve) => server.once('connection', resolve)),
  };
}

/** A TCP server that does with each connection what it is told. */
export function tcpServer(context: TestContext, onConnection: (socket: Socket) => void): Promise<Listening> {
  return listening(context, createServer(onConnection));
}

type Answers = (message: Buffer) => readonly Uint8Array[];

/** A UDP server that may answer each message with several. */
export async function udpServer(context: TestContext, answers: Answers): Promise<number> {
  const socket = await boundSocket(answers, 0);
  context.after(() => socket.close());
  return socket.address().port;
}

/**
 * Both on one port. TCP comes first: connections of tests that run at the same time hold numbers of that kind, and any number of the other
 * is mostly free.
 */
export async function udpAndTcpServer(context: TestContext, answers: Answers, onConnection: (socket: Socket) => void): Promise<number> {
  for (let tries = 20; ; tries--) {
    const { port } = await tcpServer(context, onConnection);
    try {
      const socket = await boundSocket(answers, port);
      context.after(() => socket.close());
      return port;
    } catch (error) {
      if (tries === 0) throw error;
    }
  }
}

async function boundSocket(answers: Answers, port: number): Promise<UdpSocket> {
  const socket = createSocket('udp4');
  socket.on('message', (message, from) => {
    for (const answer of answers(message)) socket.send(answer, from.port, from.address);
  });
  const bound = once(socket, 'listening');
  socket.bind(port, '127.0.0.1');
  await bound;
  return socket;
}

export function probe(timeoutMs = 5_000, signal: AbortSignal = new AbortController().signal): Probe & { readonly connectTimeoutMs: number } {
  return { signal, timeoutMs, connectTimeoutMs: timeoutMs };
}

/** A port on which nothing listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A DNS message as TCP carries it: its length in two bytes before it. */
export function overTcp(message: Buffer): Buffer {
  const prefix = Buffer.alloc(2);
  prefix.writeUInt16BE(message.length);
  return Buffer.concat([prefix, message]);
}
