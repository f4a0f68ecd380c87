/** Opens TCP connections for all ports: refusal of inner addresses, route, limit and cancellation are the same for each of them. */
import { connect, type Socket } from 'node:net';
import type { Endpoint, Failure, Probe } from '../checks/ports.ts';
import { addressAndPort, addressFamily, needsPermission } from '../checks/wire/address.ts';
import type { ProxySettings } from '../protocol/checks.ts';
import type { Route } from '../protocol/route.ts';
import { readProxy, type Proxy } from './proxy.ts';
import { openTunnel, type TunnelFailure } from './proxyTunnel.ts';
import { routedAddresses } from './routedAddress.ts';

export interface Connections {
  /** What results say of the way to an address. */
  via(to: Endpoint): string;
  /** A connected socket whose owner must destroy it, or why there is none. Never rejects. */
  open(to: Endpoint, probe: Probe): Promise<Socket | Failure>;
  /** The same for plain HTTP: where there is a proxy the socket leads to it, and no way is opened. */
  openPlain(to: Endpoint, probe: Probe): Promise<Socket | Failure>;
  /** The proxy was given the name of this place, so it alone knows which address it took. */
  byName(to: Endpoint): boolean;
  /** The proxy that takes plain HTTP to this place as a request: most let no way be opened but to port 443. */
  plainProxy(to: Endpoint): Proxy | undefined;
}

/**
 * How connections are made in one run. What a route leads elsewhere goes directly, everything else by the proxy where there is one. The
 * proxy is given the address that was judged, not the name, so that it cannot lead elsewhere than was agreed to; where it forbids addresses
 * and takes names, it is given those, and results say so.
 */
export function createConnections(route: Route | undefined, allowPrivateAddresses: boolean, settings?: ProxySettings): Connections {
  const routed = routedAddresses(route);
  const proxy = settings === undefined ? undefined : readProxy(settings);
  const proxyFor = (to: Endpoint): Proxy | string | undefined =>
    proxy === undefined || routed(to).routed || (typeof proxy !== 'string' && !proxy.takes(to)) ? undefined : proxy;
  const toProxy = async (taken: Proxy, probe: Probe): Promise<Socket | Failure> => {
    const socket = await connectTo({ address: taken.host, port: taken.port }, probe);
    if (!('kind' in socket) || socket.reason === 'cancelled') return socket;
    return { kind: 'failure', reason: 'proxy', code: `${taken.shown} ${socket.reason === 'timeout' ? 'does not answer' : `cannot be reached (${socket.code})`}` };
  };
  let takesNamesOnly = false;
  const nameOf = (to: Endpoint): string | undefined => (to.host === undefined || addressFamily(to.host) !== undefined ? undefined : `${to.host}:${to.port}`);
  const byName = (to: Endpoint): boolean => takesNamesOnly && nameOf(to) !== undefined && typeof proxyFor(to) === 'object';
  const tunnel = async (by: Proxy, target: string, probe: Probe): Promise<Socket | TunnelFailure> => {
    const started = performance.now();
    const socket = await toProxy(by, probe);
    if ('kind' in socket) return socket;
    return openTunnel(socket, target, by.authorization, { signal: probe.signal, timeoutMs: probe.timeoutMs - (performance.now() - started) });
  };
  /** Many proxies judge by names, and turn every address away. */
  const byProxy = async (by: Proxy, to: Endpoint, probe: Probe): Promise<Socket | Failure> => {
    const name = nameOf(to);
    if (takesNamesOnly && name !== undefined) return tunnel(by, name, probe);
    const started = performance.now();
    const first = await tunnel(by, addressAndPort(to.address, to.port), probe);
    if (!('kind' in first) || name === undefined || !forbidsAddresses(first.status)) return first;
    const second = await tunnel(by, name, { signal: probe.signal, timeoutMs: Math.max(1, probe.timeoutMs - (performance.now() - started)) });
    if ('kind' in second) return { kind: 'failure', reason: second.reason, code: `${first.code}; asked by the name, ${second.code}` };
    takesNamesOnly = true;
    return second;
  };
  const refused = (to: Endpoint): Failure | undefined =>
    needsPermission(to.address) && !allowPrivateAddresses ? { kind: 'failure', reason: 'forbidden', code: '' } : undefined;
  const suffix = route?.name === undefined ? ', routed' : `, route ${route.name}`;
  return {
    via: (to) => {
      const family = addressFamily(to.address) === 6 ? 'IPv6' : 'IPv4';
      const by = proxyFor(to);
      if (typeof by === 'object' && byName(to)) return `by proxy ${by.shown} to ${nameOf(to) ?? ''} (by name; the proxy finds the address)`;
      if (typeof by === 'object') return `by proxy ${by.shown} to ${addressAndPort(to.address, to.port)} (${family})`;
      return `direct to ${addressAndPort(to.address, to.port)} (${family})${routed(to).routed ? suffix : ''}`;
    },
    // Judged on the address that plan, DNS or a redirect gave: what a route puts behind it is the user's own choice.
    async open(to, probe) {
      const by = proxyFor(to);
      const forbidden = refused(to);
      if (forbidden !== undefined) return forbidden;
      if (by === undefined) return connectTo(routed(to), probe);
      if (typeof by === 'string') return { kind: 'failure', reason: 'proxy', code: by };
      return byProxy(by, to, probe);
    },
    byName,
    async openPlain(to, probe) {
      const by = proxyFor(to);
      const forbidden = refused(to);
      if (forbidden !== undefined) return forbidden;
      if (typeof by === 'string') return { kind: 'failure', reason: 'proxy', code: by };
      return by === undefined ? connectTo(routed(to), probe) : toProxy(by, probe);
    },
    plainProxy(to) {
      const by = proxyFor(to);
      return typeof by === 'object' ? by : undefined;
    },
  };
}

/** The statuses by which a proxy turns a target away; one that wants credentials wants them for names as well. */
function forbidsAddresses(status: number | undefined): boolean {
  return status !== undefined && status >= 400 && status < 500 && status !== 407;
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
