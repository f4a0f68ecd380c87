import { expectedOfPartner, healthyVerdicts, secondDomain } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';
import { severalDomains } from './severalDomains.ts';

export const relationshipEndpoint: Scenario = {
  name: 'relationship-endpoint',
  title: 'The partner’s second domain has no Autodiscover name of its own; only the relationship states where it is served',
  plan: 'practice/relationshipEndpoint.fedplan.yaml',
  healthy: true,
  diagnosed: [],
  change: severalDomains.change,
  expected: {
    ...expectedOfPartner({}),
    battlecalfed: {
      'battlecalfed1.example': { ...healthyVerdicts, E1: 'pass' },
      [secondDomain]: { ...healthyVerdicts, D1: 'info', A1: 'info', A3: 'skipped', F1: 'info', E1: 'pass' },
    },
  },
};
