import type { Evidence } from '../../protocol/checks.ts';
import type { CheckContext, JudgedHost } from '../engine/check.ts';
import type { Cancellation } from '../ports.ts';
import { addressAndPort, addressFamily } from '../wire/address.ts';
import { clientHello, versionNumber, type TlsVersion } from '../wire/clientHello.ts';
import { alertName, readServerAnswer, type ServerAnswer } from '../wire/serverAnswer.ts';
import { failureWords } from './failureWords.ts';

export interface VersionReading {
  readonly address: string;
  readonly version: TlsVersion;
  /**
   * `refused`: turned away without the version being named as the reason; `cut`: the connection ended after the hello, which an
   * appliance on the way may do as well; `nameUnknown`, `silent` and `unreachable`: nothing is known of the version.
   */
  readonly kind: 'supported' | 'notSupported' | 'refused' | 'cut' | 'nameUnknown' | 'silent' | 'notTls' | 'unreachable';
  /** Follows the address: `accepts TLS 1.2 (suite c02f)`. */
  readonly words: string;
  readonly evidence: readonly Evidence[];
}

const unrecognizedName = 112;

/** One hello of this version to each of the host's addresses, all at once. */
export function readVersion(context: CheckContext, host: JudgedHost, version: TlsVersion): Promise<readonly VersionReading[]> {
  return Promise.all(
    host.addresses.map((address) =>
      context.once(`hello ${version} ${host.host} ${addressAndPort(address, host.port)}`, async (signal) => {
        const name = addressFamily(host.host) === undefined ? host.host : undefined;
        const first = await sayHello(context, signal, address, host.port, name, version);
        // One reset may be chance, or a rate limit; a second one is an answer.
        const second = first.kind === 'cut' ? await sayHello(context, signal, address, host.port, name, version) : first;
        if (name === undefined || second.kind !== 'nameUnknown') return second;
        const nameless = await sayHello(context, signal, address, host.port, undefined, version);
        return {
          ...nameless,
          words: `does not know the name "${name}"; without a name it ${nameless.words}`,
          evidence: [...second.evidence, ...nameless.evidence],
        };
      }),
    ),
  );
}

async function sayHello(
  context: CheckContext,
  signal: Cancellation,
  address: string,
  port: number,
  name: string | undefined,
  version: TlsVersion,
): Promise<VersionReading> {
  const hello = clientHello(version, name, context.ports.random.bytes(96));
  const timeoutMs = context.limits.connect;
  const reply = await context.ports.exchange.exchange({ address, port }, hello, (bytes) => readServerAnswer(bytes).kind !== 'incomplete', {
    signal,
    timeoutMs,
  });
  const read = reply.kind === 'failure' ? undefined : readServerAnswer(reply.bytes);
  const verdict: Pick<VersionReading, 'kind' | 'words'> =
    reply.kind === 'failure'
      ? { kind: 'unreachable', words: failureWords(reply, timeoutMs) }
      : readingOf(version, read ?? { kind: 'incomplete' }, reply.end, timeoutMs);
  const named = name === undefined ? 'without a server name' : `for "${name}"`;
  const question = `TLS ${version} ClientHello to ${addressAndPort(address, port)} ${named}`;
  return { address, version, ...verdict, evidence: [{ question, via: reply.via, answer: verdict.words, elapsedMs: reply.elapsedMs }] };
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
