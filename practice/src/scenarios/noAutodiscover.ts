import { certificateVerdicts, expectedOfPartner, withoutInformation } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

const skipped = 'skipped';

export const noAutodiscover: Scenario = {
  name: 'no-autodiscover',
  title: 'The name autodiscover.battlecalfed1.example is not in DNS (NXDOMAIN)',
  plan: 'practice/healthy.fedplan.yaml',
  change: { names: { 'autodiscover.battlecalfed1.example': undefined } },
  // The lookup goes on to the domain itself, where a web site lives that the federation does not use: nothing of it is judged.
  expected: expectedOfPartner({
    A1: 'warn', A2: skipped, A3: skipped, ...withoutInformation, K1: skipped, D1: 'warn', N1: 'info', T1: skipped, T2: skipped, T3: skipped,
    T4: skipped, ...certificateVerdicts(skipped), W1: 'fail',
  }),
};
