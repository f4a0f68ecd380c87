import type { Check, CheckContext, Outcome } from '../engine/check.ts';
import { serviceUrl } from '../probes/federationLookup.ts';
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
  const found = (await context.resultOf('F1')).facts.federation?.answer;
  const { facts } = await context.resultOf('N1');
  if (stated.kind === 'none' && found === undefined && facts.nothingUsed === true) return nothingUsed(context);
  // A relationship's TargetAutodiscoverEpr is called as it is written, wherever else an answer may stand.
  const usual = facts.endpoint?.host ?? `autodiscover.${subject.domain}`;
  const service = stated.kind === 'url' ? serviceUrl(stated.url) : (found?.url ?? serviceAt(usual));
  const reason = cloudReason(subject, found, service.host);
  if (reason !== undefined) return { verdict: 'skipped', summary: reason, evidence: [], about };
  const url = { ...service, path: `${service.path}/WSSecurity` };
  return probeWsSecurity(context, { service: 'autodiscover', url, guess: false, about, hostAnswered: found?.url.host === service.host });
}

function serviceAt(host: string): HttpUrl {
  return serviceUrl({ secure: true, host, port: 443, path: '/' });
}
