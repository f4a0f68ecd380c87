import type { Check, CheckContext, Outcome } from '../engine/check.ts';
import { serviceUrl, type FederationLookup } from '../probes/federationLookup.ts';
import { statedAutodiscover } from '../probes/statedEndpoint.ts';
import type { HttpUrl } from '../wire/httpUrl.ts';
import { nothingUsed } from './endpoint.ts';
import { cloudReason, probeWsSecurity } from './wsSecurity.ts';

/** W1: does Autodiscover take tokens of the federation? The caller asks there for the mailbox's EWS address. */
export const wsSecurityAutodiscover: Check = {
  id: 'W1',
  title: 'WSSecurity on Autodiscover',
  group: 'WSSecurity',
  asks: 'A SOAP message without a token to autodiscover.svc/WSSecurity: a living endpoint refuses it with a security fault.',
  guidance: ['G14'],
  needs: ['D1'],
  considers: ['F1', 'N1'],
  run,
};

async function run(context: CheckContext): Promise<Outcome> {
  const { subject } = context;
  const about = subject.autodiscover === undefined ? 'domain' : 'autodiscover';
  const stated = statedAutodiscover(subject);
  if (stated.kind === 'unreadable')
    return { verdict: 'unknown', summary: `${stated.words}.`, evidence: [], fix: 'Correct the URL in the plan.', about };
  const { federation } = (await context.resultOf('F1')).facts;
  const found = federation?.answer;
  const { facts } = await context.resultOf('N1');
  if (stated.kind === 'none' && found === undefined && facts.nothingUsed === true) return nothingUsed(context);
  // A relationship's TargetAutodiscoverEpr is called as it is written, wherever else an answer may stand.
  const usual = facts.endpoint?.host ?? `autodiscover.${subject.domain}`;
  const service = stated.kind === 'url' ? serviceUrl(stated.url) : (found?.url ?? serviceAt(usual));
  const reason = cloudReason(subject, found, service.host);
  if (reason !== undefined) return { verdict: 'skipped', summary: reason, evidence: [], about };
  const url = { ...service, path: `${service.path}/WSSecurity` };
  const guess = stated.kind === 'none' && found === undefined && mayStandElsewhere(federation) ? { guess: elsewhere } : {};
  return probeWsSecurity(context, { service: 'autodiscover', url, ...guess, about, hostAnswered: found?.url.host === service.host, certificateJudged: true });
}

const elsewhere = 'The lookup finds no Autodiscover here, and could not ask everywhere; this address is a guess.';

/** The usual host is decidedly not the one, and of another place the lookup knows nothing. */
function mayStandElsewhere(lookup: FederationLookup | undefined): boolean {
  const attempts = lookup?.attempts ?? [];
  const usual = attempts.filter(({ step }) => step === 'autodiscover');
  return usual.length > 0 && usual.every(({ decided }) => decided) && attempts.some(({ decided }) => !decided);
}

function serviceAt(host: string): HttpUrl {
  return serviceUrl({ secure: true, host, port: 443, path: '/' });
}
