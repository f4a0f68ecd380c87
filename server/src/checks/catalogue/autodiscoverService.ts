import type { Check, CheckContext, Outcome } from '../engine/check.ts';
import { askName, replyWords } from '../probes/dnsQuestion.ts';
import { resolveHost, type ResolvedHost } from '../probes/resolvedHost.ts';
import { relationshipAutodiscovers, statedAutodiscover } from '../probes/statedEndpoint.ts';
import { readServiceRecords, type ServiceRecord } from '../wire/serviceRecord.ts';

/** D2: is Autodiscover published by an SRV record, and by nothing else? Outlook follows it, Exchange's own lookup does not. */
export const autodiscoverService: Check = {
  id: 'D2',
  title: 'Autodiscover by SRV',
  group: 'DNS',
  asks: 'SRV records of "_autodiscover._tcp." and the domain, and the addresses of their targets.',
  guidance: ['G11', 'G13'],
  needs: [],
  considers: ['F1'],
  run,
};

const doesNotProve = 'That Outlook takes this way: it tries the domain itself and the "autodiscover." host before it.';
const lookupWithoutSrv = 'Get-FederationInformation has no SRV step (MS-OXWSADISC), though Outlook and the Remote Connectivity Analyzer have one.';

async function run(context: CheckContext): Promise<Outcome> {
  const { domain } = context.subject;
  const asked = await askName(context, `_autodiscover._tcp.${domain}`, 'SRV');
  const about = 'domain';
  if (asked.state === 'unknown') {
    return {
      verdict: 'unknown',
      summary: `The SRV record of "${asked.name}" could not be read: ${replyWords(asked.reply, context.limits.dns)}.`,
      cause: 'The resolver, its way to the zone’s servers, or the zone’s signatures are broken; some networks drop questions for SRV.',
      evidence: [asked.evidence],
      doesNotProve,
      about,
    };
  }
  const records = readServiceRecords(asked.records);
  if (records.length === 0) {
    return {
      verdict: 'pass',
      summary: `"${asked.name}" has no SRV record; the federation’s lookup needs none.`,
      evidence: [asked.evidence],
      doesNotProve,
      about,
    };
  }
  // Microsoft's clients leave out every other port, then take the first of the rest.
  const [used] = records.filter(({ port, target }) => port === 443 && target !== '');
  const target = used === undefined ? undefined : await resolveHost(context, used.target);
  const evidence = [asked.evidence, ...(target?.evidence ?? [])];
  const judged = used === undefined || target === undefined ? judgeUnused(records) : await judgeTarget(context, used, target);
  return { ...judged, evidence, doesNotProve, about };
}

type Judgement = Pick<Outcome, 'verdict' | 'summary' | 'cause' | 'fix'>;

function judgeUnused(records: readonly ServiceRecord[]): Judgement {
  if (records.every(({ target }) => target === '')) {
    return {
      verdict: 'info',
      summary: 'The SRV record says "." as its target: Autodiscover is decidedly not offered by SRV.',
      cause: 'That concerns Outlook only; the federation’s lookup does not ask for it.',
    };
  }
  const places = records.map(({ target, port }) => `"${target}" port ${port}`).join(', ');
  return {
    verdict: 'info',
    summary: `The SRV record leads to ${places}; Microsoft’s clients follow port 443 only, so it is without effect.`,
    fix: 'Give the record port 443, or remove it. The federation’s lookup does not use it.',
  };
}

async function judgeTarget(context: CheckContext, used: ServiceRecord, target: ResolvedHost): Promise<Judgement> {
  const { domain } = context.subject;
  const leads = `The SRV record leads to "${used.target}" port 443`;
  if (target.state === 'unknown') return { verdict: 'unknown', summary: `${leads}, which ${target.words}.` };
  if (target.state !== 'found') {
    return { verdict: 'info', summary: `${leads}, which ${target.words}.`, cause: 'Outlook cannot follow it; the federation’s lookup does not use it.' };
  }
  const onlyThere = await isOnlyPublication(context);
  if (onlyThere !== undefined) return { ...onlyThere, summary: `${leads}, and ${onlyThere.summary}` };
  if (target.aliases.length > 0) {
    return {
      verdict: 'info',
      summary: `${leads}, which is an alias of "${target.aliases.at(-1) ?? ''}".`,
      cause: 'The target of an SRV record must not be an alias (RFC 2782); not every client follows one.',
    };
  }
  if (used.target !== domain && !used.target.endsWith(`.${domain}`)) {
    return { verdict: 'info', summary: `${leads}, outside "${domain}".`, cause: 'Outlook asks its user before it follows such a record.' };
  }
  return { verdict: 'pass', summary: `${leads}, which ${target.words}. The federation’s lookup does not use it.` };
}

/** Whether Autodiscover stands behind the SRV record alone, where Exchange's lookup does not find it. */
async function isOnlyPublication(context: CheckContext): Promise<Judgement | undefined> {
  const { domain } = context.subject;
  const stated = statedAutodiscover(context.subject);
  const usual = await resolveHost(context, `autodiscover.${domain}`);
  if (usual.state === 'found' || usual.state === 'unknown') return undefined;
  const lookup = (await context.resultOf('F1')).facts.federation;
  if (lookup?.answer !== undefined) return undefined;
  const base = { summary: `"${usual.host}" ${usual.words}.` };
  if (stated.kind === 'url' || relationshipAutodiscovers(context.subject).length > 0) {
    return {
      ...base,
      verdict: 'info',
      cause: `Only the plan’s own URL can lead Exchange there: ${lookupWithoutSrv}`,
      fix: 'Keep TargetAutodiscoverEpr in the organization relationship; without it Exchange does not find this domain.',
    };
  }
  return {
    ...base,
    verdict: 'warn',
    cause: `Outlook works, the federation does not find the domain: ${lookupWithoutSrv}`,
    fix:
      `Publish "${usual.host}" as an A or CNAME record with a certificate for it; or state ` +
      'the Autodiscover URL of that host in the plan and set TargetAutodiscoverEpr in the organization relationship.',
  };
}
