/** Reading and wording that the checks of the four TLS versions share. */
import type { CheckContext, EarlyContext, Outcome } from '../engine/check.ts';
import { resolveHost } from '../probes/resolvedHost.ts';
import { relationshipAutodiscovers, statedAutodiscover } from '../probes/statedEndpoint.ts';
import { readVersion, type VersionReading } from '../probes/tlsVersion.ts';
import type { TlsVersion } from '../wire/clientHello.ts';
import { nothingUsed } from './endpoint.ts';

export const tlsDoesNotProve =
  'What the partner’s Exchange servers themselves offer and use when they call: seen is the side that answers from outside, often a load balancer.';

/** One reading for each open address of the endpoint. */
export async function readEndpoint(context: CheckContext, version: TlsVersion): Promise<readonly VersionReading[]> {
  const { endpoint } = (await context.resultOf('N1')).facts;
  return endpoint === undefined ? [] : readVersion(context, endpoint, version);
}

/**
 * The hello to the host that N1 will most likely name: the plan's, else `autodiscover.<domain>`. The domain itself is left alone until the
 * lookup has shown that the federation uses it.
 */
export async function askEarly(context: EarlyContext, version: TlsVersion): Promise<void> {
  const stated = statedAutodiscover(context.subject);
  const usual = { host: `autodiscover.${context.subject.domain}`, port: 443 };
  const candidates = [...(stated.kind === 'url' ? [stated.url] : []), usual, ...relationshipAutodiscovers(context.subject)];
  for (const { host, port } of candidates) {
    if (host === context.subject.domain) return;
    const { addresses } = await resolveHost(context, host);
    if (addresses.length === 0) continue;
    await readVersion(context, { host, port, addresses }, version);
    return;
  }
}

/** The outcome where N1 left no host to judge. */
export async function noEndpoint(context: CheckContext): Promise<Outcome | undefined> {
  return (await context.resultOf('N1')).facts.nothingUsed === true ? nothingUsed(context) : undefined;
}

/** The server turned this version away, in whatever way. */
export function isTurnedAway(reading: VersionReading): boolean {
  return reading.kind === 'notSupported' || reading.kind === 'refused' || reading.kind === 'cut';
}

export function readingsText(readings: readonly VersionReading[]): string {
  return readings.map((reading) => `${reading.address} ${reading.words}`).join('; ');
}

/** TLS 1.0 and 1.1: offered is information, turned away is well, silence is unknown (middleboxes drop old hellos). */
export async function judgeOldVersion(context: CheckContext, version: '1.0' | '1.1'): Promise<Outcome> {
  const none = await noEndpoint(context);
  if (none !== undefined) return none;
  const readings = await readEndpoint(context, version);
  const base = { evidence: readings.flatMap((reading) => reading.evidence), doesNotProve: tlsDoesNotProve, about: 'domain' } as const;
  if (readings.some((reading) => reading.kind === 'supported')) {
    return {
      ...base,
      verdict: 'info',
      summary: `TLS ${version} is offered: ${readingsText(readings)}.`,
      cause: 'An old version that stays switched on does not disturb the federation; Microsoft 365 refuses it since October 2020.',
    };
  }
  if (readings.length > 0 && readings.every(isTurnedAway) && (await isForTheVersion(context, readings))) {
    return { ...base, verdict: 'pass', summary: `TLS ${version} is not offered: ${readingsText(readings)}.` };
  }
  return {
    ...base,
    verdict: 'unknown',
    summary: `Whether TLS ${version} is offered could not be determined: ${readingsText(readings)}.`,
    cause: 'A device on the way may drop hellos of old versions, and a refusal without the version as its reason may have another one.',
  };
}

/**
 * Whether each of these hellos was turned away for its version. A cut, or an alert that names another reason (a common cipher suite is
 * missing, say), speaks against the version only where the same address takes another one.
 */
export async function isForTheVersion(context: CheckContext, readings: readonly VersionReading[]): Promise<boolean> {
  const vague = readings.filter((reading) => reading.kind !== 'notSupported');
  if (vague.length === 0) return true;
  // The same hellos that the other checks send; each goes out once in a run.
  const all = (await Promise.all((['1.0', '1.1', '1.2', '1.3'] as const).map((version) => readEndpoint(context, version)))).flat();
  return vague.every(({ address }) => all.some((other) => other.address === address && other.kind === 'supported'));
}
