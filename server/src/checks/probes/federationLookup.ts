/**
 * The lookup of federation information in its own order (MS-OXWSADISC §3.1.4.2): not the order of Outlook. `autodiscover.<domain>` comes
 * before the domain itself, there is no SRV step, and the third step only looks where an http redirect leads.
 */
import type { Evidence } from '../../protocol/checks.ts';
import { unlessCancelled } from '../engine/cancellation.ts';
import type { CheckContext } from '../engine/check.ts';
import { federationInformationRequest, readFederationInformation, type FederationInformation } from '../wire/federationInformation.ts';
import { classifyAnswer, header } from '../wire/httpAnswer.ts';
import { httpUrlText, readHttpUrl, readLocation, type HttpUrl } from '../wire/httpUrl.ts';
import { askHttp } from './httpQuestion.ts';

export interface LookupAttempt {
  readonly url: string;
  /** What came, to follow the URL. */
  readonly words: string;
  /** A fact about that URL; otherwise nothing is known of it. */
  readonly decided: boolean;
}

export interface FederationLookup {
  readonly attempts: readonly LookupAttempt[];
  readonly evidence: readonly Evidence[];
  /** The answer that counts: the first over a connection that Exchange would accept, else the first of all. */
  readonly answer?: FoundInformation;
}

export interface FoundInformation {
  readonly url: HttpUrl;
  readonly step: 'plan' | 'autodiscover' | 'domain' | 'redirect';
  readonly information: FederationInformation;
  /** Why Exchange would not accept the certificate of the server that answered. */
  readonly certificateError?: string;
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

/** Asks the candidates one after the other until one answers over a connection that Exchange would accept. */
export async function lookUpFederationInformation(context: CheckContext): Promise<FederationLookup> {
  const { domain } = context.subject;
  const lookup = new Lookup(context);
  const stated = context.subject.autodiscover === undefined ? undefined : readHttpUrl(context.subject.autodiscover);
  if (stated?.secure === true && (await lookup.tryAt(serviceUrl(stated), 'plan'))) return lookup.result();
  if (await lookup.tryAt(serviceAt(`autodiscover.${domain}`), 'autodiscover')) return lookup.result();
  if (await lookup.tryAt(serviceAt(domain), 'domain')) return lookup.result();
  const redirected = await lookup.redirectHost(`autodiscover.${domain}`);
  if (redirected !== undefined) await lookup.tryAt(redirected, 'redirect');
  return lookup.result();
}

class Lookup {
  readonly #context: CheckContext;
  readonly #attempts: LookupAttempt[] = [];
  readonly #evidence: Evidence[] = [];
  readonly #asked = new Set<string>();
  readonly #found: FoundInformation[] = [];
  #hops = 0;

  constructor(context: CheckContext) {
    this.#context = context;
  }

