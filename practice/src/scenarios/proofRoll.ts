import { battlecalfedProof, expectedOfPartner, healthyWorld, practicemailProof } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const proofRoll: Scenario = {
  name: 'proof-roll',
  title: 'The partner rolls its federation certificate: two proofs stand side by side in DNS',
  plan: 'practice/healthy.fedplan.yaml',
  healthy: true,
  diagnosed: [],
  change: {
    names: {
      'battlecalfed1.example': {
        ...healthyWorld.names['battlecalfed1.example'],
        // Of whatever certificate: proofs cannot be told from each other from outside. The first comes in two character-strings, as some DNS servers keep them.
        TXT: ['v=spf1 mx -all', [battlecalfedProof.slice(0, 40), battlecalfedProof.slice(40)], practicemailProof],
      },
    },
  },
  expected: expectedOfPartner({}),
};
