import type { Check, CheckContext, Outcome } from '../engine/check.ts';
import { askEarly, isForTheVersion, isTurnedAway, noEndpoint, readEndpoint, readingsText, tlsDoesNotProve } from './tlsVersions.ts';

/** T4: TLS 1.3, which nothing in the federation demands. */
export const tls13: Check = {
  id: 'T4',
  title: 'TLS 1.3',
  group: 'TLS',
  asks: 'One hand-made ClientHello that offers TLS 1.3 only, to each address.',
  guidance: ['G12'],
  needs: ['N1'],
  considers: [],
  ask: (context) => askEarly(context, '1.3'),
  run,
};

async function run(context: CheckContext): Promise<Outcome> {
  const none = await noEndpoint(context);
  if (none !== undefined) return none;
  const readings = await readEndpoint(context, '1.3');
  const base = { evidence: readings.flatMap((reading) => reading.evidence), doesNotProve: tlsDoesNotProve, about: 'domain' } as const;
  const text = readingsText(readings);
  if (readings.length > 0 && readings.every((reading) => reading.kind === 'supported'))
    return { ...base, verdict: 'pass', summary: `TLS 1.3 is offered: ${text}.` };
  const without = readings.filter((reading) => reading.kind !== 'supported');
  if (readings.length > 0 && without.every(isTurnedAway) && (await isForTheVersion(context, without))) {
    return {
      ...base,
      verdict: 'info',
      summary: `TLS 1.3 is not offered${readings.some((reading) => reading.kind === 'supported') ? ' at every address' : ''}: ${text}.`,
      cause: 'TLS 1.2 is enough; Exchange knows TLS 1.3 from 2019 CU15 on Windows Server 2022.',
    };
  }
  return { ...base, verdict: 'unknown', summary: `Whether TLS 1.3 is offered could not be determined: ${text}.` };
}
