import { expectedOfBoth } from '../healthy.ts';
import { withMicrosoftServices } from '../microsoftServices.ts';
import type { Scenario } from '../scenario.ts';

export const hybridPartner: Scenario = {
  name: 'hybrid-partner',
  title: 'The partner is hybrid: its own Exchange and Exchange Online both answer for the domain',
  plan: 'practice/healthy.fedplan.yaml',
  healthy: true,
  diagnosed: ['hybrid-partner'],
  microsoftServices: true,
  change: withMicrosoftServices(['battlecalfed1.example']),
  // Which side holds the mailboxes is for the partner to say.
  expected: expectedOfBoth({ F3: 'pass', G1: 'pass', G2: 'pass', G3: 'pass' }, { F3: 'info' }),
};
