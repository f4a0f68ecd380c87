import { expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const statedEndpoints: Scenario = {
  name: 'stated-endpoints',
  title: 'The plan’s relationships state their endpoints, and these are right',
  plan: 'practice/statedEndpoints.fedplan.yaml',
  healthy: true,
  diagnosed: [],
  change: {},
  // Both endpoints take the federation’s tokens.
  expected: expectedOfPartner({ E1: 'pass' }),
};
