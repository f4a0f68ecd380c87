import { expectedOfPartner, healthyVerdicts, secondDomain, withoutInformation, withSecondDomain } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const domainLeftOut: Scenario = {
  name: 'domain-left-out',
  title: 'The partner’s second domain was never added to its federation; the first works',
  plan: 'practice/severalDomains.fedplan.yaml',
  diagnosed: ['domains-left-out', 'domain-not-federated'],
  change: withSecondDomain,
  // The answer for the first domain lists all that are federated, and the second is not among them.
  expected: {
    ...expectedOfPartner({}),
    battlecalfed: {
      'battlecalfed1.example': { ...healthyVerdicts, F2: 'warn' },
      [secondDomain]: { ...healthyVerdicts, ...withoutInformation, D1: 'info', A1: 'info', A3: 'skipped', R1: 'info' },
    },
  },
};
