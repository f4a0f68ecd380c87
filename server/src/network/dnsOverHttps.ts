/**
 * DNS over HTTPS (RFC 8484): the question as a GET, the answer as `application/dns-message`, over the port that all HTTP of the checks
 * takes. A resolver whose certificate is not accepted is not believed.
 */
import type { DnsAnswer, DnsQuestion, Failure, HttpPort, Probe } from '../checks/ports.ts';
import { addressFamily } from '../checks/wire/address.ts';
import { readHttpUrl, type HttpUrl } from '../checks/wire/httpUrl.ts';
import { encodeQuestion, readAnswer } from './dnsMessage.ts';

/** What comes of a question, and by which way. */
export interface HttpsReply {
  readonly result: DnsAnswer | Failure;
  readonly via: string;
}

const longestMessage = 65_535;

/** Reads `https://host/path`, also as the template `https://host/path{?dns}`; `undefined` for anything else. */
export function readHttpsResolver(text: string): HttpUrl | undefined {
  const url = readHttpUrl(text.trim().replace(/\{\?dns\}$/, ''));
  return url?.secure === true ? url : undefined;
}

/** @param addressesOf The addresses of the resolver's own host; asked only where it is not an address itself. */
export async function askOverHttps(
  url: HttpUrl,
  question: DnsQuestion,
  http: HttpPort,
  addressesOf: (host: string, probe: Probe) => Promise<readonly string[]>,
  probe: Probe,
): Promise<HttpsReply> {
  const started = performance.now();
  const rest = (): number => Math.max(1, probe.timeoutMs - (performance.now() - started));
  const addresses = addressFamily(url.host) === undefined ? await addressesOf(url.host, { ...probe, timeoutMs: rest() / 2 }) : [url.host];
  let last: HttpsReply = { result: { kind: 'failure', reason: 'error', code: `"${url.host}" has no address` }, via: 'not asked' };
  for (const [at, address] of addresses.slice(0, 2).entries()) {
    if (probe.signal.aborted) return { result: { kind: 'failure', reason: 'cancelled', code: '' }, via: last.via };
    const timeoutMs = rest() / (Math.min(addresses.length, 2) - at);
    last = await askAt(url, address, question, http, { signal: probe.signal, timeoutMs });
    if (last.result.kind === 'answer') return last;
  }
  return last;
}

async function askAt(url: HttpUrl, address: string, question: DnsQuestion, http: HttpPort, probe: Probe): Promise<HttpsReply> {
  // The id is 0, so that equal questions are equal requests to a cache; the connection says whose answer it is.
  const message = encodeQuestion(question, 0, { edns: true, recursion: true }).toString('base64url');
  const request = {
    method: 'GET',
    secure: true,
    host: url.host,
    to: { address, port: url.port },
    path: `${url.path}${url.path.includes('?') ? '&' : '?'}dns=${message}`,
    headers: { accept: 'application/dns-message' },
    mostBytes: longestMessage + 1,
  } as const;
  const reply = await http.request(request, { ...probe, connectTimeoutMs: probe.timeoutMs });
  if (reply.kind === 'failure') return { result: reply, via: reply.via };
  const nonsense = (code: string): HttpsReply => ({ result: { kind: 'failure', reason: 'nonsense', code }, via: reply.via });
  if (reply.certificateError !== undefined) return { result: { kind: 'failure', reason: 'handshake', code: reply.certificateError }, via: reply.via };
  if (reply.status !== 200) return nonsense(`HTTP ${reply.status}`);
  const type = reply.headers.get('content-type')?.[0] ?? '';
  if (!/^application\/dns-message\s*(;|$)/i.test(type)) return nonsense(`Content-Type "${type.slice(0, 60)}"`);
  const bytes = Buffer.from(reply.bytes ?? []);
  if (reply.truncated || bytes.length > longestMessage) return nonsense('more than 64 KB');
  const read = readAnswer(bytes, 0, question, 'https');
  if (read === undefined) return nonsense('answer to another question');
  return read === 'truncated' ? nonsense('answer cut short, over HTTPS as well') : { result: read, via: reply.via };
}
