/** Starts a world on loopback and says by which route it is reached. */
import type { Route } from '../../server/src/protocol/route.ts';
import { certificateAuthority, type CertificateAuthority } from './certificates/authority.ts';
import { serveNames } from './dns/nameServer.ts';
import { nameServerAddress } from './dns/zone.ts';
import { createPlainServer, createSecureServer } from './http/webServer.ts';
import { openSockets, type Sockets } from './sockets.ts';
import { handshakeFailureAlert } from './tls/cannedAnswers.ts';
import { answerTls } from './tls/front.ts';
import { withNames, type Host, type World } from './world.ts';

export interface PracticePartner {
  readonly route: Route;
  /** Closes every socket and connection; resolves when all are closed. */
  stop(): Promise<void>;
}

/** What a web server says when it hears TLS where it expects plain HTTP. */
const plainBadRequest = 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

/** Loopback only: nothing of it can be reached from another machine. */
export async function startWorld(world: World, routeName: string): Promise<PracticePartner> {
  const sockets = openSockets();
  try {
    const authority = await certificateAuthority();
    const resolver = await serveNames(sockets, withNames(world, world.cachedNames ?? {}), 'resolver');
    const nameServer = await serveNames(sockets, world, 'nameServer');
    const inner = world.innerNames && (await serveNames(sockets, withNames(world, world.innerNames), 'resolver'));
    const connect: Record<string, string> = { [`${nameServerAddress}:53`]: loopback(nameServer) };
    for (const host of Object.values(world.hosts)) {
      const securePort = loopback(await openSecurePort(sockets, host, authority));
      const plainPort = loopback(await openPlainPort(sockets, host, authority));
      for (const address of host.addresses) {
        const written = address.includes(':') ? `[${address}]` : address;
        connect[`${written}:443`] = securePort;
        connect[`${written}:80`] = plainPort;
      }
    }
    return {
      route: {
        name: routeName,
        resolvers: [loopback(resolver)],
        ...(inner === undefined ? {} : { innerResolvers: [loopback(inner)] }),
        connect,
        ca: authority.root,
      },
      stop: () => sockets.close(),
    };
  } catch (error) {
    await sockets.close();
    throw error;
  }
}

async function openSecurePort(sockets: Sockets, host: Host, authority: CertificateAuthority): Promise<number> {
  switch (host.https) {
    case 'refuses':
      return sockets.refusedPort();
    case 'silent':
      return sockets.listen((socket) => socket.resume());
    case 'resets':
      return sockets.listen((socket) => socket.once('data', () => socket.resetAndDestroy()));
    case 'nonsense':
      return sockets.listen((socket) => socket.once('data', () => socket.end(plainBadRequest)));
    case 'refusesHandshake':
      return sockets.listen((socket) => socket.once('data', () => socket.end(handshakeFailureAlert)));
    case 'serves': {
      const server = createSecureServer(host.site, await authority.issue(host.certificate), host.tls, authority.files);
      return sockets.listen((socket) => answerTls(socket, host.tls, (secured) => server.emit('connection', secured)));
    }
  }
}

async function openPlainPort(sockets: Sockets, host: Host, { files }: CertificateAuthority): Promise<number> {
  if (host.http === 'refuses') return sockets.refusedPort();
  const server = createPlainServer(host.httpSite, files);
  return sockets.listen((socket) => server.emit('connection', socket));
}

function loopback(port: number): string {
  return `127.0.0.1:${port}`;
}
