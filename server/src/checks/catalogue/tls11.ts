import type { Check, CheckContext, Outcome } from '../engine/check.ts';
import { askEarly, judgeOldVersion } from './tlsVersions.ts';

/** T2: TLS 1.1, withdrawn like 1.0. */
export const tls11: Check = {
  id: 'T2',
  title: 'TLS 1.1',
  group: 'TLS',
  asks: 'One hand-made ClientHello that offers TLS 1.1 only, to each address.',
  guidance: ['G12'],
  needs: ['N1'],
  considers: [],
  ask: (context) => askEarly(context, '1.1'),
  run: (context: CheckContext): Promise<Outcome> => judgeOldVersion(context, '1.1'),
};
