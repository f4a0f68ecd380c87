import type { Evidence } from '../../protocol/checks.ts';
import type { EarlyContext } from '../engine/check.ts';
import type { Cancellation, DnsPort, DnsRecord } from '../ports.ts';
import { addressFamily, canonicalAddress } from '../wire/address.ts';
import { evidenceOf, plainName, replyWords, type DnsReply } from './dnsQuestion.ts';

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
  /** Beside `unknown`: the question that brought no answer, of the host or of an alias behind it. */
  readonly undecided?: { readonly name: string; readonly type: 'A' | 'AAAA'; readonly reply: DnsReply };
}

/** The resolvers of the run, or those inside one's own network. */
export type Resolvers = 'usual' | 'inner';

/** A and AAAA of a host, aliases followed; asked once in a run. An address stands for itself. */
export function resolveHost(context: EarlyContext, host: string, by: Resolvers = 'usual'): Promise<ResolvedHost> {
  if (addressFamily(host) !== undefined) {
    return Promise.resolve({ host, addresses: [canonicalAddress(host)], aliases: [], state: 'found', words: 'is an address', evidence: [] });
  }
  const port = (by === 'inner' ? context.ports.innerDns : undefined) ?? context.ports.dns;
  return context.once(`resolve ${by} ${host}`, async (signal) => {
    const [four, six] = await Promise.all([lookUp(context, port, host, 'A', signal), lookUp(context, port, host, 'AAAA', signal)]);
    return judge(host, four, six, context.limits.dns);
  });
}

interface Lookup {
  readonly type: 'A' | 'AAAA';
  /** The last name that was asked for. */
  readonly name: string;
  /** The last reply; it decides. */
  readonly reply: DnsReply;
  /** Records of all replies. */
  readonly records: readonly DnsRecord[];
  readonly evidence: readonly Evidence[];
}

const mostQuestions = 9;

/** One question; and where the resolver answers with an alias alone, as one does that is no recursive resolver, those behind it. */
async function lookUp(context: EarlyContext, port: DnsPort, host: string, type: 'A' | 'AAAA', signal: Cancellation): Promise<Lookup> {
  const timeoutMs = context.limits.dns;
  const records: DnsRecord[] = [];
  const evidence: Evidence[] = [];
  const asked = new Set<string>();
  let name = host;
  for (;;) {
    asked.add(name);
    const reply = await port.query({ name, type }, { signal, timeoutMs });
    evidence.push(evidenceOf(name, type, reply, timeoutMs));
    if (reply.kind === 'failure') return { type, name, reply, records, evidence };
    records.push(...reply.records);
    const end = aliasesOf(host, records).at(-1);
    const isOpen = end !== undefined && !asked.has(end) && !records.some((record) => record.type === type && plainName(record.name) === end);
    if (reply.rcode !== 'NOERROR' || !isOpen || asked.size === mostQuestions) return { type, name, reply, records, evidence };
    name = end;
  }
}

function judge(host: string, four: Lookup, six: Lookup, timeoutMs: number): ResolvedHost {
  const evidence = [...four.evidence, ...six.evidence];
  const aliases = longest(aliasesOf(host, four.records), aliasesOf(host, six.records));
  const names = new Set([host, ...aliases]);
  const addresses = [four, six].flatMap(({ type, records }) =>
    records
      .filter((record) => record.type === type && names.has(plainName(record.name)) && addressFamily(record.value) === (type === 'A' ? 4 : 6))
      .map((record) => canonicalAddress(record.value)),
  );
  const base = { host, aliases, evidence, addresses: [...new Set(addresses)].slice(0, 16) };
  if (base.addresses.length > 0)
    return { ...base, state: 'found', words: `has the ${base.addresses.length === 1 ? 'address' : 'addresses'} ${base.addresses.join(', ')}` };
  const leads = aliases.length > 0 ? `leads to "${aliases.at(-1) ?? ''}", which ` : '';
  const undecided = [four, six].find(({ reply }) => reply.kind === 'failure' || (reply.rcode !== 'NOERROR' && reply.rcode !== 'NXDOMAIN'));
  if (undecided !== undefined) {
    const { name, type, reply } = undecided;
    return { ...base, state: 'unknown', words: `${leads}could not be looked up: ${replyWords(reply, timeoutMs)}`, undecided: { name, type, reply } };
  }
  if (four.reply.kind === 'answer' && four.reply.rcode === 'NXDOMAIN')
    return { ...base, state: 'noName', words: `${leads}does not exist in DNS (NXDOMAIN)` };
  return { ...base, state: 'noAddress', words: leads === '' ? 'exists in DNS but has no address' : `${leads}has no address` };
}

function aliasesOf(host: string, records: readonly DnsRecord[]): readonly string[] {
  const chain: string[] = [];
  const targets = new Map(records.filter((record) => record.type === 'CNAME').map((record) => [plainName(record.name), plainName(record.value)]));
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
