import { certificateVerdicts, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

const skipped = 'skipped';

export const nameServerFails: Scenario = {
  name: 'name-server-fails',
  title: 'The partner’s name servers answer SERVFAIL, so nothing can be said of the domain',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: [],
  change: {
    names: {
      'battlecalfed1.example': { fails: 'SERVFAIL' },
      'autodiscover.battlecalfed1.example': { fails: 'SERVFAIL' },
      'mail.battlecalfed1.example': { fails: 'SERVFAIL' },
      '_autodiscover._tcp.battlecalfed1.example': { fails: 'SERVFAIL' },
    },
  },
  // Not determined is not failed; what stands on the unknown is not tried.
  expected: expectedOfPartner({
    D1: 'unknown', D2: 'unknown', D3: 'unknown', D4: skipped, D5: 'unknown', N1: skipped, T1: skipped, T2: skipped, T3: skipped, T4: skipped,
    ...certificateVerdicts(skipped), F1: skipped, W1: skipped, W2: 'unknown',
    A1: 'unknown', A2: skipped, A3: skipped, F2: skipped, F4: skipped, K1: skipped, R1: skipped,
  }),
};
