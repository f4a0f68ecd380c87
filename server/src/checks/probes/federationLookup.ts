/**
 * The lookup of federation information in its own order (MS-OXWSADISC §3.1.4.2): not the order of Outlook. `autodiscover.<domain>` comes
 * before the domain itself, there is no SRV step, and the third step only looks where an http redirect leads.
 */
import type { Evidence } from '../../protocol/checks.ts';
import { unlessCancelled } from '../engine/cancellation.ts';
import type { CheckContext } from '../engine/check.ts';
import type { HttpAnswer } from '../ports.ts';
import { federationInformationRequest, readFederationInformation, type FederationInformation } from '../wire/federationInformation.ts';
import { classifyAnswer, header, isLoginPage, type AnswerKind } from '../wire/httpAnswer.ts';
import { httpUrlText, isUnusual, readLocation, shownUrl, unusual, type HttpUrl } from '../wire/httpUrl.ts';
import { readXml, type XmlProblem } from '../wire/xmlTree.ts';
import { certificateDoubts, type CertificateDoubt } from './certificateDoubt.ts';
import { askHttp } from './httpQuestion.ts';
import { relationshipAutodiscovers, statedAutodiscover } from './statedEndpoint.ts';

type Step = 'plan' | 'autodiscover' | 'domain' | 'redirect' | 'relationship';

export interface LookupAttempt {
  readonly url: string;
  readonly step: Step;
  /** What came, to follow the URL. */
  readonly words: string;
  /** A fact about that URL; otherwise nothing is known of it. */
  readonly decided: boolean;
  /** What kind of thing answered without federation information. */
  readonly kind?: AnswerKind;
}

export interface FederationLookup {
  readonly attempts: readonly LookupAttempt[];
  readonly evidence: readonly Evidence[];
  /** The answer that counts: the first over connections that Exchange would accept, else the first of all. */
  readonly answer?: FoundInformation;
}

export interface FoundInformation {
  readonly url: HttpUrl;
  readonly step: Step;
  readonly information: FederationInformation;
  /** The question that brought it. */
  readonly evidence: readonly Evidence[];
  /** Why Exchange would not accept a certificate on the way: of the server that answered, or of one that redirected to it. */
  readonly refusal?: CertificateDoubt;
  /** The authority may be one that this machine's own store knows, which could not be read. */
  readonly unknownAuthority?: CertificateDoubt;
}

/** What a URL answers, by whatever way it was reached. */
interface Reached {
  readonly words: string;
  readonly decided: boolean;
  readonly kind?: AnswerKind;
  readonly information?: FederationInformation;
  readonly evidence?: readonly Evidence[];
  readonly next?: HttpUrl;
  readonly refusal?: CertificateDoubt;
  readonly unknownAuthority?: CertificateDoubt;
}

const servicePath = '/autodiscover/autodiscover.svc';
const mostHops = 10;
const busyPauseMs = 2_000;

/** The service URL of a host, or of a plan's URL that may name the service, its WSSecurity form or Outlook's XML. */
export function serviceUrl(url: HttpUrl): HttpUrl {
  const prefix = /^(.*\/autodiscover\.svc)(\/.*)?$/i.exec(url.path)?.[1];
  return { ...url, path: prefix ?? servicePath };
}

function serviceAt(host: string): HttpUrl {
  return { secure: true, host, port: 443, path: servicePath };
}

/** Asks the candidates one after the other until one answers over connections that Exchange would accept. */
export async function lookUpFederationInformation(context: CheckContext): Promise<FederationLookup> {
  const { domain } = context.subject;
  const lookup = new Lookup(context);
  const stated = statedAutodiscover(context.subject);
  if (stated.kind === 'url' && (await lookup.tryAt(serviceUrl(stated.url), 'plan'))) return lookup.result();
  if (await lookup.tryAt(serviceAt(`autodiscover.${domain}`), 'autodiscover')) return lookup.result();
  if (await lookup.tryAt(serviceAt(domain), 'domain')) return lookup.result();
  const redirected = await lookup.redirectHost(`autodiscover.${domain}`);
  if (redirected !== undefined && (await lookup.tryAt(redirected, 'redirect'))) return lookup.result();
  // No step of the lookup: but Exchange calls what a relationship states for each of its domains.
  for (const url of relationshipAutodiscovers(context.subject)) if (await lookup.tryAt(serviceUrl(url), 'relationship')) break;
  return lookup.result();
}

class Lookup {
  readonly #context: CheckContext;
  readonly #attempts: LookupAttempt[] = [];
  readonly #evidence: Evidence[] = [];
  readonly #reached = new Map<string, Reached>();
  readonly #found: FoundInformation[] = [];
  #hops = 0;

