import type { Evidence } from '../../protocol/checks.ts';
import type { EarlyContext } from '../engine/check.ts';
import type { Failure, HttpAnswer } from '../ports.ts';
import { needsPermission } from '../wire/address.ts';
import { authenticationSchemes, hasExchangeMarks, header } from '../wire/httpAnswer.ts';
import { httpUrlText, shownUrl, type HttpUrl } from '../wire/httpUrl.ts';
import { failureWords, isDecided } from './failureWords.ts';
import { firstOpen, tellingFailures } from './openAddress.ts';
import { resolveHost } from './resolvedHost.ts';

/** How an HTTP question ended. */
export type HttpReply =
  | { readonly kind: 'http'; readonly answer: HttpAnswer; readonly address: string; readonly evidence: readonly Evidence[] }
  | {
      readonly kind: 'nothing';
      /** Follows the URL: `… refuses the connection (ECONNREFUSED)`. */
      readonly words: string;
      /** A fact about the other side; otherwise nothing is known. */
      readonly decided: boolean;
      /** Where it ended: before a connection, or in the request itself for this reason. */
      readonly ending: 'noHost' | 'noConnection' | 'midAnswer' | Failure['reason'];
      readonly evidence: readonly Evidence[];
    };

export interface HttpQuestion {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** The answer is wanted as bytes, at most so many. */
  readonly mostBytes?: number;
  /** What the evidence says after method and URL, e.g. `GetFederationInformation`. */
  readonly subjectLine?: string;
}

/** Says honestly who asks; Microsoft's servers take any name here. */
const userAgent = 'FederationPlanChecker/1.0';
/** Exchange's own, for firewalls that let known programs in only. */
const exchangeUserAgent = 'AutodiscoverClient';

/**
 * Looks the host up with the run's own resolver, takes the first address that accepts a connection, and asks there. Where there is but one,
 * nothing is to be chosen, and the question goes out without waiting a round trip for it.
 */
export async function askHttp(context: EarlyContext, url: HttpUrl, question: HttpQuestion): Promise<HttpReply> {
  const reply = await askOnce(context, url, question);
  context.note(...reply.evidence);
  return reply;
}

async function askOnce(context: EarlyContext, url: HttpUrl, question: HttpQuestion): Promise<HttpReply> {
  const host = await resolveHost(context, url.host);
  if (host.state !== 'found')
    return {
      kind: 'nothing',
      words: `has no host to ask: "${url.host}" ${host.words}`,
      decided: host.state !== 'unknown',
      ending: 'noHost',
      evidence: host.evidence,
    };
  const [only, ...others] = host.addresses;
  const isChosen = only !== undefined && others.length === 0 && (context.allowPrivateAddresses || !needsPermission(only));
  const opening = firstOpen(context, host.addresses, url.port, url.host, url.secure ? undefined : true);
  const early = isChosen ? askAt(context, url, only, question) : undefined;
  early?.catch(() => undefined);
  const open = await opening;
  if ('failed' in open) {
    const words = open.failed.map((each) => each.evidence.answer);
    const telling = tellingFailures(open.failed);
    return {
      kind: 'nothing',
      words: [...new Set(words)].join('; '),
      decided: telling.length > 0 && telling.every((each) => each.result.kind === 'failure' && isDecided(each.result)),
      ending: 'noConnection',
      evidence: open.failed.map((each) => each.evidence),
    };
  }
  return early ?? askAt(context, url, open.address, question);
}

/** Asks at one address of the URL's host, which is known to be there; where a firewall turns the asker away, once more in Exchange's name. */
export async function askAt(context: EarlyContext, url: HttpUrl, address: string, question: HttpQuestion): Promise<HttpReply> {
  const own = await askAs(userAgent, context, url, address, question);
  if (own.kind === 'nothing' || !url.secure || ![403, 406].includes(own.answer.status) || hasExchangeMarks(own.answer)) return own;
  const subjectLine = `${question.subjectLine ?? ''} as "${exchangeUserAgent}"`.trim();
  const exchanges = await askAs(exchangeUserAgent, context, url, address, { ...question, subjectLine });
  return exchanges.kind === 'nothing' ? own : { ...exchanges, evidence: [...own.evidence, ...exchanges.evidence] };
}

async function askAs(agent: string, context: EarlyContext, url: HttpUrl, address: string, question: HttpQuestion): Promise<HttpReply> {
  const timeoutMs = context.limits.connect + context.limits.answer;
  const reply = await context.ports.http.request(
    {
      method: question.method,
      secure: url.secure,
      host: url.host,
      to: { address, port: url.port, host: url.host },
      path: url.path,
      headers: { 'user-agent': agent, 'accept-encoding': 'identity', ...question.headers },
      ...(question.body === undefined ? {} : { body: question.body }),
      ...(question.mostBytes === undefined ? {} : { mostBytes: question.mostBytes }),
    },
    { signal: context.signal, timeoutMs, connectTimeoutMs: context.limits.connect },
  );
  const asked = `${question.method} ${httpUrlText(url)}${question.subjectLine === undefined ? '' : ` ${question.subjectLine}`}`;
  if (reply.kind === 'failure') {
    // A handshake has a shorter limit than the whole request.
    const words = failureWords(reply, Math.min(timeoutMs, Math.round(reply.elapsedMs / 100) * 100 || timeoutMs));
    return {
      kind: 'nothing',
      words,
      decided: isDecided(reply),
      ending: reply.code === 'mid-answer' ? 'midAnswer' : reply.reason,
      evidence: [{ question: asked, via: reply.via, answer: words, elapsedMs: reply.elapsedMs }],
    };
  }
  return {
    kind: 'http',
    answer: reply,
    address,
    evidence: [{ question: asked, via: reply.via, answer: answerWords(reply), elapsedMs: reply.elapsedMs }],
  };
}

const shownHeaders = [
  'server', 'via', 'location', 'retry-after', 'x-feserver', 'x-soap-enabled', 'x-wssecurity-enabled', 'x-oauth-enabled', 'x-owa-version', 'x-failurecontext',
  'request-id', 'content-type',
];

/** Status, what kind of server, and the headers that help the other side's administrator to find the request in a log. */
function answerWords(answer: HttpAnswer): string {
  const notes = [`HTTP ${answer.status}`];
  const schemes = authenticationSchemes(answer).slice(0, 4);
  if (schemes.length > 0) notes.push(`wants ${schemes.join(', ').slice(0, 80)}`);
  for (const name of shownHeaders) {
    const value = header(answer, name);
    if (value !== '') notes.push(`${name}: ${name === 'location' ? shownUrl(value).slice(0, 120) : value.slice(0, 120)}`);
  }
  if (answer.truncated) notes.push('body longer than is read, cut');
  if (answer.undecoded !== undefined) notes.push(`body could not be decoded (Content-Encoding "${answer.undecoded}")`);
  if (answer.certificateError !== undefined) notes.push(`certificate not accepted: ${answer.certificateError}`);
  return notes.join(', ');
}
