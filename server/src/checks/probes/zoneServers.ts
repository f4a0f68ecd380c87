import type { Evidence } from '../../protocol/checks.ts';
import type { CheckContext } from '../engine/check.ts';
import type { DnsRecord, DnsType } from '../ports.ts';
import { addressFamily } from '../wire/address.ts';
import { askName, evidenceOf, plainName } from './dnsQuestion.ts';
import { resolveHost } from './resolvedHost.ts';

/** What one server of the zone says by its own knowledge. */
export interface ServerAnswer {
  /** The host that the NS record names. */
  readonly server: string;
  /** Records of the type that was asked for. */
  readonly records: readonly DnsRecord[];
}

export interface ZoneAnswer {
  /** Servers that answered with authority (AA); a silent or lame one says nothing. */
  readonly answers: readonly ServerAnswer[];
  readonly evidence: readonly Evidence[];
}

const mostServers = 4;
/** Many networks let no question out but to their own resolvers; a check shall not wait for that longer than this. */
const longestWait = 2_500;

/** Asks the name servers of the zone that holds `name`, each at one of its addresses and without recursion, past every cache. */
export async function askZoneServers(context: CheckContext, name: string, type: DnsType): Promise<ZoneAnswer> {
  if (!context.askNameServers) return { answers: [], evidence: [] };
  const servers = await nameServersOf(context, name);
  const asked = await Promise.all(servers.slice(0, mostServers).map((server) => askOne(context, server, name, type)));
  return { answers: asked.flatMap(({ answer }) => answer ?? []), evidence: asked.flatMap(({ evidence }) => evidence ?? []) };
}

async function nameServersOf(context: CheckContext, name: string): Promise<readonly string[]> {
  const at = async (zone: string): Promise<{ readonly servers: readonly string[]; readonly above?: string }> => {
    const { reply, records } = await askName(context, zone, 'NS');
    const servers = records.filter((record) => plainName(record.name) === zone).map((record) => plainName(record.value));
    // Where the name is no zone of its own, the answer names the zone by its SOA.
    const start = reply.kind === 'answer' ? reply.authority.find((record) => record.type === 'SOA') : undefined;
    const above = start === undefined ? undefined : plainName(start.name);
    return { servers, ...(above !== undefined && zone.endsWith(`.${above}`) ? { above } : {}) };
  };
  const own = await at(name);
  if (own.servers.length > 0 || own.above === undefined) return own.servers;
  return (await at(own.above)).servers;
}

async function askOne(
  context: CheckContext,
  server: string,
  name: string,
  type: DnsType,
): Promise<{ readonly answer?: ServerAnswer; readonly evidence?: Evidence }> {
  const { addresses } = await resolveHost(context, server);
  const address = addresses.find((each) => addressFamily(each) === 4) ?? addresses[0];
  if (address === undefined) return {};
  const timeoutMs = Math.min(context.limits.dns, longestWait);
  const reply = await context.once(`dns ${type} ${name} at ${address}`, (signal) =>
    context.ports.dns.query({ name, type, at: { address, port: 53 } }, { signal, timeoutMs }),
  );
  const evidence = evidenceOf(name, type, reply, timeoutMs);
  if (reply.kind === 'failure' || !reply.flags.includes('AA') || (reply.rcode !== 'NOERROR' && reply.rcode !== 'NXDOMAIN')) return { evidence };
  return { evidence, answer: { server, records: reply.records.filter((record) => record.type === type) } };
}
