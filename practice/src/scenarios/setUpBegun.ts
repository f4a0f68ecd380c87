import { battlecalfedWithoutDomain, expectedOfPartner, healthyWorld } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const setUpBegun: Scenario = {
  name: 'set-up-begun',
  title: 'The partner is setting federation up: its domain has no proof in DNS yet, so it is not federated',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['proof-not-taken'],
  change: {
    names: { 'battlecalfed1.example': { ...healthyWorld.names['battlecalfed1.example'], TXT: ['v=spf1 mx -all'] } },
    hosts: { battlecalfed: { site: battlecalfedWithoutDomain } },
  },
  // Here the proof is what is missing: the gateway adds no domain without it.
  expected: expectedOfPartner({ F2: 'skipped', F4: 'skipped', D3: 'fail', F1: 'fail' }),
};
