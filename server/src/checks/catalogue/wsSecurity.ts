/** Asking and judging that both WSSecurity checks share. The wsse fault is the only sure sign; everything else is weighed. */
import type { CheckSubject, Evidence, PlanAspect } from '../../protocol/checks.ts';
import type { CheckContext, EarlyContext, Facts, Outcome } from '../engine/check.ts';
import type { HttpAnswer } from '../ports.ts';
import type { FoundInformation } from '../probes/federationLookup.ts';
import { askHttp, type HttpReply } from '../probes/httpQuestion.ts';
import { isExchangeOnline } from '../wire/federationInformation.ts';
import { classifyAnswer, header, type AnswerKind } from '../wire/httpAnswer.ts';
import { httpUrlText, type HttpUrl } from '../wire/httpUrl.ts';
import { readWsSecurityFault, tokenlessRequest, type WsSecurityService } from '../wire/wsSecurity.ts';
import { withCertificate } from './endpointCertificate.ts';
import { enableWsSecurity } from './exchangeCmdlets.ts';

export interface WsSecurityQuestion {
  readonly service: WsSecurityService;
  readonly url: HttpUrl;
  /** A sentence where the address is a guess, so that nothing found there can be a finding. */
  readonly guess?: string;
  readonly about: PlanAspect;
  /** The host answered another question in this run, so a silence here is about the path. */
  readonly hostAnswered: boolean;
  /** C1–C8 look at the certificate of this host. */
  readonly certificateJudged: boolean;
}

/** One of Exchange Online’s own names. */
export function isExchangeOnlineHost(host: string): boolean {
  return /(^|\.)(outlook\.com|office365\.com|office365\.us|office\.com|outlook\.cn)$/.test(host);
}

/** Why a host in the cloud is not judged; `undefined` for all others. In a hybrid organization only the host that answered is in the cloud. */
export function cloudReason(subject: CheckSubject, found: FoundInformation | undefined, host: string): string | undefined {
  const answersAsCloud = found?.url.host === host && isExchangeOnline(found.information);
  const online = subject.hosting === 'online' || isExchangeOnlineHost(host) || answersAsCloud;
  return online
    ? 'Skipped because Exchange Online answers here: it asks everybody for credentials, so its answer says nothing about WSSecurity.'
    : undefined;
}

type Judgement = Pick<Outcome, 'verdict' | 'summary' | 'cause' | 'fix'>;

const doesNotProve =
  'The trust behind the endpoint: an expired trust certificate, old gateway metadata, a wrong clock or a missing ' +
  'organization relationship look the same from outside.';

export async function probeWsSecurity(context: CheckContext, question: WsSecurityQuestion): Promise<Outcome> {
  const url = httpUrlText(question.url);
  const { reply, evidence } = await askWithoutToken(context, question.service, question.url);
  context.note(...evidence);
  const base = { evidence, doesNotProve, about: question.about };
  const judged = reply.kind === 'http' ? judgeAnswer(context, question, url, reply.answer) : judgeNothing(question, url, reply);
  const facts = reply.kind === 'http' && judged.verdict !== 'pass' ? factsOf(reply.answer) : {};
  if (question.guess !== undefined) return { ...base, facts, ...asGuess(judged, question) };
  if (reply.kind !== 'http' || question.certificateJudged) return { ...base, facts, ...judged };
  const whole = withCertificate(judged, question.url.host, reply.answer);
  return { ...base, facts: whole === judged ? facts : { ...facts, certificateRefused: true }, ...whole };
}

/** The message without a token, once in a run to each endpoint. */
export function askWithoutToken(context: EarlyContext, service: WsSecurityService, to: HttpUrl): Promise<{ readonly reply: HttpReply; readonly evidence: readonly Evidence[] }> {
  const url = httpUrlText(to);
  return context.once(`tokenless ${service} ${url}`, async (signal) => {
    const request = tokenlessRequest(service, url, context.ports.random.bytes(16));
    const ask = (): Promise<HttpReply> => askHttp({ ...context, signal }, to, { method: 'POST', ...request, subjectLine: '(SOAP without a token)' });
    const first = await ask();
    // One cut may be chance; a second one is an answer.
    const reply = isCut(first) ? await ask() : first;
    return { reply, evidence: reply === first ? first.evidence : [...first.evidence, ...reply.evidence] };
  });
}

