import { battlecalfedProof, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const proofSplit: Scenario = {
  name: 'proof-split',
  title: 'The partner’s proof is published as one record of two strings',
  plan: 'practice/healthy.fedplan.yaml',
  healthy: true,
  diagnosed: [],
  change: {
    names: {
      'battlecalfed1.example': {
        A: ['192.0.2.80'],
        MX: [{ preference: 10, exchange: 'mail.battlecalfed1.example' }],
        TXT: ['v=spf1 mx -all', [battlecalfedProof.slice(0, 40), battlecalfedProof.slice(40)]],
      },
    },
  },
  expected: expectedOfPartner({}),
};
