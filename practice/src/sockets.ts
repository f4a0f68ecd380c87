/** Opens loopback servers and closes all of them, with every connection, in one call. */
import { createSocket, type Socket as DatagramSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

const loopback = '127.0.0.1';
/** No client of ours is quiet for so long; a forgotten one must not hold a socket for ever. */
const idleLimit = 60_000;

export interface Sockets {
  /** Listens for TCP on a free loopback port and gives that port. */
  listen(onConnection: (socket: Socket) => void): Promise<number>;
  /** TCP and UDP on one and the same free loopback port, as DNS clients expect. */
  listenBoth(onConnection: (socket: Socket) => void, onMessage: (message: Buffer, answer: (reply: Buffer) => void) => void): Promise<number>;
  /** A loopback port that refuses connections for as long as this lives. */
  refusedPort(): Promise<number>;
  /** Resolves when every socket is closed. */
  close(): Promise<void>;
}

export function openSockets(): Sockets {
  const servers = new Set<Server>();
  const datagrams = new Set<DatagramSocket>();
  const connections = new Set<Socket>();
  let closed = false;

  const track = (socket: Socket): Socket => {
    connections.add(socket);
    socket.setTimeout(idleLimit, () => socket.destroy());
    // Clients hang up when they know enough; that is no event here.
    socket.on('error', () => socket.destroy());
    socket.once('close', () => connections.delete(socket));
    if (closed) socket.destroy();
    return socket;
  };

  const listenOn = async (onConnection: (socket: Socket) => void): Promise<Server> => {
    const server = createServer((socket) => onConnection(track(socket)));
    servers.add(server);
    server.listen(0, loopback);
    await once(server, 'listening');
    return server;
  };

  const bindDatagrams = async (port: number): Promise<DatagramSocket | undefined> => {
    const datagram = createSocket('udp4');
    try {
      datagram.bind(port, loopback);
      await once(datagram, 'listening');
    } catch (error) {
      datagram.close();
      if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return undefined;
      throw error;
    }
    // Windows reports a client's closed port here as ECONNRESET.
    datagram.on('error', () => undefined);
    datagrams.add(datagram);
    return datagram;
  };

  const sockets: Sockets = {
    async listen(onConnection) {
      return portOf(await listenOn(onConnection));
    },

    async listenBoth(onConnection, onMessage) {
      for (let attempt = 0; attempt < 20; attempt += 1) {
        const server = await listenOn(onConnection);
        const port = portOf(server);
        const datagram = await bindDatagrams(port);
        if (datagram) {
          datagram.on('message', (message, sender) => {
            onMessage(message, (reply) => {
              if (!closed) datagram.send(reply, sender.port, sender.address, () => undefined);
            });
          });
          return port;
        }
        // Somebody's UDP socket has that number.
        servers.delete(server);
        server.close();
      }
      throw new Error('No loopback port was free for both UDP and TCP after 20 attempts.');
    },

    async refusedPort() {
      // The own end of a connection holds its port number and listens to nobody, so no other process can take it over.
      const port = await sockets.listen((peer) => peer.setTimeout(0));
      const held = track(connect(port, loopback));
      held.setTimeout(0);
      await once(held, 'connect');
      if (held.localPort === undefined) throw new Error('A connection on loopback closed at once.');
      return held.localPort;
    },

    async close() {
      closed = true;
      const endings = [
        ...[...servers].map((server) => new Promise<void>((resolve) => server.close(() => resolve()))),
        ...[...datagrams].map((datagram) => new Promise<void>((resolve) => datagram.close(() => resolve()))),
        ...[...connections].map((socket) => new Promise<void>((resolve) => socket.once('close', () => resolve()))),
      ];
      for (const socket of connections) socket.destroy();
      servers.clear();
      datagrams.clear();
      await Promise.all(endings);
    },
  };
  return sockets;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
