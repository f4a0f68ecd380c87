/**
 * Where Outlook, EWS clients and the Remote Connectivity Analyzer look for Autodiscover (MS-OXDISCO 3.1.5): the domain itself before its
 * "autodiscover." host, then an http redirect, then an SRV record. Kept apart from the federation's own order, which begins the other way round.
 */
import type { Evidence } from '../../protocol/checks.ts';
import type { CheckContext } from '../engine/check.ts';
import { classifyAnswer, header } from '../wire/httpAnswer.ts';
import { httpUrlText, isUnusual, readHttpUrl, readLocation, shownUrl, unusual, type HttpUrl } from '../wire/httpUrl.ts';
import { readServiceRecords } from '../wire/serviceRecord.ts';
import { certificateDoubts } from './certificateDoubt.ts';
import { askName, replyWords } from './dnsQuestion.ts';
import { askHttp } from './httpQuestion.ts';

export type ClientStep = 'domain' | 'autodiscover' | 'redirect' | 'serviceRecord';

export interface ClientPlace {
  readonly step: ClientStep;
  readonly url: string;
  /** `exchange`: an Exchange front end wrote the answer. `credentials`: somebody asks for credentials, which clients then give. */
  readonly found: 'exchange' | 'credentials' | 'nothing';
  /** What came, to follow the URL. */
  readonly words: string;
  /** A fact about that URL; otherwise nothing is known of it. */
  readonly decided: boolean;
  /** An Exchange front end answers there, over a certificate that is not accepted for this reason. */
  readonly refused?: string;
}

export interface ClientSearch {
  /** In the clients' order. */
  readonly places: readonly ClientPlace[];
  readonly evidence: readonly Evidence[];
}

const path = '/autodiscover/autodiscover.xml';
/** What the EWS Managed API follows, and where to: nothing but https and an Autodiscover path. */
const followed = [301, 302, 303, 307];
const mostHops = 10;

/** Asks the first three places at once and follows each one's redirects; where none is Exchange, the SRV record's target too. */
export async function searchAsClient(context: CheckContext): Promise<ClientSearch> {
  const { domain } = context.subject;
  const autodiscover = `autodiscover.${domain}`;
  const found = await Promise.all([
    placeAt(context, 'domain', { secure: true, host: domain, port: 443, path }),
    placeAt(context, 'autodiscover', { secure: true, host: autodiscover, port: 443, path }),
    placeAt(context, 'redirect', { secure: false, host: autodiscover, port: 80, path }),
  ]);
  if (!found.some(({ place }) => place.found === 'exchange')) found.push(...(await behindServiceRecord(context)));
  return { places: found.map(({ place }) => place), evidence: found.flatMap(({ evidence }) => evidence).slice(0, 24) };
}

interface AskedPlace {
  readonly place: ClientPlace;
  readonly evidence: readonly Evidence[];
}

async function behindServiceRecord(context: CheckContext): Promise<readonly AskedPlace[]> {
  const asked = await askName(context, `_autodiscover._tcp.${context.subject.domain}`, 'SRV');
  if (asked.state === 'unknown') {
    const words = `could not be read: ${replyWords(asked.reply, context.limits.dns)}`;
    return [{ place: { step: 'serviceRecord', url: `SRV ${asked.name}`, found: 'nothing', words, decided: false }, evidence: [asked.evidence] }];
  }
  // Microsoft's clients leave out every other port.
  const [used] = readServiceRecords(asked.records).filter(({ port, target }) => port === 443 && target !== '');
  // Read as any stranger's address is: a DNS name may hold what no host name does.
  const url = used === undefined ? undefined : readHttpUrl(`https://${used.target}${path}`);
  return url === undefined ? [] : [await placeAt(context, 'serviceRecord', url)];
}

async function placeAt(context: CheckContext, step: ClientStep, start: HttpUrl): Promise<AskedPlace> {
  const evidence: Evidence[] = [];
  const asked = new Set<string>();
  const trail: string[] = [];
  let url = start;
  const place = (found: ClientPlace['found'], words: string, decided: boolean): AskedPlace => ({
    place: { step, url: httpUrlText(start), found, words: [...trail, words].join(', which '), decided },
    evidence,
  });
  for (;;) {
    asked.add(httpUrlText(url).toLowerCase());
    const reply = await askHttp(context, url, { method: 'GET', headers: {}, subjectLine: '(as a client would, without credentials)' });
    evidence.push(...reply.evidence);
    if (reply.kind === 'nothing') return place('nothing', reply.words, reply.decided);
    const { answer } = reply;
    const { refusal } = certificateDoubts(url.host, answer);
    const classified = classifyAnswer(answer);
    if (refusal !== undefined) {
      const shown = place('nothing', `shows a certificate that is not accepted (${refusal.code})`, true);
      return classified.exchange ? { ...shown, place: { ...shown.place, refused: refusal.code } } : shown;
    }
    if (!followed.includes(answer.status)) {
      // Over http no client gives credentials, so what asks for them there is no place.
      if (!url.secure) return place('nothing', classified.words, true);
      if (classified.exchange) return place('exchange', classified.words, true);
      const undecided = answer.status >= 500 || classified.kind === 'busy';
      return place(answer.status === 401 ? 'credentials' : 'nothing', classified.words, !undecided);
    }
    const location = header(answer, 'location');
    const target = readLocation(location, url);
    const redirects = `redirects to "${shownUrl(location)}"`;
    if (classified.kind === 'loginRedirect') return place('nothing', classified.words, true);
    // Stricter here than clients are, so it says nothing of them.
    if (isUnusual(target, location)) return place('nothing', `${redirects}, ${unusual}`, false);
    if (target?.secure !== true || !/^\/autodiscover\/([^/?]+\/)*autodiscover\.xml$/i.test(target.path)) {
      return place('nothing', `${redirects}, which is not an https Autodiscover address`, true);
    }
    // A stranger's redirect must not make this machine knock at any port it likes.
    if (target.port !== 443) return place('nothing', `${redirects}, which is not port 443 and is not followed`, false);
    if (asked.has(httpUrlText(target).toLowerCase())) return place('nothing', `${redirects}: the redirects go in a circle`, true);
    if (asked.size > mostHops) return place('nothing', `redirects further, after ${mostHops} redirects`, true);
    trail.push(redirects);
    url = target;
  }
}
