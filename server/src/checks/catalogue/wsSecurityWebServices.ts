import type { Check, CheckContext, EarlyContext, Outcome } from '../engine/check.ts';
import { unreadableUrl } from '../probes/statedEndpoint.ts';
import { readHttpUrl, type HttpUrl } from '../wire/httpUrl.ts';
import { askWithoutToken, cloudReason, probeWsSecurity } from './wsSecurity.ts';

/** W2: does Exchange Web Services take tokens of the federation? Free/busy itself is asked there. */
export const wsSecurityWebServices: Check = {
  id: 'W2',
  title: 'WSSecurity on EWS',
  group: 'WSSecurity',
  asks: 'A SOAP message without a token to Exchange.asmx/WSSecurity, at the plan’s EWS URL or, as a guess, at the Autodiscover host; its certificate, where that is another host.',
  guidance: ['G14'],
  needs: [],
  considers: ['F1', 'N1'],
  ask,
  run,
};

/** What the plan states is asked whatever the lookup brings, but for hosts of the cloud. */
async function ask(context: EarlyContext): Promise<void> {
  const { subject } = context;
  const stated = subject.webServices === undefined ? undefined : readHttpUrl(subject.webServices);
  if (stated?.secure === true && cloudReason(subject, undefined, stated.host) === undefined) await askWithoutToken(context, 'webServices', endpointOf(stated));
}

function endpointOf(service: HttpUrl): HttpUrl {
  const path = /\/wssecurity\/?$/i.test(service.path) ? service.path : `${service.path.replace(/\/$/, '')}/WSSecurity`;
  return { ...service, path };
}

async function run(context: CheckContext): Promise<Outcome> {
  const { subject } = context;
  const about = subject.webServices === undefined ? 'domain' : 'webServices';
  const skipped = (summary: string): Outcome => ({ verdict: 'skipped', summary, evidence: [], about });
  const found = (await context.resultOf('F1')).facts.federation?.answer;
  const { endpoint } = (await context.resultOf('N1')).facts;
  const stated = subject.webServices === undefined ? undefined : readHttpUrl(subject.webServices);
  if (subject.webServices !== undefined && stated?.secure !== true) {
    return {
      verdict: 'unknown',
      summary: `${unreadableUrl('EWS', subject.webServices)}.`,
      evidence: [],
      fix: 'Correct the URL in the plan.',
      about,
    };
  }
  const host = found?.url.host ?? endpoint?.host;
  const guessed: HttpUrl | undefined =
    host === undefined ? undefined : { secure: true, host, port: found?.url.port ?? endpoint?.port ?? 443, path: '/EWS/Exchange.asmx' };
  const service = stated ?? guessed;
  if (service === undefined) return skipped('Skipped because the plan states no EWS URL, and no Autodiscover host was found to guess it from.');
  const reason = cloudReason(subject, found, service.host);
  if (reason !== undefined) return skipped(reason);
  return probeWsSecurity(context, {
    service: 'webServices',
    url: endpointOf(service),
    ...(stated === undefined ? { guess: 'The plan states no EWS URL; this one is a guess from the Autodiscover host.' } : {}),
    about,
    hostAnswered: found?.url.host === service.host,
    certificateJudged: [found?.url.host, endpoint?.host].includes(service.host),
  });
}
