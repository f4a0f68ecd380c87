import { healthyWorld, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const proofMissing: Scenario = {
  name: 'proof-missing',
  title: 'The partner’s domain has lost the TXT record with its federation proof',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: [],
  change: { names: { 'battlecalfed1.example': { ...healthyWorld.names['battlecalfed1.example'], TXT: ['v=spf1 mx -all'] } } },
  // The proof is needed at set-up only: a federation that answers NoError works without it.
  expected: expectedOfPartner({ D3: 'info' }),
};
