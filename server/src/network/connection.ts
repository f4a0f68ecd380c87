/** Opens TCP connections for all ports: refusal of inner addresses, route, limit and cancellation are the same for each of them. */
import { connect, type Socket } from 'node:net';
import type { Endpoint, Failure, Probe } from '../checks/ports.ts';
import { addressAndPort, addressFamily, needsPermission } from '../checks/wire/address.ts';
import type { Route } from '../protocol/route.ts';
import { routedAddresses } from './routedAddress.ts';

export interface Connections {
  /** What results say of the way to an address. */
  via(to: Endpoint): string;
  /** A connected socket whose owner must destroy it, or why there is none. Never rejects. */
  open(to: Endpoint, probe: Probe): Promise<Socket | Failure>;
}

/** How connections are made in one run. */
export function createConnections(route: Route | undefined, allowPrivateAddresses: boolean): Connections {
  const routed = routedAddresses(route);
  const suffix = route?.name === undefined ? ', routed' : `, route ${route.name}`;
  return {
    via: (to) => {
      const family = addressFamily(to.address) === 6 ? 'IPv6' : 'IPv4';
      return `direct to ${addressAndPort(to.address, to.port)} (${family})${routed(to).routed ? suffix : ''}`;
    },
    // Judged on the address that plan, DNS or a redirect gave: what a route puts behind it is the user's own choice.
    open: (to, probe) =>
      needsPermission(to.address) && !allowPrivateAddresses
        ? Promise.resolve({ kind: 'failure', reason: 'forbidden', code: '' })
        : connectTo(routed(to), probe),
  };
}

function connectTo(target: Endpoint, probe: Probe): Promise<Socket | Failure> {
  if (probe.signal.aborted) return Promise.resolve({ kind: 'failure', reason: 'cancelled', code: '' });
  return new Promise((resolve) => {
    const socket = connect({ host: target.address, port: target.port, noDelay: true });
    const end = (result: Socket | Failure): void => {
      clearTimeout(timer);
      probe.signal.removeEventListener('abort', cancelled);
      socket.removeAllListeners();
      // An owner that adds its listeners a tick later must not meet an unheard error.
      socket.on('error', () => undefined);
      if (result !== socket) socket.destroy();
      resolve(result);
    };
    const cancelled = (): void => end({ kind: 'failure', reason: 'cancelled', code: '' });
    const timer = setTimeout(() => end({ kind: 'failure', reason: 'timeout', code: '' }), probe.timeoutMs);
    probe.signal.addEventListener('abort', cancelled);
    socket.once('connect', () => end(socket));
    socket.once('error', (error) => end(failureOf(error)));
  });
}

const reasons: Readonly<Record<string, Failure['reason']>> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  ECONNABORTED: 'reset',
  ETIMEDOUT: 'timeout',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EAFNOSUPPORT: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETDOWN: 'unreachable',
};

/** The code of an error, the library's or the system's. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** A system error in the engine's words. */
export function failureOf(error: unknown): Failure {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : '';
  return { kind: 'failure', reason: reasons[code] ?? 'error', code: code === '' ? message.slice(0, 80) : code };
}