function factsOf(answer: HttpAnswer): Facts {
  const off = header(answer, 'x-wssecurity-enabled').toLowerCase() === 'false';
  return { answerKind: classifyAnswer(answer).kind, ...(off ? { wsSecurityOff: true } : {}), ...(answer.status === 504 ? { waitedInVain: true } : {}) };
}

/** The connection stood, and the request itself was cut off. */
function isCut(reply: HttpReply): boolean {
  return reply.kind === 'nothing' && (reply.ending === 'reset' || reply.ending === 'closed');
}

function judgeNothing(question: WsSecurityQuestion, url: string, reply: Extract<HttpReply, { kind: 'nothing' }>): Judgement {
  const summary = `"${url}" ${reply.words}.`;
  if (reply.ending === 'nonsense')
    return {
      verdict: 'fail',
      summary,
      cause: 'What listens on this port does not answer by HTTP/1.1, which Exchange and all who call it speak.',
      fix: 'Correct the URL in the plan, or publish HTTPS of the client access servers on this port.',
    };
  if (reply.decided)
    return {
      verdict: 'fail',
      summary,
      cause: 'The host is not published, or nothing listens there.',
      fix: 'Correct the URL in the plan, or publish the host on port 443.',
    };
  if (isCut(reply) && question.hostAnswered) {
    return {
      verdict: 'warn',
      summary,
      cause: 'The same host answers on another path: a firewall that looks into requests drops this path, or POST.',
      fix: `Let POST to "${question.url.path}" pass.`,
    };
  }
  if (reply.ending === 'malformed')
    return { verdict: 'unknown', summary, cause: 'Exchange’s own reader may be more tolerant, so the mistake proves nothing of the federation.' };
  if (reply.ending === 'limit')
    return { verdict: 'unknown', summary, cause: 'These checks read no more of an answer, which says nothing against the server.' };
  return { verdict: 'unknown', summary, fix: 'Look at the checks of DNS, port 443 and TLS first.' };
}

function judgeAnswer(context: CheckContext, question: WsSecurityQuestion, url: string, answer: HttpAnswer): Judgement {
  const read = readWsSecurityFault(answer.body);
  const saysOff = header(answer, 'x-wssecurity-enabled').toLowerCase() === 'false';
  const enable = enableWsSecurity(question.service === 'autodiscover' ? 'Autodiscover' : 'WebServices', context.subject.exchangeVersion);
  const off: Pick<Judgement, 'cause' | 'fix'> = {
    cause: 'WSSecurityAuthentication is switched off on the virtual directory, as the server’s own header says.',
    fix: `${enable}; then recycle the application pools (iisreset).`,
  };
  if (read?.wantsToken === true) {
    if (!saysOff)
      return {
        verdict: 'pass',
        summary: `"${url}" wants a token (${read.fault.code}): WSSecurity is on, and nothing in front of it asks for a login.`,
      };
    return {
      verdict: 'warn',
      summary: `"${url}" wants a token (${read.fault.code}), but its header says "X-WSSecurity-Enabled: False".`,
      ...off,
      cause: 'The two contradict each other; servers behind one name may be set up differently.',
    };
  }
  const classified = classifyAnswer(answer);
  if (saysOff)
    return {
      verdict: 'warn',
      summary: `"${url}" does not ask for a token, and its header says "X-WSSecurity-Enabled: False" (HTTP ${answer.status}).`,
      ...off,
    };
  if (read !== undefined) {
    return {
      verdict: 'unknown',
      summary:
        `"${url}" answers with the fault "${read.fault.code}" ("${read.fault.text.slice(0, 160)}"), which does not tell whether ` +
        'WSSecurity is on.',
    };
  }
  const summary = `"${url}" ${classified.words}.`;
  const finding = findings[classified.kind];
  if (classified.exchange && (finding === undefined || classified.kind === 'forbidden')) {
    return {
      verdict: 'unknown',
      summary,
      cause: 'Exchange was reached, but its front end answered before the message was looked at; that happens with WSSecurity on and off.',
      fix: `To be sure, in the partner’s Exchange shell: ${enable.split(' | Set-')[0] ?? ''} | Format-List Server,WSSecurityAuthentication`,
    };
  }
  if (finding === undefined) return { verdict: 'unknown', summary, cause: 'The answer fits neither Exchange nor a known device in front of it.' };
  return { summary, ...finding(question.url.path, answer) };
}

