import { battlecalfedHost, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const incompleteChain: Scenario = {
  name: 'incomplete-chain',
  title: 'The partner’s server sends its certificate without the intermediate one',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['incomplete-chain'],
  change: { hosts: { battlecalfed: { certificate: { ...battlecalfedHost.certificate, chain: 'leafOnly' } } } },
  expected: expectedOfPartner({ A1: 'info', C2: 'warn', C4: 'warn', F1: 'warn', W2: 'warn' }),
};