  constructor(context: CheckContext) {
    this.#context = context;
  }

  result(): FederationLookup {
    const answer = this.#found.find((found) => found.refusal === undefined) ?? this.#found[0];
    return { attempts: this.#attempts, evidence: this.#evidence.slice(0, 24), ...(answer === undefined ? {} : { answer }) };
  }

  /** True when the search is over: an answer came over connections that Exchange would accept. */
  async tryAt(start: HttpUrl, step: Step): Promise<boolean> {
    const chain = new Set<string>();
    let url: HttpUrl | undefined = start;
    // A certificate that is not accepted ends Exchange's search at that hop, whatever stands behind it.
    let refusal: CertificateDoubt | undefined;
    let unknownAuthority: CertificateDoubt | undefined;
    while (url !== undefined && !this.#context.signal.aborted) {
      const text = httpUrlText(url);
      const key = text.toLowerCase();
      if (chain.has(key)) {
        this.#note(step, text, 'was asked before: the redirects go in a circle', true);
        return false;
      }
      chain.add(key);
      const known = this.#reached.get(key);
      const reached: Reached = known ?? (await this.#ask(url, text));
      this.#reached.set(key, reached);
      refusal ??= reached.refusal;
      unknownAuthority ??= reached.unknownAuthority;
      const { information, next } = reached;
      if (known === undefined || (information !== undefined && refusal === undefined)) this.#note(step, text, reached.words, reached.decided, reached.kind);
      if (information !== undefined) {
        this.#found.push({ url, step, information, evidence: reached.evidence ?? [], ...(refusal && { refusal }), ...(unknownAuthority && { unknownAuthority }) });
        return refusal === undefined;
      }
      url = next;
      if (url !== undefined && ++this.#hops > mostHops) {
        this.#note(step, text, `redirects further, after ${mostHops} redirects`, true);
        return false;
      }
    }
    return false;
  }

  async #ask(url: HttpUrl, text: string, mayRetry = true): Promise<Reached> {
    const context = this.#context;
    const request = federationInformationRequest(text, context.subject.domain, context.ports.random.bytes(16));
    const reply = await askHttp(context, url, { method: 'POST', ...request, subjectLine: 'GetFederationInformation' });
    this.#evidence.push(...reply.evidence);
    if (reply.kind === 'nothing') return { words: reply.words, decided: reply.decided };
    const { answer } = reply;
    const doubts = certificateDoubts(url.host, answer);
    if (answer.status >= 300 && answer.status < 400) return { ...follow(url, header(answer, 'location'), answer.status), ...doubts };
    const read = readFederationInformation(answer.body);
    if (read.kind === 'other') return { ...withoutInformation(answer, read), ...doubts };
    if (read.kind === 'fault') return { words: `answers with the SOAP fault "${read.fault.code}": ${read.fault.text}`, decided: false, ...doubts };
    const { information } = read;
    this.#amendEvidence(information);
    if (information.errorCode === 'ServerBusy' && mayRetry) {
      await this.#pause();
      return this.#ask(url, text, false);
    }
    if (information.redirectUrl !== undefined && information.errorCode === 'RedirectUrl')
      return { ...follow(url, information.redirectUrl, 200), ...doubts };
    const doubt = doubts.refusal === undefined ? '' : `, over a connection whose certificate is not accepted (${doubts.refusal.code})`;
    const words = `answers ${information.errorCode === '' ? 'without an error code' : information.errorCode}${doubt}`;
    return { words, decided: true, information, evidence: this.#evidence.slice(-1), ...doubts };
  }

  /** The third step: an unauthenticated GET over http whose `Location` names the host to ask. */
  async redirectHost(host: string): Promise<HttpUrl | undefined> {
    if (this.#context.signal.aborted) return undefined;
    const url: HttpUrl = { secure: false, host, port: 80, path: '/autodiscover/autodiscover.xml' };
    const text = httpUrlText(url);
    const reply = await askHttp(this.#context, url, { method: 'GET', headers: {}, subjectLine: '(where does it redirect?)' });
    this.#evidence.push(...reply.evidence);
    const nowhere = (words: string, decided = true): HttpUrl | undefined => {
      this.#note('redirect', text, words, decided);
      return undefined;
    };
    // Behind a silence may stand the redirect that leads to the answer.
    if (reply.kind === 'nothing') return nowhere(reply.words, reply.decided);
    if (![301, 302, 303, 307].includes(reply.answer.status)) return nowhere(classifyAnswer(reply.answer).words);
    const location = header(reply.answer, 'location');
    const shown = shownUrl(location);
    const target = readLocation(location, url);
    if (isUnusual(target, location)) return nowhere(`redirects to "${shown}", ${unusual}`, false);
    if (target?.secure !== true || !/\/autodiscover\/([^/?]+\/)*autodiscover\.xml$/i.test(target.path)) {
      return nowhere(`redirects to "${shown}", which is not an https Autodiscover address`);
    }
    if (target.port !== 443) return nowhere(`redirects to "${shown}", ${otherPort}`, false);
    this.#note('redirect', text, `redirects to "${shown}"`, true);
    return serviceAt(target.host);
  }

  #note(step: Step, url: string, words: string, decided: boolean, kind?: AnswerKind): void {
    this.#attempts.push({ url, step, words, decided, ...(kind === undefined ? {} : { kind }) });
  }

  /** The last question's evidence says what was inside, not only that HTTP worked. */
  #amendEvidence(information: FederationInformation): void {
    const last = this.#evidence.pop();
    if (last === undefined) return;
    const parts = [
      `ErrorCode ${information.errorCode}`,
      ...(information.errorMessage === '' ? [] : [`"${information.errorMessage.slice(0, 160)}"`]),
      ...(information.applicationUri === '' ? [] : [`ApplicationUri "${information.applicationUri.slice(0, 160)}"`]),
      ...(information.domains.length === 0 ? [] : [`Domains ${information.domains.slice(0, 8).join(', ').slice(0, 300)}`]),
      ...(information.tokenIssuers.length === 0 ? [] : [`TokenIssuers ${information.tokenIssuers.slice(0, 4).join(', ').slice(0, 300)}`]),
      ...(information.serverVersion === undefined ? [] : [`build ${information.serverVersion}`]),
    ];
    this.#evidence.push({ ...last, answer: `${last.answer}; ${parts.join(', ')}` });
  }

  #pause(): Promise<unknown> {
    const { clock } = this.#context.ports;
    let cancel: (() => void) | undefined;
    const pause = new Promise<void>((resolve) => (cancel = clock.after(busyPauseMs, resolve)));
    return unlessCancelled(pause, this.#context.signal).finally(() => cancel?.());
  }
}

const otherPort = 'which is not port 443; only the plan may name another port, so it is not followed';

/** Only https is followed, and only to the Autodiscover service: a login page is no place to post to. */
function follow(from: HttpUrl, location: string, status: number): Reached {
  const target = readLocation(location, from);
  const redirects = `redirects to "${shownUrl(location)}"`;
  if (status === 308) return { words: `redirects with HTTP 308 to "${shownUrl(location)}", which Exchange does not follow`, decided: true };
  if (isUnusual(target, location)) return { words: `${redirects}, ${unusual}`, decided: false };
  if (target?.secure !== true) return { words: `${redirects}, which is not https and is not followed`, decided: true };
  if (!/\/autodiscover\.(svc|xml)(\/|\?|$)/i.test(target.path)) {
    const kind = isLoginPage(location) ? 'loginRedirect' : 'redirect';
    return { words: `${redirects}, which is not an Autodiscover service`, decided: true, kind };
  }
  // A stranger's redirect must not make this machine knock at any port it likes.
  if (target.port !== 443 && target.port !== from.port) return { words: `${redirects}, ${otherPort}`, decided: false };
  return { words: redirects, decided: true, next: serviceUrl(target) };
}

/** An answer that holds no federation information. What was not read to its end decides nothing. */
function withoutInformation(answer: HttpAnswer, { problem, beyondLimits }: XmlProblem): Reached {
  const classified = classifyAnswer(answer);
  if (answer.status === 200 && classified.kind === 'other') {
    if (answer.undecoded !== undefined)
      return { words: `answers HTTP 200, but its body could not be decoded (Content-Encoding "${answer.undecoded}")`, decided: false };
    if (answer.truncated) return { words: 'answers HTTP 200 with more than 256 KB, of which only the beginning was read', decided: false };
    // Of a body without a stated length nobody can tell whether it was cut.
    const cut = answer.openEnded === true && /^\s*(<|$)/.test(answer.body) && 'problem' in readXml(answer.body);
    return { words: `answers HTTP 200, but the body ${problem}`, decided: !beyondLimits && !classified.exchange && !cut };
  }
  const undecided = ['exchange401', 'serverError', 'busy', 'stopped'].includes(classified.kind);
  // An Exchange front end may turn a caller away before Autodiscover sees the question.
  const turnedAway = classified.exchange && (classified.kind === 'other' || classified.kind === 'forbidden');
  return { words: classified.words, decided: !undecided && !turnedAway, kind: classified.kind };
}
