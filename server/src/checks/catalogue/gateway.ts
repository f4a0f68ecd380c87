/** What the three checks of Microsoft's federation gateway share. Its hosts are asked once in a run, whatever number of domains wants to know. */
import type { CheckContext, Outcome } from '../engine/check.ts';
import type { HttpAnswer } from '../ports.ts';
import { certificatesOf } from '../probes/certificate.ts';
import { certificateDoubts } from '../probes/certificateDoubt.ts';
import { askHttp } from '../probes/httpQuestion.ts';
import { notAsked } from '../probes/microsoftHosts.ts';
import { readDate } from '../probes/statedDate.ts';
import { httpUrlText, type HttpUrl } from '../wire/httpUrl.ts';

type Judgement = Pick<Outcome, 'verdict' | 'summary' | 'cause' | 'fix'>;

const doesNotProve =
  'That the Exchange servers reach it: this machine asked, by its own network and proxy. On the server, as its system account: ' +
  'Invoke-WebRequest -UseBasicParsing <address>.';

/** Asks one of the gateway's addresses and judges what came over a connection that is what it seems. */
export async function probeGateway(context: CheckContext, url: HttpUrl, judge: (where: string, answer: HttpAnswer) => Judgement): Promise<Outcome> {
  if (!context.microsoftServices) return { verdict: 'skipped', summary: notAsked, evidence: [], about: 'domain' };
  return context.once(`gateway ${url.host}`, (signal) => ask({ ...context, signal }, url, judge));
}

async function ask(context: CheckContext, url: HttpUrl, judge: (where: string, answer: HttpAnswer) => Judgement): Promise<Outcome> {
  const where = `"${httpUrlText(url)}"`;
  const reply = await askHttp(context, url, { method: 'GET', headers: {} });
  const base = { evidence: reply.evidence, doesNotProve, about: 'domain' } as const;
  if (reply.kind === 'nothing') {
    return {
      ...base,
      verdict: 'unknown',
      summary: `${where} ${reply.words}.`,
      cause: 'This machine’s network, proxy or resolver does not let it through; the Exchange servers may have another way.',
      fix: `On the Exchange server: Test-NetConnection ${url.host} -Port 443`,
    };
  }
  const date = readDate(`"${url.host}"`, reply.answer, context.ports.clock.now(), reply.evidence.at(-1));
  const facts = date === undefined ? {} : { dates: [date] };
  const { refusal } = certificateDoubts(url.host, reply.answer);
  if (refusal !== undefined) {
    return {
      ...base,
      verdict: 'warn',
      summary: `${where} answers with a certificate that is not accepted (${refusal.code}).`,
      cause: 'A device on this network opens TLS connections and looks inside. If the Exchange servers go the same way, the gateway is out of their reach.',
      fix: `Exempt "${url.host}" from inspection on the proxy or firewall.`,
    };
  }
  const inspector = await inspectedBy(context, url, reply.address);
  if (inspector !== undefined) {
    return {
      ...base,
      verdict: 'warn',
      summary: `${where} shows a certificate of "${inspector.slice(0, 120)}", which this machine’s own store knows and no public list.`,
      cause: 'A device of this network opens TLS connections and looks inside. Where the Exchange servers go the same way and do not know its authority, they do not reach the gateway.',
      fix: `Exempt "${url.host}" from inspection on the proxy or firewall; on the Exchange server, browse ${where} as its system account.`,
    };
  }
  if (reply.answer.status >= 500 || reply.answer.status === 429) {
    return { ...base, verdict: 'unknown', summary: `${where} answers HTTP ${reply.answer.status}.`, fix: 'Run the check again in a few minutes.' };
  }
  const judged = judge(where, reply.answer);
  // A filter's page carries the filter's own clock.
  return { ...base, ...(judged.verdict === 'pass' ? { facts } : {}), ...judged };
}

/** The authority of this machine's own store that certified what the gateway shows here; certificates of Microsoft's are from public ones. */
async function inspectedBy(context: CheckContext, url: HttpUrl, address: string): Promise<string | undefined> {
  const [shown] = await certificatesOf(context, { host: url.host, port: url.port, addresses: [address] });
  if (shown?.answer.kind !== 'certificate' || shown.answer.anchor !== 'system' || shown.answer.chain[0].logged) return undefined;
  return shown.answer.chain.at(-1)?.subject ?? '';
}

/** An address of which only a browser's view is documented: that it answers at all, as itself, is what can be said. */
export function answersAtAll(where: string, answer: HttpAnswer): Judgement {
  if (answer.status === 403 || answer.status === 407) {
    return {
      verdict: 'unknown',
      summary: `${where} answers HTTP ${answer.status}.`,
      cause: 'A proxy on this network forbids it, or Microsoft refuses this caller.',
    };
  }
  return { verdict: 'pass', summary: `${where} answers (HTTP ${answer.status}).` };
}
