import { certificateVerdicts, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

const unknown = 'unknown';

export const noTlsOnPort: Scenario = {
  name: 'no-tls-on-port-443',
  title: 'Port 443 of the partner speaks plain HTTP',
  plan: 'practice/healthy.fedplan.yaml',
  change: { hosts: { battlecalfed: { https: 'nonsense' } } },
  expected: expectedOfPartner({
    A1: unknown, A2: unknown, A3: unknown, F2: 'skipped', F4: 'skipped', K1: 'skipped', R1: 'skipped', T1: unknown, T2: unknown,
    T3: 'fail', T4: unknown, ...certificateVerdicts(unknown), F1: unknown, W1: unknown, W2: unknown,
  }),
};
