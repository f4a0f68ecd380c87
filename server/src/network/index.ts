/** The sockets behind the engine's ports; nothing else in the product opens one. */
import type { Ports } from '../checks/ports.ts';
import type { CheckSettings } from '../protocol/checks.ts';
import type { Route } from '../protocol/route.ts';
import { createCertificatePort } from './certificate.ts';
import { createConnections } from './connection.ts';
import { createDnsPort } from './dns.ts';
import { createExchangePort } from './exchange.ts';
import { createHttpPort } from './http.ts';
import { systemClock, systemRandom } from './systemClock.ts';
import { createTcpPort } from './tcp.ts';
import { createTrustStore, type TrustStore } from './trustStore.ts';

export interface NetworkOptions {
  readonly route?: Route | undefined;
  readonly settings?: CheckSettings | undefined;
  /** DNS servers as `address`, `address:port` or `https://…`; a route's own go before them; empty: the system's. */
  readonly resolvers?: readonly string[] | undefined;
  /** DNS servers of one's own network, asked for comparison; a route's own go before them; empty: none. */
  readonly innerResolvers?: readonly string[] | undefined;
  /** Further trusted authorities, as PEM text. */
  readonly extraCa?: string | undefined;
}

/** Ports for one run. Nothing stays open between calls, so there is nothing to close. */
export function createPorts({ route, settings, resolvers = [], innerResolvers = [], extraCa }: NetworkOptions): Ports {
  const connections = createConnections(route, settings?.allowPrivateAddresses ?? false, settings?.proxy);
  let store: TrustStore | undefined;
  // Read at the first handshake: a run that only asks DNS needs no authorities.
  const trust = (): TrustStore => (store ??= createTrustStore(route?.ca, extraCa));
  // A resolver's address is the user's own setting: loopback and private ones are usual there, and no route applies.
  const http = createHttpPort(createConnections(undefined, true, settings?.proxy), trust);
  const dns = { route, http, allowPrivateAddresses: settings?.allowPrivateAddresses ?? false };
  const inner = route?.innerResolvers?.length ? route.innerResolvers : innerResolvers;
  return {
    clock: systemClock,
    random: systemRandom,
    dns: createDnsPort({ ...dns, resolvers, routed: route?.resolvers }),
    ...(inner.length === 0 ? {} : { innerDns: createDnsPort({ ...dns, resolvers: inner, routed: route?.innerResolvers }) }),
    tcp: createTcpPort(connections),
    exchange: createExchangePort(connections),
    certificate: createCertificatePort(connections, trust),
    http: createHttpPort(connections, trust),
  };
}
