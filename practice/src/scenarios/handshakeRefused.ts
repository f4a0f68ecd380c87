import { certificateVerdicts, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

const unknown = 'unknown';

export const handshakeRefused: Scenario = {
  name: 'handshake-refused',
  title: 'The partner’s publisher refuses every TLS handshake without saying that the version is the reason (handshake_failure)',
  plan: 'practice/healthy.fedplan.yaml',
  change: { hosts: { battlecalfed: { https: 'refusesHandshake' } } },
  // A missing cipher suite, a wrong server name and a filter look the same: nothing is known of the versions.
  expected: expectedOfPartner({
    A1: unknown, A2: unknown, A3: unknown, F2: 'skipped', F4: 'skipped', K1: 'skipped', R1: 'skipped', T1: unknown, T2: unknown,
    T3: unknown, T4: unknown, ...certificateVerdicts(unknown), F1: unknown, W1: unknown, W2: unknown,
  }),
};
