import { battlecalfedHost, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const chainOutOfOrder: Scenario = {
  name: 'chain-out-of-order',
  title: 'The partner’s server sends its chain in the wrong order, the root in it',
  plan: 'practice/healthy.fedplan.yaml',
  change: { hosts: { battlecalfed: { certificate: { ...battlecalfedHost.certificate, chain: 'outOfOrder' } } } },
  expected: expectedOfPartner({ C4: 'info' }),
};
