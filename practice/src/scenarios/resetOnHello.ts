import { certificateVerdicts, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

const unknown = 'unknown';

export const resetOnHello: Scenario = {
  name: 'reset-on-hello',
  title: 'The partner’s publisher resets every connection as soon as it hears a TLS hello',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: [],
  change: { hosts: { battlecalfed: { https: 'resets' } } },
  // A firewall that lets known networks in does that to all others: nothing is known of what stands behind it.
  expected: expectedOfPartner({
    A1: unknown, A2: unknown, A3: unknown, F2: 'skipped', F4: 'skipped', K1: 'skipped', R1: 'skipped', T1: unknown, T2: unknown,
    T3: unknown, T4: unknown, ...certificateVerdicts(unknown), F1: unknown, W1: unknown, W2: unknown,
  }),
};
