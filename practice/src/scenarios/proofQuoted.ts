import { battlecalfedProof, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const proofQuoted: Scenario = {
  name: 'proof-quoted',
  title: 'The partner’s proof was published with quotation marks inside',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: [],
  change: {
    names: {
      'battlecalfed1.example': {
        A: ['192.0.2.80'],
        MX: [{ preference: 10, exchange: 'mail.battlecalfed1.example' }],
        TXT: ['v=spf1 mx -all', `"${battlecalfedProof}"`],
      },
    },
  },
  expected: expectedOfPartner({ D3: 'info' }),
};
