import { expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const healthy: Scenario = {
  name: 'healthy',
  title: 'Both organizations are federated and published as they should be',
  plan: 'practice/healthy.fedplan.yaml',
  healthy: true,
  diagnosed: [],
  change: {},
  expected: expectedOfPartner({}),
};
