import { expectedOfBoth } from '../healthy.ts';
import { withMicrosoftServices } from '../microsoftServices.ts';
import type { Scenario } from '../scenario.ts';

export const gatewayInspected: Scenario = {
  name: 'gateway-inspected',
  title: 'A device of this network opens the connections to Microsoft’s federation gateway',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['tls-inspection'],
  microsoftServices: true,
  change: withMicrosoftServices([], { certificate: { names: ['nexus.microsoftonline-p.com', 'login.microsoftonline.com', 'domains.live.com'], life: 'current', chain: 'selfSigned' } }),
  // Its certificate is not one that Exchange accepts.
  expected: expectedOfBoth({ F3: 'pass', G1: 'warn', G2: 'warn', G3: 'warn' }),
};