  result(): FederationLookup {
    const answer = this.#found.find((found) => found.certificateError === undefined) ?? this.#found[0];
    return { attempts: this.#attempts, evidence: this.#evidence.slice(0, 24), ...(answer === undefined ? {} : { answer }) };
  }

  /** True when the search is over: an answer came over a connection that Exchange would accept. */
  async tryAt(start: HttpUrl, step: FoundInformation['step']): Promise<boolean> {
    let url: HttpUrl | undefined = start;
    while (url !== undefined && !this.#context.signal.aborted) {
      const text = httpUrlText(url);
      if (this.#asked.has(text.toLowerCase())) {
        if (url !== start) this.#note(text, 'was asked before: the redirects go in a circle', true);
        return false;
      }
      this.#asked.add(text.toLowerCase());
      const next: HttpUrl | 'done' | undefined = await this.#post(url, text, step, true);
      if (next === 'done') return true;
      url = next;
      if (url !== undefined && ++this.#hops > mostHops) {
        this.#note(text, `redirects further, after ${mostHops} redirects`, true);
        return false;
      }
    }
    return false;
  }

  async #post(url: HttpUrl, text: string, step: FoundInformation['step'], mayRetry: boolean): Promise<HttpUrl | 'done' | undefined> {
    const context = this.#context;
    const request = federationInformationRequest(text, context.subject.domain, context.ports.random.bytes(16));
    const reply = await askHttp(context, url, { method: 'POST', ...request, subjectLine: 'GetFederationInformation' });
    this.#evidence.push(...reply.evidence);
    if (reply.kind === 'nothing') return this.#note(text, reply.words, reply.decided);
    const { answer } = reply;
    if (answer.status >= 300 && answer.status < 400) return this.#follow(url, text, header(answer, 'location'), answer.status);
    const read = readFederationInformation(answer.body);
    if (read.kind === 'other') {
      const classified = classifyAnswer(answer);
      const words = answer.status === 200 && classified.kind === 'other' ? `answers HTTP 200, but the body ${read.problem}` : classified.words;
      const undecided = classified.kind === 'exchange401' || classified.kind === 'serverError' || classified.kind === 'busy';
      return this.#note(text, words, !undecided);
    }
    if (read.kind === 'fault') return this.#note(text, `answers with the SOAP fault "${read.fault.code}": ${read.fault.text}`, false);
    const { information } = read;
    this.#amendEvidence(information);
    if (information.errorCode === 'ServerBusy' && mayRetry) {
      await this.#pause();
      return this.#post(url, text, step, false);
    }
    if (information.redirectUrl !== undefined && information.errorCode === 'RedirectUrl')
      return this.#follow(url, text, information.redirectUrl, 200);
    const { certificateError } = answer;
    this.#found.push({ url, step, information, ...(certificateError === undefined ? {} : { certificateError }) });
    const doubt = certificateError === undefined ? '' : `, over a connection whose certificate is not accepted (${certificateError})`;
    this.#note(text, `answers ${information.errorCode === '' ? 'without an error code' : information.errorCode}${doubt}`, true);
    return certificateError === undefined ? 'done' : undefined;
  }

  /** Only https is followed, and only to the Autodiscover service: a login page is no place to post to. */
  #follow(from: HttpUrl, text: string, location: string, status: number): HttpUrl | undefined {
    const target = readLocation(location, from);
    const shown = location.slice(0, 200);
    if (status === 308) return this.#note(text, `redirects with HTTP 308 to "${shown}", which Exchange does not follow`, true);
    if (target?.secure !== true) return this.#note(text, `redirects to "${shown}", which is not https and is not followed`, true);
    if (!/\/autodiscover\.(svc|xml)(\/|\?|$)/i.test(target.path)) {
      return this.#note(text, `redirects to "${shown}", which is not an Autodiscover service`, true);
    }
    this.#note(text, `redirects to "${shown}"`, true);
    return serviceUrl(target);
  }

  /** The third step: an unauthenticated GET over http whose `Location` names the host to ask. */
  async redirectHost(host: string): Promise<HttpUrl | undefined> {
    if (this.#context.signal.aborted) return undefined;
    const url: HttpUrl = { secure: false, host, port: 80, path: '/autodiscover/autodiscover.xml' };
    const text = httpUrlText(url);
    const reply = await askHttp(this.#context, url, { method: 'GET', headers: {}, subjectLine: '(where does it redirect?)' });
    this.#evidence.push(...reply.evidence);
    // That nobody listens on port 80 says nothing against a partner: the step is the last resort.
    if (reply.kind === 'nothing') return this.#note(text, reply.words, true);
    if (![301, 302, 303, 307].includes(reply.answer.status)) return this.#note(text, classifyAnswer(reply.answer).words, true);
    const location = header(reply.answer, 'location');
    const target = readLocation(location, url);
    if (target?.secure !== true || !/\/autodiscover\/([^/?]+\/)*autodiscover\.xml$/i.test(target.path)) {
      return this.#note(text, `redirects to "${location.slice(0, 200)}", which is not an https Autodiscover address`, true);
    }
    this.#note(text, `redirects to "${location.slice(0, 200)}"`, true);
    return { ...serviceAt(target.host), port: target.port };
  }

  #note(url: string, words: string, decided: boolean): HttpUrl | undefined {
    this.#attempts.push({ url, words, decided });
    return undefined;
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
