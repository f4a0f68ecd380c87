import { battlecalfedExchange, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const notFederated: Scenario = {
  name: 'not-federated',
  title: 'The partner has no federation trust (GetFederationInformation says NotFederated)',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['not-federated'],
  change: {
    hosts: { battlecalfed: { site: { ...battlecalfedExchange, federation: { ...battlecalfedExchange.federation, trust: 'none' } } } },
  },
  expected: expectedOfPartner({ F2: 'skipped', F4: 'skipped', F1: 'fail' }),
};
