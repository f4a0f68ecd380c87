import { battlecalfedExchange, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const clockAhead: Scenario = {
  name: 'clock-ahead',
  title: 'The clock of the partner’s servers is seven minutes ahead',
  plan: 'practice/healthy.fedplan.yaml',
  change: { hosts: { battlecalfed: { site: { ...battlecalfedExchange, clockAhead: 420 } } } },
  // With nobody else's clock to compare, this machine's may be the wrong one.
  expected: expectedOfPartner({ K1: 'warn' }),
};
