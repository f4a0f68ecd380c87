import { expectedOfBoth } from '../healthy.ts';
import { withMicrosoftServices } from '../microsoftServices.ts';
import type { Scenario } from '../scenario.ts';

export const microsoftAnswers: Scenario = {
  name: 'microsoft-answers',
  title: 'Microsoft’s gateway and cloud are asked too, and neither organization is in the cloud',
  plan: 'practice/healthy.fedplan.yaml',
  healthy: true,
  diagnosed: [],
  microsoftServices: true,
  change: withMicrosoftServices(),
  // Both run Exchange of their own alone, and the gateway answers.
  expected: expectedOfBoth({ F3: 'pass', G1: 'pass', G2: 'pass', G3: 'pass' }),
};
