import { battlecalfedWithoutDomain, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const domainNotFederated: Scenario = {
  name: 'domain-not-federated',
  title: 'The partner has a federation trust that does not hold the domain (InvalidDomain)',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['domain-not-federated'],
  change: { hosts: { battlecalfed: { site: battlecalfedWithoutDomain } } },
  expected: expectedOfPartner({ F2: 'skipped', F4: 'skipped', F1: 'fail' }),
};
