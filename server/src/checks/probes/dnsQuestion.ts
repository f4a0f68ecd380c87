import type { Evidence } from '../../protocol/checks.ts';
import type { CheckContext } from '../engine/check.ts';
import type { DnsAnswer, DnsRecord, DnsType, Failure, Way } from '../ports.ts';
import { failureWords } from './failureWords.ts';

export type DnsReply = (DnsAnswer | Failure) & Way;

/** A question to the resolver and its answer. */
export interface AskedName {
  readonly name: string;
  readonly reply: DnsReply;
  /** Records of the type that was asked for; none where there was no answer. */
  readonly records: readonly DnsRecord[];
  /** `absent`: decidedly no such record. `unknown`: it could not be determined. */
  readonly state: 'found' | 'absent' | 'unknown';
  readonly evidence: Evidence;
}

/** One question to the resolver, asked once in a run. */
export function askName(context: CheckContext, name: string, type: DnsType): Promise<AskedName> {
  return context.once(`dns ${type} ${name}`, async (signal) => {
    const timeoutMs = context.limits.dns;
    const reply = await context.ports.dns.query({ name, type }, { signal, timeoutMs });
    const records = reply.kind === 'failure' ? [] : reply.records.filter((record) => record.type === type);
    const decided = reply.kind === 'answer' && (reply.rcode === 'NOERROR' || reply.rcode === 'NXDOMAIN');
    const state = !decided ? 'unknown' : records.length > 0 ? 'found' : 'absent';
    return { name, reply, records, state, evidence: evidenceOf(name, type, reply, timeoutMs) };
  });
}

/** A name as it is compared: lower case, without the root's dot. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}

/** What the resolver said, for a sentence. */
export function replyWords(reply: DnsReply, timeoutMs: number): string {
  if (reply.kind === 'failure') return `the resolver ${failureWords(reply, timeoutMs)}`;
  if (reply.rcode === 'SERVFAIL') return 'SERVFAIL: the resolver could not get a valid answer (broken delegation or DNSSEC)';
  const records = reply.records.slice(0, 12).map((record) => `${record.type} ${record.value.slice(0, 120)} (TTL ${record.ttl} s)`);
  const more = reply.records.length > 12 ? `, and ${reply.records.length - 12} more` : '';
  if (reply.rcode !== 'NOERROR') return reply.rcode;
  return records.length === 0 ? 'NOERROR, no such record' : `NOERROR, ${records.join(', ')}${more}`;
}

/** One DNS question and its answer, with the bits that say who answered: AA the zone's own server, RA a resolver, AD one that validated. */
export function evidenceOf(name: string, type: DnsType, reply: DnsReply, timeoutMs: number): Evidence {
  const flags = reply.kind === 'failure' || reply.flags.length === 0 ? '' : `; flags ${reply.flags.join(' ')}`;
  return { question: `DNS ${type} ${name}`, via: reply.via, answer: `${replyWords(reply, timeoutMs)}${flags}`, elapsedMs: reply.elapsedMs };
}
