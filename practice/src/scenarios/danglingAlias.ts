import { certificateVerdicts, expectedOfPartner, withoutInformation } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

const skipped = 'skipped';

export const danglingAlias: Scenario = {
  name: 'dangling-alias',
  title: 'autodiscover.battlecalfed1.example is an alias of a host that was removed from DNS',
  plan: 'practice/healthy.fedplan.yaml',
  change: { names: { 'autodiscover.battlecalfed1.example': { CNAME: 'owa.battlecalfed1.example' } } },
  expected: expectedOfPartner({
    A1: 'warn', A2: skipped, A3: skipped, ...withoutInformation, K1: skipped, D1: 'warn', N1: 'info', T1: skipped, T2: skipped, T3: skipped,
    T4: skipped, ...certificateVerdicts(skipped), W1: 'fail',
  }),
};
