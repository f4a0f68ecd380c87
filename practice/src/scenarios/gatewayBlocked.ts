import { expectedOfBoth } from '../healthy.ts';
import { withMicrosoftServices } from '../microsoftServices.ts';
import type { Scenario } from '../scenario.ts';

export const gatewayBlocked: Scenario = {
  name: 'gateway-blocked',
  title: 'A filter of this network answers in the place of Microsoft’s federation gateway',
  plan: 'practice/healthy.fedplan.yaml',
  microsoftServices: true,
  change: withMicrosoftServices([], { site: { kind: 'gateway', blocked: true } }),
  // A page in the token issuer’s place tells nothing of it; the domain service shows a page of its own to anybody.
  expected: expectedOfBoth({ F3: 'pass', G1: 'warn', G2: 'unknown', G3: 'pass' }),
};
