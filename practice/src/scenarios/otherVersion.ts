import { battlecalfedExchange, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const otherVersion: Scenario = {
  name: 'other-version',
  title: 'The server that answers is an Exchange 2019, the plan says 2016',
  plan: 'practice/healthy.fedplan.yaml',
  healthy: true,
  diagnosed: [],
  change: { hosts: { battlecalfed: { site: { ...battlecalfedExchange, version: [15, 2, 1748, 24] } } } },
  // Versions may stand side by side.
  expected: expectedOfPartner({ F4: 'info' }),
};
