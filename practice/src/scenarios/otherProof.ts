import { expectedOfPartner, practicemailProof } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const otherProof: Scenario = {
  name: 'other-proof',
  title: 'The partner publishes another proof than the plan states, and is federated',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: [],
  change: {
    names: {
      'battlecalfed1.example': {
        A: ['192.0.2.80'],
        MX: [{ preference: 10, exchange: 'mail.battlecalfed1.example' }],
        TXT: ['v=spf1 mx -all', practicemailProof],
      },
    },
  },
  expected: expectedOfPartner({ D3: 'info' }),
};
