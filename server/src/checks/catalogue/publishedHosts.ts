import type { Check, CheckContext, Outcome } from '../engine/check.ts';
import { askWithoutChecking, brokenSignaturesCause, brokenSignaturesFix } from '../probes/brokenSignatures.ts';
import { resolveOnBothSides, type InnerView } from '../probes/innerView.ts';
import { resolveHost, type ResolvedHost } from '../probes/resolvedHost.ts';
import { relationshipAutodiscovers, statedAutodiscover } from '../probes/statedEndpoint.ts';
import { addressKind, needsPermission } from '../wire/address.ts';

/** D1: are the names published under which the lookup of federation information searches? */
export const publishedHosts: Check = {
  id: 'D1',
  title: 'Autodiscover in DNS',
  group: 'DNS',
  asks:
    'A, AAAA and CNAME of "autodiscover." and of the domain itself, and of the Autodiscover hosts that the plan and its relationships state; of the host in use also ' +
    'by the inner resolvers that the settings name.',
  guidance: ['G11', 'G13'],
  needs: [],
  considers: [],
  run,
};

const doesNotProve = 'That the same names are seen inside the partner’s network or by another resolver, and that a server answers there.';

async function run(context: CheckContext): Promise<Outcome> {
  const { domain } = context.subject;
  const named = statedAutodiscover(context.subject);
  const statedHost = named.kind === 'url' ? named.url.host : undefined;
  const [autodiscover, root, used, ...related] = await Promise.all([
    resolveHost(context, `autodiscover.${domain}`),
    resolveHost(context, domain),
    resolveOnBothSides(context, statedHost ?? `autodiscover.${domain}`),
    ...relationshipAutodiscovers(context.subject).map(({ host }) => resolveHost(context, host)),
  ]);
  const { inner } = used;
  const stated = statedHost === undefined ? undefined : used.outside;
  const other = stated !== undefined && stated.host !== autodiscover.host && stated.host !== root.host ? stated : undefined;
  const outer = judge(context, autodiscover, root, stated);
  const target = stated === undefined && autodiscover.state !== 'found' && autodiscover.state !== 'unknown' ? related.find(({ state }) => state === 'found') : undefined;
  const evidence = [...autodiscover.evidence, ...root.evidence, ...(other?.evidence ?? []), ...(target?.evidence ?? []), ...(inner?.evidence ?? [])];
  const seen = withInnerView(target === undefined ? outer : servedByRelationship(autodiscover, target), inner);
  const open = seen.verdict === 'unknown' ? [stated ?? autodiscover, root].find(({ undecided }) => undecided !== undefined)?.undecided : undefined;
  const without = open === undefined ? undefined : await askWithoutChecking(context, open.name, open.type, open.reply);
  const judged = without?.broken === true ? { ...seen, cause: brokenSignaturesCause, fix: brokenSignaturesFix } : seen;
  const passedOver = named.kind === 'unreadable' ? { summary: `${judged.summary} ${named.words}, so it was passed over.` } : {};
  return { ...judged, ...passedOver, evidence: [...evidence, ...(without?.evidence ?? [])], doesNotProve };
}

type Judgement = Omit<Outcome, 'evidence'>;

function judge(context: CheckContext, autodiscover: ResolvedHost, root: ResolvedHost, stated: ResolvedHost | undefined): Judgement {
  if (stated !== undefined && stated.state !== 'found') return statedMissing(stated, autodiscover, root);
  const used = stated ?? autodiscover;
  if (used.state === 'found') {
    const inner = used.addresses.filter(needsPermission);
    if (inner.length > 0 && !context.allowPrivateAddresses) return innerAddress(used, inner, stated !== undefined);
    const alias = used.aliases.length > 0 ? `, by way of "${used.aliases.at(-1) ?? ''}"` : '';
    const summary = `"${used.host}" ${used.words}${alias}.`;
    if (stated === undefined || autodiscover.state === 'found')
      return { verdict: 'pass', summary, about: stated === undefined ? 'domain' : 'autodiscover' };
    return {
      verdict: 'info',
      summary: `${summary} "${autodiscover.host}" ${autodiscover.words}.`,
      cause: 'One Autodiscover endpoint may serve many domains; the relationship then needs it as TargetAutodiscoverEpr.',
      about: 'autodiscover',
    };
  }
  if (autodiscover.state === 'unknown') return undetermined(autodiscover, root);
  if (root.state === 'found') {
    return {
      verdict: 'warn',
      summary: `"${autodiscover.host}" ${autodiscover.words}; only "${root.host}" can still answer the lookup.`,
      cause: 'Autodiscover is not published under its usual name. An SRV record, which Outlook would find, is not part of this lookup.',
      fix:
        `${publish(autodiscover)}, or state the Autodiscover URL in the plan and set ` +
        'TargetAutodiscoverEpr in the organization relationship.',
      about: 'domain',
    };
  }
  if (root.state === 'unknown') return undetermined(root, root);
  const noDomain = root.state === 'noName';
  return {
    verdict: 'fail',
    summary:
      `Neither "${autodiscover.host}" nor "${root.host}" leads to an address: "${autodiscover.host}" ${autodiscover.words}, ` +
      `"${root.host}" ${root.words}.`,
    cause: noDomain
      ? 'The domain is misspelled in the plan, not registered, or known to an inner resolver only.'
      : 'Autodiscover is not published in the public DNS zone.',
    fix: `Check the domain’s spelling, then do this in the public zone: ${publish(autodiscover)}.`,
    about: 'domain',
  };
}

