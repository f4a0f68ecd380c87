import { certificateVerdicts, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

const unknown = 'unknown';

export const silentPort: Scenario = {
  name: 'silent-port',
  title: 'Port 443 of the partner accepts connections and never answers',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: [],
  keepsSilent: true,
  change: { hosts: { battlecalfed: { https: 'silent' } } },
  expected: expectedOfPartner({
    A1: unknown, A2: unknown, A3: unknown, F2: 'skipped', F4: 'skipped', K1: 'skipped', R1: 'skipped', T1: unknown, T2: unknown,
    T3: unknown, T4: unknown, ...certificateVerdicts(unknown), F1: unknown, W1: unknown, W2: unknown,
  }),
};
