import { expectedOfBoth, healthyWorld } from '../healthy.ts';
import { withMicrosoftServices } from '../microsoftServices.ts';
import type { Scenario } from '../scenario.ts';

const { names, ...microsoft } = withMicrosoftServices(['battlecalfed1.example']);

export const hybridCloudMailboxes: Scenario = {
  name: 'hybrid-cloud-mailboxes',
  title: 'The partner is hybrid, its mailboxes are in Exchange Online, and the relationship aims there as it should',
  plan: 'practice/hybridCloudMailboxes.fedplan.yaml',
  healthy: true,
  diagnosed: ['hybrid-partner'],
  microsoftServices: true,
  change: {
    ...microsoft,
    names: {
      ...names,
      'battlecalfed1.example': {
        ...healthyWorld.names['battlecalfed1.example'],
        MX: [{ preference: 0, exchange: 'battlecalfed1-example.mail.protection.outlook.com' }],
      },
    },
  },
  // Each side has a URI of its own: what Autodiscover on premises says of itself is nothing against the cloud's.
  expected: expectedOfBoth({ F3: 'pass', G1: 'pass', G2: 'pass', G3: 'pass' }, { D5: 'info', F2: 'info', F3: 'info' }),
};
