import type { Evidence } from '../../protocol/checks.ts';
import type { CheckContext } from '../engine/check.ts';
import type { DnsAnswer, DnsType, Failure, Way } from '../ports.ts';
import { addressFamily, canonicalAddress } from '../wire/address.ts';
import { failureWords } from './failureWords.ts';

export interface ResolvedHost {
  readonly host: string;
  /** IPv4 first, each in its canonical form, at most 16. */
  readonly addresses: readonly string[];
  /** The chain of CNAME targets, in order. */
  readonly aliases: readonly string[];
  /** `unknown`: at least one question was not answered, and no other brought an address. */
  readonly state: 'found' | 'noAddress' | 'noName' | 'unknown';
  /** Follows the host's name: `does not exist in DNS (NXDOMAIN)`. */
  readonly words: string;
  readonly evidence: readonly Evidence[];
}

/** A and AAAA of a host, aliases followed; asked once in a run. An address stands for itself. */
export function resolveHost(context: CheckContext, host: string): Promise<ResolvedHost> {
  if (addressFamily(host) !== undefined) {
    return Promise.resolve({ host, addresses: [canonicalAddress(host)], aliases: [], state: 'found', words: 'is an address', evidence: [] });
  }
  return context.once(`resolve ${host}`, async (signal) => {
    const probe = { signal, timeoutMs: context.limits.dns };
    const ask = (type: DnsType): Promise<(DnsAnswer | Failure) & Way> => context.ports.dns.query({ name: host, type }, probe);
    const [four, six] = await Promise.all([ask('A'), ask('AAAA')]);
    return judge(host, four, six, context.limits.dns);
  });
}

type Reply = (DnsAnswer | Failure) & Way;

function judge(host: string, four: Reply, six: Reply, timeoutMs: number): ResolvedHost {
  const evidence = [evidenceOf(host, 'A', four, timeoutMs), evidenceOf(host, 'AAAA', six, timeoutMs)];
  const aliases = longest(aliasesOf(host, four), aliasesOf(host, six));
  const names = new Set([host, ...aliases]);
  const addresses = [four, six].flatMap((reply, at) =>
    reply.kind === 'failure'
      ? []
      : reply.records
          .filter(
            (record) =>
              record.type === (at === 0 ? 'A' : 'AAAA') && names.has(plainName(record.name)) && addressFamily(record.value) === (at === 0 ? 4 : 6),
          )
          .map((record) => canonicalAddress(record.value)),
  );
  const base = { host, aliases, evidence, addresses: [...new Set(addresses)].slice(0, 16) };
  if (base.addresses.length > 0)
    return { ...base, state: 'found', words: `has the ${base.addresses.length === 1 ? 'address' : 'addresses'} ${base.addresses.join(', ')}` };
  const undecided = [four, six].find((reply) => reply.kind === 'failure' || (reply.rcode !== 'NOERROR' && reply.rcode !== 'NXDOMAIN'));
  if (undecided !== undefined) return { ...base, state: 'unknown', words: `could not be looked up: ${replyWords(undecided, timeoutMs)}` };
  if (four.kind === 'answer' && four.rcode === 'NXDOMAIN') return { ...base, state: 'noName', words: 'does not exist in DNS (NXDOMAIN)' };
  return {
    ...base,
    state: 'noAddress',
    words: aliases.length > 0 ? `leads to "${aliases.at(-1) ?? ''}", which has no address` : 'exists in DNS but has no address',
  };
}

function aliasesOf(host: string, reply: Reply): readonly string[] {
  const chain: string[] = [];
  if (reply.kind === 'failure') return chain;
  const targets = new Map(
    reply.records.filter((record) => record.type === 'CNAME').map((record) => [plainName(record.name), plainName(record.value)]),
  );
  let name = targets.get(host);
  while (name !== undefined && !chain.includes(name) && chain.length < 16) {
    chain.push(name);
    name = targets.get(name);
  }
  return chain;
}

function longest(one: readonly string[], other: readonly string[]): readonly string[] {
  return one.length >= other.length ? one : other;
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}

/** What the resolver said, for a sentence or as evidence. */
export function replyWords(reply: Reply, timeoutMs: number): string {
  if (reply.kind === 'failure') return `the resolver ${failureWords(reply, timeoutMs)}`;
  if (reply.rcode === 'SERVFAIL') return 'SERVFAIL: the resolver could not get a valid answer (broken delegation or DNSSEC)';
  const records = reply.records.slice(0, 12).map((record) => `${record.type} ${record.value.slice(0, 120)} (TTL ${record.ttl} s)`);
  const more = reply.records.length > 12 ? `, and ${reply.records.length - 12} more` : '';
  if (reply.rcode !== 'NOERROR') return reply.rcode;
  return records.length === 0 ? 'NOERROR, no such record' : `NOERROR, ${records.join(', ')}${more}`;
}

/** One DNS question and its answer. */
export function evidenceOf(name: string, type: DnsType, reply: Reply, timeoutMs: number): Evidence {
  return { question: `DNS ${type} ${name}`, via: reply.via, answer: replyWords(reply, timeoutMs), elapsedMs: reply.elapsedMs };
}
