import type { Evidence } from '../../protocol/checks.ts';
import type { EarlyContext, JudgedHost } from '../engine/check.ts';
import type { Cancellation } from '../ports.ts';
import { addressAndPort, addressFamily } from '../wire/address.ts';
import { clientHello, versionNumber, type TlsVersion } from '../wire/clientHello.ts';
import { alertName } from '../wire/alerts.ts';
import { ServerFlight, type ServerAnswer } from '../wire/serverFlight.ts';
import { failureWords } from './failureWords.ts';

export interface VersionReading {
  readonly address: string;
  readonly version: TlsVersion;
  /**
   * `refused`: turned away without the version being named as the reason; `cut`: the connection ended after the hello, which an
   * appliance on the way may do as well; `nameUnknown`, `silent`, `unreadable` and `unreachable`: nothing is known of the version.
   */
  readonly kind: 'supported' | 'notSupported' | 'refused' | 'cut' | 'nameUnknown' | 'silent' | 'unreadable' | 'notTls' | 'unreachable';
  /** Follows the address: `accepts TLS 1.2 (suite c02f)`. */
  readonly words: string;
  readonly evidence: readonly Evidence[];
  /** What came with the answer to a hello for TLS 1.2, where the server spoke that or an older version. */
  readonly shown?: ShownInTheClear;
}

export interface ShownInTheClear {
  /** Certificates as DER, the server's own first. */
  readonly sent: readonly Uint8Array[];
  readonly staple: Uint8Array | undefined;
  /** `TLS 1.2` */
  readonly protocol: string;
}

const unrecognizedName = 112;

/** One hello of this version to each of the host's addresses, all at once. */
export function readVersion(context: EarlyContext, host: JudgedHost, version: TlsVersion): Promise<readonly VersionReading[]> {
  return Promise.all(host.addresses.map((address) => readVersionAt(context, host, version, address)));
}

/** One hello of this version to one address; each is said once in a run, however many checks want its answer. */
export function readVersionAt(
  context: EarlyContext,
  host: Pick<JudgedHost, 'host' | 'port'>,
  version: TlsVersion,
  address: string,
): Promise<VersionReading> {
  return context.once(`hello ${version} ${host.host} ${addressAndPort(address, host.port)}`, async (signal) => {
    const name = addressFamily(host.host) === undefined ? host.host : undefined;
    const first = await sayHello(context, signal, address, host, name, version);
    // One reset may be chance, or a rate limit; a second one is an answer.
    const second = first.kind === 'cut' ? await sayHello(context, signal, address, host, name, version) : first;
    if (name === undefined || second.kind !== 'nameUnknown') return second;
    // What is shown to nobody in particular is not what is shown to those who name the host.
    const { shown: _shown, ...nameless } = await sayHello(context, signal, address, host, undefined, version);
    return {
      ...nameless,
      words: `does not know the name "${name}"; without a name it ${nameless.words}`,
      evidence: [...second.evidence, ...nameless.evidence],
    };
  });
}

async function sayHello(
  context: EarlyContext,
  signal: Cancellation,
  address: string,
  { host, port }: Pick<JudgedHost, 'host' | 'port'>,
  name: string | undefined,
  version: TlsVersion,
): Promise<VersionReading> {
  const hello = clientHello(version, name, context.ports.random.bytes(96));
  const timeoutMs = context.limits.connect;
  // The answer to this one holds the certificates of every server that is not restricted to TLS 1.3.
  const flight = new ServerFlight(version === '1.2');
  const reply = await context.ports.exchange.exchange({ address, port, host }, hello, (bytes) => flight.read(bytes), { signal, timeoutMs });
  if (reply.kind === 'bytes') flight.read(reply.bytes);
  const verdict: Pick<VersionReading, 'kind' | 'words'> =
    reply.kind === 'failure'
      ? { kind: 'unreachable', words: failureWords(reply, timeoutMs) }
      : readingOf(version, flight.answer, reply.end, timeoutMs);
  const { answer, chain, staple } = flight;
  const shown = answer.kind === 'serverHello' && chain !== undefined ? { sent: chain, staple, protocol: versionName(answer.version) } : undefined;
  const named = name === undefined ? 'without a server name' : `for "${name}"`;
  const question = `TLS ${version} ClientHello to ${addressAndPort(address, port)} ${named}`;
  const evidence = [{ question, via: reply.via, answer: verdict.words, elapsedMs: reply.elapsedMs }];
  return { address, version, ...verdict, evidence, ...(shown === undefined ? {} : { shown }) };
}

function readingOf(version: TlsVersion, answer: ServerAnswer, end: string, timeoutMs: number): Pick<VersionReading, 'kind' | 'words'> {
  switch (answer.kind) {
    case 'serverHello': {
      if (answer.version !== versionNumber[version])
        return { kind: 'notSupported', words: `does not accept TLS ${version}, it chose ${versionName(answer.version)}` };
      const suite = answer.suite.toString(16).padStart(4, '0');
      return { kind: 'supported', words: `accepts TLS ${version} (${answer.retryRequest ? 'asks for another group, ' : ''}suite ${suite})` };
    }
    case 'alert': {
      const words = `refuses TLS ${version} (${alertName(answer.description)})`;
      if (answer.description === 70) return { kind: 'notSupported', words };
      if (answer.description === unrecognizedName) return { kind: 'nameUnknown', words: 'does not know the server name (unrecognized_name)' };
      return { kind: 'refused', words };
    }
    case 'notTls':
      return { kind: 'notTls', words: `does not speak TLS on this port, its answer begins "${answer.start}"` };
    case 'unreadable':
      return { kind: 'unreadable', words: `answers the TLS ${version} hello with a record that these checks do not understand (${answer.start})` };
    case 'incomplete':
      if (end === 'silent') return { kind: 'silent', words: `did not answer the TLS ${version} hello within ${timeoutMs / 1000} s` };
      return {
        kind: 'cut',
        words: end === 'reset' ? `cut the connection after the TLS ${version} hello (reset)` : `closed the connection after the TLS ${version} hello`,
      };
  }
}

function versionName(number: number): string {
  const known = Object.entries(versionNumber).find(([, value]) => value === number)?.[0];
  return known === undefined ? (number === 0x0300 ? 'SSL 3.0' : `version ${number.toString(16)}`) : `TLS ${known}`;
}
