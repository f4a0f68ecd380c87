import type { Outcome } from '../engine/check.ts';
import type { DnsRecord } from '../ports.ts';
import type { DnsReply } from '../probes/dnsQuestion.ts';
import type { ServerAnswer } from '../probes/zoneServers.ts';

export type ProofJudgement = Pick<Outcome, 'verdict' | 'summary' | 'cause' | 'fix'>;

export interface ProofAtZone {
  readonly domain: string;
  readonly wanted: readonly string[];
  /** What the resolver's answer came to. */
  readonly judged: ProofJudgement;
  readonly reply: DnsReply;
  /** Of the zone's own servers. */
  readonly answers: readonly ServerAnswer[];
  /** GetFederationInformation says NoError, so the proof is needed for the next roll only. */
  readonly federated: boolean;
}

/** Compares the resolver's answer with that of the zone's own servers: a change may not have reached every cache, or every server. */
export function judgeAtZone({ domain, wanted, judged, reply, answers, federated }: ProofAtZone): ProofJudgement {
  if (answers.length === 0) return judged;
  const holds = ({ records }: ServerAnswer): boolean => wanted.every((proof) => records.some(({ value }) => value === proof));
  const [having, lacking] = [answers.filter(holds), answers.filter((answer) => !holds(answer))];
  const seen = judged.verdict === 'pass';
  const verdict = federated || judged.verdict === 'info' ? 'info' : 'warn';
  if ((seen ? lacking : having).length === 0) {
    const known = proofsIn(wanted, reply.kind === 'failure' ? [] : reply.records);
    const same = answers.every(({ records }) => proofsIn(wanted, records) === known);
    return same ? { ...judged, summary: `${judged.summary} The zone’s own servers say the same.` } : judged;
  }
  if (having.length > 0 && lacking.length > 0) {
    return {
      verdict,
      summary: `${judged.summary} The zone’s own servers disagree: the plan’s proof is at ${named(having)}, not at ${named(lacking)}.`,
      cause: 'A change of the zone has not reached all of its servers; who asks is told the one or the other.',
      fix: `Compare the zone’s serial number on each of its servers (SOA of "${domain}"), and look at the transfers between them.`,
    };
  }
  if (seen) {
    return {
      verdict,
      summary: `${judged.summary} The zone’s own servers do not have it any more: ${named(lacking)}.`,
      cause: 'The record was removed or changed at its source; the resolver still remembers it.',
      fix: 'Publish the proof again if it is still needed: for set-up, or until the roll of the certificate has ended.',
    };
  }
  return {
    verdict,
    summary: `The plan’s proof is published at the zone’s own servers (${named(having)}), but the resolver does not give it yet.`,
    cause: `The record is new, and the resolver remembers what it was told before${remembered(reply)}.`,
    fix: 'Wait for that time, then run the check again; the federation gateway asks by a cache, too.',
  };
}

/** Says of zone servers that answer, while the resolver cannot: the fault lies between them. */
export function besideUnknown(answers: readonly ServerAnswer[]): string | undefined {
  if (answers.length === 0) return undefined;
  return `The zone’s own servers answer (${named(answers)}), so the resolver cannot reach them, or refuses what they say: broken signatures (DNSSEC), or a wrong delegation.`;
}

function proofsIn(wanted: readonly string[], records: readonly DnsRecord[]): string {
  return wanted.filter((proof) => records.some(({ value }) => value === proof)).join(' ');
}

function named(answers: readonly ServerAnswer[]): string {
  return answers.map(({ server }) => `"${server.slice(0, 120)}"`).join(', ');
}

/** How long the resolver may keep its answer: its records' time to live, or where it has none that of the SOA (RFC 2308 §5). */
function remembered(reply: DnsReply): string {
  if (reply.kind === 'failure') return '';
  const start = reply.authority.find((record) => record.type === 'SOA');
  const minimum = Number(start?.value.split(' ').at(-1));
  const seconds = reply.records.length > 0 ? Math.max(...reply.records.map(({ ttl }) => ttl)) : start === undefined ? NaN : Math.min(start.ttl, minimum);
  return Number.isFinite(seconds) ? `, for up to ${seconds} s` : '';
}
