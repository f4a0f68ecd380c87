import { expectedOfBoth } from '../healthy.ts';
import { withMicrosoftServices } from '../microsoftServices.ts';
import type { Scenario } from '../scenario.ts';

export const gatewayBlocked: Scenario = {
  name: 'gateway-blocked',
  title: 'A filter of this network answers in the place of Microsoft’s federation gateway',
  plan: 'practice/healthy.fedplan.yaml',
  microsoftServices: true,
  change: withMicrosoftServices([], { site: { kind: 'gateway', blocked: true } }),
  // Of the other two addresses it is not known what they say to a GET, so their page is no finding.
  expected: expectedOfBoth({ F3: 'pass', G1: 'warn', G2: 'pass', G3: 'pass' }),
};
