import { expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const serviceRecordPort444: Scenario = {
  name: 'srv-port-444',
  title: 'The SRV record of Autodiscover names port 444, which Microsoft’s clients pass over',
  plan: 'practice/healthy.fedplan.yaml',
  change: {
    names: { '_autodiscover._tcp.battlecalfed1.example': { SRV: [{ priority: 0, weight: 0, port: 444, target: 'mail.battlecalfed1.example' }] } },
  },
  // Of no effect on the federation, whose lookup does not ask for it.
  expected: expectedOfPartner({ D2: 'info' }),
};
