import type { Evidence } from '../../protocol/checks.ts';
import type { Check, CheckContext, Outcome } from '../engine/check.ts';
import { resolveHost, type ResolvedHost } from '../probes/resolvedHost.ts';

/** D4: does the zone answer for any name, so that "autodiscover." may only seem to be published? */
export const wildcardName: Check = {
  id: 'D4',
  title: 'Wildcard in DNS',
  group: 'DNS',
  asks: 'A and AAAA of a name below the domain that nobody has made: "x-", random letters. One more such question where it has an address.',
  guidance: ['G11'],
  needs: ['D1'],
  considers: ['F1'],
  run,
};

const doesNotProve = 'That "autodiscover." has no record of its own: one with the wildcard’s address looks the same.';

async function run(context: CheckContext): Promise<Outcome> {
  const { domain } = context.subject;
  const [probe, autodiscover] = await Promise.all([resolveHost(context, madeUpName(context, domain)), resolveHost(context, `autodiscover.${domain}`)]);
  const judged = await judge(context, probe, autodiscover);
  return { evidence: probe.evidence, ...judged, doesNotProve, about: 'domain' };
}

type Judgement = Pick<Outcome, 'verdict' | 'summary' | 'cause' | 'fix'> & { readonly evidence?: readonly Evidence[] };

async function judge(context: CheckContext, probe: ResolvedHost, autodiscover: ResolvedHost): Promise<Judgement> {
  const { domain } = context.subject;
  if (probe.state === 'unknown') return { verdict: 'unknown', summary: `Whether "${domain}" has a wildcard is not known: "${probe.host}" ${probe.words}.` };
  if (probe.state !== 'found') return { verdict: 'pass', summary: `"${domain}" has no wildcard: the made-up name "${probe.host}" ${probe.words}.` };
  // Some resolvers answer every missing name with an address of their own. Nothing can exist below "invalid" (RFC 6761).
  const nowhere = await resolveHost(context, madeUpName(context, 'invalid'));
  const evidence = [...probe.evidence, ...nowhere.evidence];
  if (nowhere.state === 'found') {
    return {
      verdict: 'unknown',
      summary: `The resolver gives an address even for "${nowhere.host}", a name that cannot exist, so a wildcard of "${domain}" cannot be told.`,
      cause: 'The resolver puts an address of its own in the place of every missing name, as some providers’ do.',
      fix: 'Name another resolver in the settings: what this one says of missing names is not the partner’s answer.',
      evidence,
    };
  }
  const shared = autodiscover.addresses.filter((address) => probe.addresses.includes(address));
  if (shared.length === 0) {
    return {
      verdict: 'pass',
      summary: `"${domain}" has a wildcard (the made-up name "${probe.host}" ${probe.words}), but "${autodiscover.host}" ${autodiscover.words}.`,
      evidence,
    };
  }
  const summary = `The made-up name "${probe.host}" ${probe.words}, as "${autodiscover.host}" does: the zone probably answers for any name.`;
  const answered = (await context.resultOf('F1')).facts.federation?.answer?.url.host === autodiscover.host;
  if (answered) return { verdict: 'info', summary, cause: 'Exchange answers there all the same, so the wildcard does no harm.', evidence };
  return {
    verdict: 'info',
    summary,
    cause: `"${autodiscover.host}" is probably not published: a wildcard leads it to whatever answers for all names, usually a web site.`,
    fix: `Publish a record of its own for "${autodiscover.host}" that leads to the Exchange servers.`,
    evidence,
  };
}

/** A name that nobody has made; 8 random bytes, so that no cache knows it either. */
function madeUpName(context: CheckContext, below: string): string {
  const letters = [...context.ports.random.bytes(8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `x-${letters}.${below}`;
}
