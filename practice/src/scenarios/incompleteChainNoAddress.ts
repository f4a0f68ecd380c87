import { battlecalfedHost, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const incompleteChainNoAddress: Scenario = {
  name: 'incomplete-chain-no-address',
  title: 'The partner’s server does not send the intermediate certificate, and nothing names where to get it',
  plan: 'practice/healthy.fedplan.yaml',
  change: { hosts: { battlecalfed: { certificate: { ...battlecalfedHost.certificate, chain: 'leafOnly', namesIssuer: false } } } },
  expected: expectedOfPartner({ A1: 'info', C2: 'warn', C4: 'unknown', C7: 'unknown', C8: 'info', F1: 'warn', W2: 'warn' }),
};
