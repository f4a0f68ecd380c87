import { expectedOfPartner, healthyWorld } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const mailInTheCloud: Scenario = {
  name: 'mail-in-the-cloud',
  title: 'The partner’s plan says on premises, while mail for the domain enters by Exchange Online',
  plan: 'practice/healthy.fedplan.yaml',
  healthy: true,
  change: {
    names: {
      'battlecalfed1.example': {
        ...healthyWorld.names['battlecalfed1.example'],
        MX: [{ preference: 0, exchange: 'battlecalfed1-example.mail.protection.outlook.com' }],
      },
    },
  },
  // A hint, not a fault: mail may only be filtered there.
  expected: expectedOfPartner({ D5: 'info' }),
};
