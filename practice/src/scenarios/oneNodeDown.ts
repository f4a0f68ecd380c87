import { battlecalfedHost, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const oneNodeDown: Scenario = {
  name: 'one-node-down',
  title: 'One of the two IPv4 addresses of the partner’s Autodiscover host refuses connections',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['nodes-differ'],
  change: {
    names: { 'autodiscover.battlecalfed1.example': { A: ['192.0.2.10', '192.0.2.11'], AAAA: ['2001:db8:1::10'] } },
    hosts: { battlecalfedSecond: { ...battlecalfedHost, addresses: ['192.0.2.11'], https: 'refuses', http: 'refuses' } },
  },
  // Everything is judged at the node that lives; only who meets the other one fails, now and then.
  expected: expectedOfPartner({ N1: 'warn' }),
};
