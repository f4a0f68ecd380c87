import { battlecalfedExchange, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const exchange2019: Scenario = {
  name: 'exchange-2019',
  title: 'The partner runs Exchange 2019 CU15',
  plan: 'practice/exchange2019.fedplan.yaml',
  healthy: true,
  diagnosed: [],
  change: { hosts: { battlecalfed: { site: { ...battlecalfedExchange, version: [15, 2, 1748, 39] } } } },
  // Support has ended, which is information.
  expected: expectedOfPartner({  }),
};
