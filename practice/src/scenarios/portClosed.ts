import { certificateVerdicts, expectedOfPartner, withoutInformation } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

const skipped = 'skipped';

export const portClosed: Scenario = {
  name: 'port-closed',
  title: 'Port 443 of the partner refuses connections',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['port-closed'],
  change: { hosts: { battlecalfed: { https: 'refuses' } } },
  expected: expectedOfPartner({
    A1: 'warn', A2: skipped, A3: skipped, ...withoutInformation, K1: skipped, N1: 'fail', T1: skipped, T2: skipped, T3: skipped,
    T4: skipped, ...certificateVerdicts(skipped), W1: 'fail', W2: 'fail',
  }),
};
