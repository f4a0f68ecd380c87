import type { Check, CheckContext, Outcome } from '../engine/check.ts';
import { serviceUrl } from '../probes/federationLookup.ts';
import { readHttpUrl, type HttpUrl } from '../wire/httpUrl.ts';
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
  const found = (await context.resultOf('F1')).facts.federation?.answer;
  const stated = subject.autodiscover === undefined ? undefined : readHttpUrl(subject.autodiscover);
  const { endpoint } = (await context.resultOf('N1')).facts;
  const service = found?.url ?? (stated?.secure === true ? serviceUrl(stated) : serviceAt(endpoint?.host ?? `autodiscover.${subject.domain}`));
  const reason = cloudReason(subject, found?.information, service.host);
  if (reason !== undefined) return { verdict: 'skipped', summary: reason, evidence: [], about };
  const url = { ...service, path: `${service.path}/WSSecurity` };
  return probeWsSecurity(context, { service: 'autodiscover', url, guess: false, about, hostAnswered: found !== undefined });
}

function serviceAt(host: string): HttpUrl {
  return serviceUrl({ secure: true, host, port: 443, path: '/' });
}
