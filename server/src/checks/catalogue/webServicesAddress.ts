import type { Check, CheckContext, Outcome } from '../engine/check.ts';
import { askHttp } from '../probes/httpQuestion.ts';
import { addressKind, addressFamily } from '../wire/address.ts';
import { endpointPath, readEndpointAnswer } from '../wire/autodiscoverEndpoint.ts';
import { classifyAnswer } from '../wire/httpAnswer.ts';
import { httpUrlText, readHttpUrl, shownUrl, type HttpUrl } from '../wire/httpUrl.ts';
import { cloudReason } from './wsSecurity.ts';

/** A3: which address of Exchange Web Services does Autodiscover give out? Free/busy is asked at that address. */
export const webServicesAddress: Check = {
  id: 'A3',
  title: 'EWS address from Autodiscover',
  group: 'Autodiscover',
  asks: 'A GET for /autodiscover/autodiscover.json about the test mailbox that the plan names; skipped where it names none.',
  guidance: ['G11', 'G37'],
  needs: ['N1'],
  considers: ['F1'],
  run,
};

const doesNotProve = 'That EWS answers at that address (W2), nor that a request with a federation token gets the same one.';

async function run(context: CheckContext): Promise<Outcome> {
  const { subject } = context;
  const about = subject.webServices === undefined ? 'domain' : 'webServices';
  const skipped = (summary: string): Outcome => ({ verdict: 'skipped', summary, evidence: [], about });
  const mailbox = subject.testMailbox;
  if (mailbox === undefined) {
    return skipped(`Skipped because the plan names no test mailbox of "${subject.domain}" ("checks", "testUsers"), and no other address is asked about.`);
  }
  const found = (await context.resultOf('F1')).facts.federation?.answer;
  const { endpoint } = (await context.resultOf('N1')).facts;
  const host = found?.url.host ?? endpoint?.host;
  if (host === undefined) return skipped('Skipped because no Autodiscover host is known to ask.');
  if (cloudReason(subject, found, host) !== undefined) {
    return skipped('Skipped because Exchange Online answers here: its address is the same for everybody.');
  }
  const url: HttpUrl = { secure: true, host, port: found?.url.port ?? endpoint?.port ?? 443, path: endpointPath(mailbox) };
  const reply = await askHttp(context, url, { method: 'GET', headers: { accept: 'application/json' } });
  const base = { evidence: reply.evidence, doesNotProve, about } as const;
  const where = `"${httpUrlText({ ...url, path: '/autodiscover/autodiscover.json' })}"`;
  if (reply.kind === 'nothing') return { ...base, verdict: 'unknown', summary: `${where} ${reply.words}.` };
  const read = readEndpointAnswer(reply.answer.body);
  if (read.kind === 'url') return { ...base, ...judgeUrl(subject.webServices, where, read.url) };
  if (read.kind === 'error') {
    return {
      ...base,
      verdict: 'info',
      summary: `${where} gives no EWS address for "${mailbox}": ${read.code}${read.message === '' ? '' : ` ("${read.message}")`}.`,
      cause: 'The mailbox does not exist there, or the ExternalUrl of Exchange Web Services is not set (KB 3058294).',
      fix: `Check the address in the plan, then: ${showUrls}`,
    };
  }
  return {
    ...base,
    verdict: 'info',
    summary: `${where} ${classifyAnswer(reply.answer).words}: no EWS address is given out without credentials.`,
    cause: 'Exchange before 2016 CU3 does not answer this question, and some publishers do not let it through. The federation does not need it.',
  };
}

const showUrls = 'Get-WebServicesVirtualDirectory | Format-List Server,InternalUrl,ExternalUrl';

function judgeUrl(planned: string | undefined, where: string, given: string): Pick<Outcome, 'verdict' | 'summary' | 'cause' | 'fix'> {
  const url = readHttpUrl(given);
  const said = `${where} gives "${shownUrl(given)}" as the address of Exchange Web Services`;
  if (url?.secure !== true || isInner(url.host)) {
    return {
      verdict: 'warn',
      summary: `${said}, which ${url?.secure === true ? 'is a name or address of an inner network' : 'is not an https address'}.`,
      cause: 'The ExternalUrl of Exchange Web Services is not set or is an inner one (KB 3058294): Autodiscover succeeds, and free/busy then fails.',
      fix: `${showUrls}; then Set-WebServicesVirtualDirectory -ExternalUrl https://<public host>/EWS/Exchange.asmx`,
    };
  }
  const stated = planned === undefined ? undefined : readHttpUrl(planned);
  if (stated !== undefined && stated.host !== url.host) {
    return {
      verdict: 'info',
      summary: `${said}; the plan states "${shownUrl(planned ?? '')}".`,
      cause: 'Callers that ask Autodiscover use the first one; the plan’s is used where TargetSharingEpr names it.',
      fix: 'State the address that Autodiscover gives, or correct the ExternalUrl.',
    };
  }
  return { verdict: 'pass', summary: `${said}.` };
}

/** Names that no public DNS holds, and addresses that the Internet does not reach. */
function isInner(host: string): boolean {
  if (addressFamily(host) !== undefined) return !['public', 'documentation'].includes(addressKind(host));
  return !host.includes('.') || /\.(local|internal|lan|corp|home|localdomain)$/.test(host);
}
