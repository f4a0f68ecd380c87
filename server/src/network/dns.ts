/** Which DNS servers are asked, and in which order. The system's own files (hosts) are not asked, on purpose. */
import { getServers } from 'node:dns';
import type { DnsAnswer, DnsPort, DnsQuestion, Endpoint, Failure, HttpPort, Probe, Way } from '../checks/ports.ts';
import { addressAndPort, needsPermission } from '../checks/wire/address.ts';
import { httpUrlText, type HttpUrl } from '../checks/wire/httpUrl.ts';
import type { Route } from '../protocol/route.ts';
import { isQuestion } from './dnsMessage.ts';
import { askOverHttps, readHttpsResolver } from './dnsOverHttps.ts';
import { askServer } from './dnsTransport.ts';
import { readEndpoint, routedAddresses } from './routedAddress.ts';

/** More would only make a dead network slower to report. */
const mostResolvers = 3;

type Resolver = { readonly kind: 'plain'; readonly server: Endpoint } | { readonly kind: 'https'; readonly url: HttpUrl };

export interface DnsPortOptions {
  readonly route: Route | undefined;
  /** `address`, `address:port` or `https://…` (DNS over HTTPS) of the settings. */
  readonly resolvers: readonly string[];
  /** Those of the route, which go before them. */
  readonly routed: readonly string[] | undefined;
  readonly allowPrivateAddresses: boolean;
  /** Reaches resolvers over HTTPS, at whatever address the settings lead to. */
  readonly http: HttpPort;
}

type Reply = (DnsAnswer | Failure) & Way;
const cancelled: Failure = { kind: 'failure', reason: 'cancelled', code: '' };

/** The system's own servers are taken where neither route nor settings name any. */
export function createDnsPort({ route, resolvers, routed, allowPrivateAddresses, http }: DnsPortOptions): DnsPort {
  const configured = routed?.length ? routed : resolvers;
  const texts = configured.length > 0 ? configured : getServers();
  const servers = texts.flatMap((text) => readResolver(text) ?? []).slice(0, mostResolvers);
  const suffix = route?.name === undefined ? ', routed' : `, route ${route.name}`;
  const resolverSuffix = routed?.length ? suffix : '';
  const noServer = texts.length === 0 ? 'no DNS server is configured' : `"${texts[0]?.slice(0, 80) ?? ''}" is not the address of a DNS server`;
  const lead = routedAddresses(route);
  const addressesOf = bootstrap(servers);

  const askResolver = async (resolver: Resolver, question: DnsQuestion, probe: Probe): Promise<{ result: DnsAnswer | Failure; via: string }> => {
    if (resolver.kind === 'plain') {
      const { result, transport } = await askServer(resolver.server, question, true, probe);
      return { result, via: `${shown(resolver)} (${transport})` };
    }
    const { result, via } = await askOverHttps(resolver.url, question, http, addressesOf, probe);
    return { result, via: `${shown(resolver)} (HTTPS, ${via})` };
  };

  return {
    async query(question, probe) {
      const started = performance.now();
      const timed = (result: DnsAnswer | Failure, via: string): Reply => ({ ...result, via, elapsedMs: Math.round(performance.now() - started) });
      const [first] = servers;
      if (!isQuestion(question)) {
        const via = first === undefined ? 'no resolver' : `${shown(first)} (not asked)${resolverSuffix}`;
        return timed({ kind: 'failure', reason: 'error', code: 'not a name that DNS can hold' }, via);
      }
      if (question.at !== undefined) {
        const target = lead(question.at);
        const via = `name server ${addressAndPort(question.at.address, question.at.port)}`;
        if (needsPermission(question.at.address) && !allowPrivateAddresses) return timed({ kind: 'failure', reason: 'forbidden', code: '' }, via);
        if (probe.signal.aborted) return timed(cancelled, via);
        const { result, transport } = await askServer(target, question, false, probe);
        return timed(result, `${via} (${transport})${target.routed ? suffix : ''}`);
      }
      let last = timed({ kind: 'failure', reason: 'error', code: noServer }, 'no resolver');
      for (const [at, resolver] of servers.entries()) {
        const rest = probe.timeoutMs - (performance.now() - started);
        if (probe.signal.aborted) return timed(cancelled, `${shown(resolver)} (not asked)${resolverSuffix}`);
        if (rest <= 0) break;
        // Each server gets its share of what is left, so that a dead first one does not use up all of it.
        const { result, via } = await askResolver(resolver, question, { signal: probe.signal, timeoutMs: rest / (servers.length - at) });
        last = timed(result, `${via}${resolverSuffix}`);
        if (result.kind === 'answer' && (result.rcode === 'NOERROR' || result.rcode === 'NXDOMAIN')) return last;
      }
      return last;
    },
  };
}

function readResolver(text: string): Resolver | undefined {
  const server = readEndpoint(text, 53);
  if (server !== undefined) return { kind: 'plain', server };
  const url = readHttpsResolver(text);
  return url === undefined ? undefined : { kind: 'https', url };
}

function shown(resolver: Resolver): string {
  return `resolver ${resolver.kind === 'plain' ? addressAndPort(resolver.server.address, resolver.server.port) : httpUrlText(resolver.url)}`;
}

/**
 * Finds the address of a resolver over HTTPS that is named and not an address: by the plain servers beside it, else by the system's.
 * An answer is kept for the run, a failure is not.
 */
function bootstrap(resolvers: readonly Resolver[]): (host: string, probe: Probe) => Promise<readonly string[]> {
  const plain = resolvers.flatMap((resolver) => (resolver.kind === 'plain' ? [resolver.server] : []));
  const servers = (plain.length > 0 ? plain : getServers().flatMap((text) => readEndpoint(text, 53) ?? [])).slice(0, mostResolvers);
  const known = new Map<string, readonly string[]>();
  const look = async (host: string, probe: Probe): Promise<readonly string[]> => {
    for (const [at, server] of servers.entries()) {
      const share = { signal: probe.signal, timeoutMs: probe.timeoutMs / (servers.length - at) };
      const types = ['A', 'AAAA'] as const;
      const replies = await Promise.all(types.map((type) => askServer(server, { name: host, type }, true, share)));
      const addresses = replies.flatMap(({ result }, of) =>
        result.kind === 'answer' ? result.records.filter(({ type }) => type === types[of]).map(({ value }) => value) : [],
      );
      if (addresses.length > 0) return addresses;
    }
    return [];
  };
  return async (host, probe) => {
    const addresses = known.get(host) ?? (await look(host, probe));
    if (addresses.length > 0) known.set(host, addresses);
    return addresses;
  };
}
