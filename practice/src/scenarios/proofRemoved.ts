import { expectedOfPartner, healthyWorld } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const proofRemoved: Scenario = {
  name: 'proof-removed',
  title: 'The proof was removed from the partner’s zone; the resolver still remembers it',
  plan: 'practice/healthy.fedplan.yaml',
  change: {
    names: { 'battlecalfed1.example': { ...healthyWorld.names['battlecalfed1.example'], TXT: ['v=spf1 mx -all'] } },
    cachedNames: { 'battlecalfed1.example': healthyWorld.names['battlecalfed1.example'] },
  },
  // The federation works without it until the next roll of the certificate.
  expected: expectedOfPartner({ D3: 'info' }),
};
