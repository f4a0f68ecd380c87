import type { Evidence } from '../../protocol/checks.ts';
import type { CheckContext } from '../engine/check.ts';
import type { DnsType } from '../ports.ts';
import { evidenceOf, type DnsReply } from './dnsQuestion.ts';

/** What a resolver says without looking at signatures, where it said SERVFAIL before. */
export interface WithoutChecking {
  /** The signatures are what it stumbles over: without them it has the answer. */
  readonly broken: boolean;
  readonly evidence: readonly Evidence[];
}

const nothing: WithoutChecking = { broken: false, evidence: [] };

/** Asks again without checking (CD) where the resolver failed; asked once in a run. */
export async function askWithoutChecking(context: CheckContext, name: string, type: DnsType, reply: DnsReply): Promise<WithoutChecking> {
  if (reply.kind === 'failure' || reply.rcode !== 'SERVFAIL') return nothing;
  const timeoutMs = context.limits.dns;
  const again = await context.once(`dns ${type} ${name} unchecked`, (signal) =>
    context.ports.dns.query({ name, type, unchecked: true }, { signal, timeoutMs }),
  );
  const { question, ...evidence } = evidenceOf(name, type, again, timeoutMs);
  return {
    broken: again.kind === 'answer' && (again.rcode === 'NOERROR' || again.rcode === 'NXDOMAIN'),
    evidence: [{ question: `${question}, signatures not checked (CD)`, ...evidence }],
  };
}

export const brokenSignaturesCause =
  'The zone’s signatures do not hold (DNSSEC): the resolver has an answer and refuses it; asked without checking, it gives it. Whoever ' +
  'asks a resolver that checks signatures does not find these names.';
export const brokenSignaturesFix =
  'Sign the zone anew, or put right or remove the DS record at its registrar; a tool that shows the chain of signatures says where it breaks.';