/** Answers that show what stands in Exchange's place; the rest tells nothing. */
const findings: Readonly<Partial<Record<AnswerKind, (path: string, answer: HttpAnswer) => Omit<Judgement, 'summary'>>>> = {
  preAuthentication,
  loginRedirect: preAuthentication,
  basicOnly: preAuthentication,
  wantsCredentials: preAuthentication,
  // Where a publisher strips its headers, this is what Exchange's own front end shows as well, with WSSecurity on and off.
  windowsAuthentication: (path) => ({
    verdict: 'unknown',
    cause:
      'Either Exchange’s front end answers and a publisher strips its headers, which tells nothing of WSSecurity; or the publisher asks for Windows ' +
      'credentials by itself, and federation’s calls, which carry a token only, end there.',
    fix: `In the partner’s IIS log, look for a POST to "${path}" at this time: it is there if the publisher lets such calls pass.`,
  }),
  forbidden: (path) => ({
    verdict: 'fail',
    cause: 'The publisher forbids this path, wants a client certificate, or lets known networks and programs in only.',
    fix: `Let POST to "${path}" pass without pre-authentication, from your outgoing addresses at least.`,
  }),
  webSite: (path) => ({
    verdict: 'fail',
    cause: 'A web site or a device’s page answers in Exchange’s place.',
    fix: `Publish "${path}" to the client access servers.`,
  }),
  notPublished: (path) => ({
    verdict: 'fail',
    cause: 'The path is not published, or the URL is wrong.',
    fix: `Publish "${path}" to the client access servers.`,
  }),
  hostUnknown: () => ({
    verdict: 'fail',
    cause: 'The web server has no binding for this host name.',
    fix: 'Correct the URL in the plan, or the binding on the server.',
  }),
  redirect: () => ({
    verdict: 'warn',
    cause: 'The URL has moved, or a device redirects it.',
    fix: 'State the URL to which it redirects, or remove the redirect.',
  }),
  handlerMissing: (path, answer) =>
    /Microsoft-IIS/i.test(header(answer, 'server'))
      ? {
          verdict: 'fail',
          cause: 'The handler for .svc files (svc-Integrated) is missing in IIS (KB 2773628).',
          fix: 'On the server: ServiceModelReg.exe -r, then check the handler mappings.',
        }
      : {
          verdict: 'fail',
          cause: 'A web site or a device that takes no POST here answers in Exchange’s place.',
          fix: `Publish "${path}", POST included, to the client access servers.`,
        },
  serverError: () => ({
    verdict: 'unknown',
    cause: 'The server, or what stands in front of it, has a fault of its own; 502 and 504 say that the server behind it did not answer.',
    fix: 'Run the check again in a few minutes; if it stays so, the partner looks for the request in the logs of the publisher and of Exchange.',
  }),
  busy: () => ({
    verdict: 'unknown',
    cause: 'The server or a device in front of it limits its callers, or is starting.',
    fix: 'Run the check again in a few minutes.',
  }),
  stopped: () => ({
    verdict: 'fail',
    cause: 'The application pool or the publisher behind the address is stopped; perhaps only for a moment.',
    fix: 'Start it (IIS, Test-ServiceHealth), then run the check again.',
  }),
};

function preAuthentication(path: string): Omit<Judgement, 'summary'> {
  return {
    verdict: 'fail',
    cause: 'A device in front of Exchange authenticates callers by itself; federation’s calls carry a token that only Exchange can read.',
    fix: `Publish "${path}" without pre-authentication (pass-through).`,
  };
}

/** A guessed address can show that all is well, but not that something is wrong. */
function asGuess(judged: Judgement, { guess = '', service }: WsSecurityQuestion): Judgement {
  const summary = `${judged.summary} ${guess}`;
  if (judged.verdict === 'pass') return { ...judged, summary };
  return service === 'autodiscover'
    ? { verdict: 'unknown', summary, cause: 'Autodiscover may stand at another host.', fix: 'State the organization’s autodiscover URL in the plan.' }
    : { verdict: 'unknown', summary, cause: 'Exchange Web Services may stand at another host.', fix: 'State the organization’s webServices URL in the plan.' };
}
