import { battlecalfedWithoutDomain, expectedOfPartner, healthyWorld } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const proofNotPropagated: Scenario = {
  name: 'proof-not-propagated',
  title: 'The proof was published just now: the zone’s own server has it, the resolver still remembers that it was not there',
  plan: 'practice/healthy.fedplan.yaml',
  change: {
    cachedNames: { 'battlecalfed1.example': { ...healthyWorld.names['battlecalfed1.example'], TXT: ['v=spf1 mx -all'] } },
    hosts: { battlecalfed: { site: battlecalfedWithoutDomain } },
  },
  // Waiting mends it, so it is no failure, though the domain cannot be added yet.
  expected: expectedOfPartner({ F2: 'skipped', F4: 'skipped', D3: 'warn', F1: 'fail' }),
};
