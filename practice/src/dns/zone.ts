/** Looks names up in a world's zones as an authoritative server does. Pure: no packet, no socket. */
import type { Answer, RecordType } from 'dns-packet';
import type { NameRecords, World } from '../world.ts';

export interface ZoneAnswer {
  readonly code: 'NOERROR' | 'NXDOMAIN' | 'SERVFAIL' | 'REFUSED';
  readonly answers: readonly Answer[];
  readonly authorities: readonly Answer[];
}

const timeToLive = 300;
/** RFC 2308: how long "no such name" may be remembered. Short, since users switch scenarios. */
const negativeTimeToLive = 5;
const longestAliasChain = 8;
/** Every zone has its name server at `ns1.<zone>`, all of them at this address. */
export const nameServerAddress = '192.0.2.53';
const nameServerOf = (zone: string): string => `ns1.${zone}`;

/** What the world's name server says of one question; names are compared without case. */
export function lookUp(world: World, name: string, type: string): ZoneAnswer {
  const answers: Answer[] = [];
  let current = name.toLowerCase();
  for (let hop = 0; hop <= longestAliasChain; hop += 1) {
    const zone = zoneOf(world, current);
    // A practice partner knows its own names and forwards nothing.
    if (zone === undefined) return { code: hop === 0 ? 'REFUSED' : 'NOERROR', answers, authorities: [] };
    const records = current === nameServerOf(zone) ? { A: [nameServerAddress] } : (recordsAt(world, current) ?? wildcardFor(world, current, zone));
    if (records?.fails) return { code: records.fails, answers: [], authorities: [] };
    const owner = hop === 0 ? name : current;
    const found = [...recordsOf(records, owner, type), ...(current === zone ? apexRecords(zone, owner, type) : [])];
    answers.push(...found);
    if (found.length > 0 || records?.CNAME === undefined) {
      // An alias that leads to a missing name is NXDOMAIN, with the alias in the answer (RFC 6604).
      const code = records || current === zone || hasNamesBelow(world, current) ? 'NOERROR' : 'NXDOMAIN';
      return { code, answers, authorities: found.length > 0 ? [] : [startOfAuthority(zone, zone, negativeTimeToLive)] };
    }
    answers.push({ name: owner, type: 'CNAME', ttl: timeToLive, data: records.CNAME });
    current = records.CNAME.toLowerCase();
  }
  return { code: 'SERVFAIL', answers: [], authorities: [] };
}

/** The apex of the zone that holds the name; the longest one, as a subdomain may be a zone of its own. */
function zoneOf(world: World, name: string): string | undefined {
  return world.zones
    .filter((zone) => name === zone || name.endsWith(`.${zone}`))
    .sort((left, right) => right.length - left.length)[0];
}

function recordsAt(world: World, name: string): NameRecords | undefined {
  return Object.hasOwn(world.names, name) ? world.names[name] : undefined;
}

/** The records of `*` below the closest ancestor that exists (RFC 4592); a name with others below it exists, too. */
function wildcardFor(world: World, name: string, zone: string): NameRecords | undefined {
  if (name === zone || hasNamesBelow(world, name)) return undefined;
  let ancestor = name;
  do ancestor = ancestor.slice(ancestor.indexOf('.') + 1);
  while (ancestor !== zone && recordsAt(world, ancestor) === undefined && !hasNamesBelow(world, ancestor));
  return recordsAt(world, `*.${ancestor}`);
}

function hasNamesBelow(world: World, name: string): boolean {
  return Object.keys(world.names).some((other) => other.endsWith(`.${name}`));
}

function recordsOf(records: NameRecords | undefined, name: string, type: string): Answer[] {
  if (!records) return [];
  const wants = (record: RecordType): boolean => type === record || type === 'ANY';
  const common = { name, ttl: timeToLive };
  return [
    ...(wants('A') ? (records.A ?? []).map((data): Answer => ({ ...common, type: 'A', data })) : []),
    ...(wants('AAAA') ? (records.AAAA ?? []).map((data): Answer => ({ ...common, type: 'AAAA', data })) : []),
    ...(wants('CNAME') && records.CNAME !== undefined ? [{ ...common, type: 'CNAME', data: records.CNAME } satisfies Answer] : []),
    ...(wants('TXT') ? (records.TXT ?? []).map((data): Answer => ({ ...common, type: 'TXT', data: [data].flat() })) : []),
    ...(wants('MX') ? (records.MX ?? []).map((data): Answer => ({ ...common, type: 'MX', data })) : []),
    ...(wants('SRV') ? (records.SRV ?? []).map((data): Answer => ({ ...common, type: 'SRV', data })) : []),
  ];
}

function apexRecords(zone: string, name: string, type: string): Answer[] {
  return [
    ...(type === 'NS' || type === 'ANY' ? [{ name, type: 'NS', ttl: timeToLive, data: nameServerOf(zone) } satisfies Answer] : []),
    ...(type === 'SOA' || type === 'ANY' ? [startOfAuthority(zone, name, timeToLive)] : []),
  ];
}

function startOfAuthority(zone: string, name: string, ttl: number): Answer {
  return {
    name,
    type: 'SOA',
    ttl,
    data: {
      mname: nameServerOf(zone),
      rname: `hostmaster.${zone}`,
      serial: 1,
      refresh: 3600,
      retry: 600,
      expire: 86_400,
      minimum: negativeTimeToLive,
    },
  };
}
