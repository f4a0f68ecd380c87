import type { Check, CheckContext, JudgedHost, Outcome } from '../engine/check.ts';
import { answeredElsewhere } from '../probes/answeredElsewhere.ts';
import { readVersion, type VersionReading } from '../probes/tlsVersion.ts';
import type { TlsVersion } from '../wire/clientHello.ts';
import { askEarly, isTurnedAway, noEndpoint, readingsText, tlsDoesNotProve } from './tlsVersions.ts';

/** T3: TLS 1.2, which every Exchange since 2010 SP3 can and Microsoft 365 demands. */
export const tls12: Check = {
  id: 'T3',
  title: 'TLS 1.2',
  group: 'TLS',
  asks: 'One hand-made ClientHello that offers TLS 1.2 only, to each address.',
  guidance: ['G12'],
  needs: ['N1'],
  considers: ['F1'],
  ask: (context) => askEarly(context, '1.2'),
  run,
};

const fix =
  'Switch TLS 1.2 on where TLS ends (load balancer or Windows: SCHANNEL\\Protocols\\TLS 1.2\\Server), and on the Exchange ' +
  'servers set SchUseStrongCrypto and SystemDefaultTlsVersions.';

async function run(context: CheckContext): Promise<Outcome> {
  const none = await noEndpoint(context);
  if (none !== undefined) return none;
  const { endpoint } = (await context.resultOf('N1')).facts;
  const judged = await judge(context, endpoint);
  if (endpoint === undefined || (judged.verdict !== 'fail' && judged.verdict !== 'warn')) return judged;
  // A web site that stands at the first place may speak what it likes, once Exchange has answered at another.
  const other = await answeredElsewhere(context, endpoint.host);
  if (other === undefined) return judged;
  const there = await judge(context, other);
  return { ...there, summary: `${there.summary} The lookup of federation information passes over "${endpoint.host}" and ends at "${other.host}", so that host counts.` };
}

async function judge(context: CheckContext, host: JudgedHost | undefined): Promise<Outcome> {
  const read = (version: TlsVersion): Promise<readonly VersionReading[]> => (host === undefined ? Promise.resolve([]) : readVersion(context, host, version));
  const readings = await read('1.2');
  const base = { evidence: readings.flatMap((reading) => reading.evidence), doesNotProve: tlsDoesNotProve, about: 'domain' } as const;
  const text = readingsText(readings);
  if (readings.length > 0 && readings.every((reading) => reading.kind === 'supported'))
    return { ...base, verdict: 'pass', summary: `TLS 1.2 is offered: ${text}.` };
  if (readings.length > 0 && readings.every((reading) => reading.kind === 'notTls')) {
    return {
      ...base,
      verdict: 'fail',
      summary: `Port 443 does not speak TLS: ${text}.`,
      cause: 'A plain web server or another service listens on port 443.',
      fix: 'Publish HTTPS of the client access servers on port 443.',
    };
  }
  const without = readings.filter(isTurnedAway);
  if (without.length === 0)
    return {
      ...base,
      verdict: 'unknown',
      summary: `Whether TLS 1.2 is offered could not be determined: ${text}.`,
      cause: 'The other side, or a firewall on the way, does not answer the hello.',
    };
  // The same hellos that T1, T2 and T4 send; each goes out once in a run.
  const [tls10, tls11, tls13] = await Promise.all((['1.0', '1.1', '1.3'] as const).map(read));
  const modern = without.filter((reading) => kindAt(tls13, reading.address) === 'supported');
  const dead = without.filter((reading) => isOldOnly(reading, tls13 ?? [], [tls10 ?? [], tls11 ?? []]));
  const where = without.length === readings.length ? '' : ` at ${without.length} of ${readings.length} addresses`;
  if (dead.length > 0) {
    return {
      ...base,
      verdict: 'fail',
      summary: `Neither TLS 1.2 nor TLS 1.3 is offered${where}: ${text}.`,
      cause:
        'The server or the device in front of it is restricted to old versions. Microsoft 365 refuses everything below TLS 1.2, ' +
        'so today’s Exchange Online cannot connect.',
      fix,
    };
  }
  if (modern.length === without.length) {
    return {
      ...base,
      verdict: 'warn',
      summary: `Only TLS 1.3 is offered${where}: ${text}.`,
      cause: 'Exchange servers on Windows before 2022 cannot connect with TLS 1.3.',
      fix,
    };
  }
  return {
    ...base,
    verdict: 'unknown',
    summary: `TLS 1.2 was turned away${where}, and whether that is the version’s fault could not be determined: ${text}.`,
    cause:
      'No hello was taken there, and not every one was refused for its version. A firewall or an appliance on the way does that as well as the ' +
      'server, and so does a server that shares no cipher suite with these hellos.',
    fix: 'Run the check from another network; then look at the cipher suites of the server.',
  };
}

function kindAt(readings: readonly VersionReading[] | undefined, address: string): VersionReading['kind'] | undefined {
  return readings?.find((reading) => reading.address === address)?.kind;
}

/** Certain only when the server named the version as its reason, or took an old hello and no modern one. */
function isOldOnly(reading: VersionReading, tls13: readonly VersionReading[], old: readonly (readonly VersionReading[])[]): boolean {
  const newer = tls13.find((other) => other.address === reading.address);
  if (newer === undefined || !isTurnedAway(newer)) return false;
  const oldWorks = old.some((readings) => kindAt(readings, reading.address) === 'supported');
  return oldWorks || (reading.kind === 'notSupported' && newer.kind === 'notSupported');
}
