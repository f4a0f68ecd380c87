import { battlecalfedExchange, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const poolStopped: Scenario = {
  name: 'pool-stopped',
  title: 'The application pool behind the partner’s Autodiscover and EWS is stopped (503 of Windows itself)',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['pool-stopped'],
  change: { hosts: { battlecalfed: { site: { kind: 'published', front: 'stopped', behind: battlecalfedExchange } } } },
  // It may be for a moment only, so what the lookup would find is unknown.
  expected: expectedOfPartner({ A1: 'unknown', A2: 'unknown', A3: 'info', F1: 'unknown', F2: 'skipped', F4: 'skipped', R1: 'skipped', W1: 'fail', W2: 'fail', K1: 'skipped' }),
};