/** A relationship has one endpoint for all its domains; that one of them has no Autodiscover name of its own is a note. */
function servedByRelationship(autodiscover: ResolvedHost, target: ResolvedHost): Judgement {
  return {
    verdict: 'info',
    summary: `"${autodiscover.host}" ${autodiscover.words}; the plan’s relationship aims at "${target.host}", which ${target.words}.`,
    cause: 'One Autodiscover endpoint may serve many domains: the relationship names it as TargetAutodiscoverEpr, and nobody has to look for it.',
    about: 'domain',
  };
}

function statedMissing(stated: ResolvedHost, autodiscover: ResolvedHost, root: ResolvedHost): Judgement {
  if (stated.state === 'unknown') return undetermined(stated, root);
  const others = [autodiscover, root].filter((host) => host.host !== stated.host && host.state === 'found').map((host) => `"${host.host}"`);
  return {
    verdict: others.length > 0 ? 'warn' : 'fail',
    summary:
      `The plan’s Autodiscover host "${stated.host}" ` +
      `${stated.words}${others.length > 0 ? `; the lookup can still try ${others.join(' and ')}` : ''}.`,
    cause:
      stated.aliases.length > 0
        ? 'The host’s alias leads nowhere: its target was removed or renamed.'
        : 'The URL in the plan is misspelled, or the host is not published in the public DNS zone.',
    fix: stated.aliases.length > 0 ? `${publish(stated)}, or correct the URL in the plan.` : 'Correct the URL in the plan, or publish the host.',
    about: 'autodiscover',
  };
}

/** What to do for a host without an address: an alias that is there already is not to be published again. */
function publish({ host, aliases }: ResolvedHost): string {
  const target = aliases.at(-1);
  if (target === undefined) return `Publish an A or CNAME record for "${host}"`;
  return `Publish an address for "${target}", or lead the alias "${host}" to a host that has one`;
}

function undetermined(host: ResolvedHost, root: ResolvedHost): Judgement {
  const also = root !== host && root.state === 'found' ? ` "${root.host}" ${root.words}.` : '';
  return {
    verdict: 'unknown',
    summary: `"${host.host}" ${host.words}.${also}`,
    cause: 'The resolver, its way to the zone’s servers, or the zone’s signatures are broken; or this network blocks the resolver.',
    fix: 'Run the check again, or name another resolver in the settings.',
    about: 'domain',
  };
}

function innerAddress(host: ResolvedHost, inner: readonly string[], stated: boolean): Judgement {
  const all = inner.length === host.addresses.length;
  const kinds = [...new Set(inner.map(addressKind))].join(' and ');
  return {
    verdict: 'warn',
    summary:
      `"${host.host}" ${host.words}; ${inner.join(', ')} ${inner.length === 1 ? 'is' : 'are'} ` +
      `${kinds}${all ? ' and cannot be reached from the Internet' : ''}.`,
    cause: 'The resolver asked stands inside the partner’s network (split DNS), or the public zone holds an inner address.',
    fix:
      'Ask a public resolver (setting), or correct the record in the public zone. To check an inner address, allow private ' +
      'addresses in the settings.',
    about: stated ? 'autodiscover' : 'domain',
  };
}

/** The outer view decides; where servers inside see another world, the result is no mere pass. */
function withInnerView(judged: Judgement, inner: InnerView | undefined): Judgement {
  if (inner === undefined) return judged;
  const summary = `${judged.summary} ${inner.sentence}`;
  if (inner.cause === undefined) return { ...judged, summary };
  const cause = judged.cause === undefined || inner.view === 'onlyInside' ? inner.cause : `${judged.cause} ${inner.cause}`;
  if (inner.view === 'onlyInside') return { ...judged, summary, cause };
  const fix = { fix: judged.fix ?? 'Compare with Resolve-DnsName on the Exchange server, and put right the inner zone or forwarder if the host is the partner’s.' };
  if (inner.view === 'missing' && (judged.verdict === 'pass' || judged.verdict === 'info')) return { ...judged, verdict: 'warn', summary, cause, ...fix };
  return { ...judged, verdict: judged.verdict === 'pass' ? 'info' : judged.verdict, summary, cause, ...fix };
}
