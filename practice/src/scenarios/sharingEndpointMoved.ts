import { battlecalfedHost, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const sharingEndpointMoved: Scenario = {
  name: 'sharing-endpoint-moved',
  title: 'The sharing endpoint that the relationship states has moved (302, “Object moved”)',
  plan: 'practice/statedEndpoints.fedplan.yaml',
  diagnosed: ['sharing-endpoint-moved'],
  change: {
    names: { 'mail.battlecalfed1.example': { A: ['192.0.2.12'] } },
    hosts: {
      battlecalfedOld: { ...battlecalfedHost, addresses: ['192.0.2.12'], site: { kind: 'redirect', toHost: 'mail2.battlecalfed1.example', everyPath: true } },
    },
  },
  // It overrides Autodiscover, which is well.
  expected: expectedOfPartner({ E1: 'warn', W2: 'warn' }),
};
