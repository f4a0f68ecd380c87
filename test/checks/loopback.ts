/** Servers on loopback for one test, closed at its end with every connection they hold. */
import { createSocket } from 'node:dgram';
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
export function tcpServer(context: TestContext, onConnection: (socket: Socket) => void, port?: number): Promise<Listening> {
  const server = createServer(onConnection);
  if (port === undefined) return listening(context, server);
  const listen = server.listen.bind(server);
  server.listen = ((_port: number, host: string, callback: () => void) => listen(port, host, callback)) as typeof server.listen;
  return listening(context, server);
}

/** A UDP server that may answer each message with several. */
export async function udpServer(context: TestContext, answers: (message: Buffer) => readonly Uint8Array[]): Promise<number> {
  const socket = createSocket('udp4');
  socket.on('message', (message, from) => {
    for (const answer of answers(message)) socket.send(answer, from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  context.after(() => socket.close());
  return socket.address().port;
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
