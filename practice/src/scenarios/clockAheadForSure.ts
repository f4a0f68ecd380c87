import { battlecalfedExchange, expectedOfBoth } from '../healthy.ts';
import { withMicrosoftServices } from '../microsoftServices.ts';
import type { Scenario } from '../scenario.ts';

const { hosts, ...microsoft } = withMicrosoftServices();

export const clockAheadForSure: Scenario = {
  name: 'clock-ahead-for-sure',
  title: 'The clock of the partner’s servers is seven minutes ahead of Microsoft’s',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['clock-wrong'],
  microsoftServices: true,
  change: { ...microsoft, hosts: { ...hosts, battlecalfed: { site: { ...battlecalfedExchange, clockAhead: 420 } } } },
  // Two clocks against one: tokens tolerate five minutes.
  expected: expectedOfBoth({ F3: 'pass', G1: 'pass', G2: 'pass', G3: 'pass' }, { K1: 'fail' }),
};
