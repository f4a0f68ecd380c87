import { expectedOfPartner, withoutInformation } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const redirectLoop: Scenario = {
  name: 'redirect-loop',
  title: 'Autodiscover is redirected to itself without end',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['redirect-not-followed'],
  change: { hosts: { battlecalfed: { site: { kind: 'redirect', toHost: 'autodiscover.battlecalfed1.example' } } } },
  // The search ends where it has been before.
  expected: expectedOfPartner({ A1: 'warn', A2: 'unknown', A3: 'info', ...withoutInformation, W1: 'warn', W2: 'fail', K1: 'skipped' }),
};
