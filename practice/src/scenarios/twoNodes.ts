import { battlecalfedExchange, battlecalfedHost, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

const records = { A: ['192.0.2.10', '192.0.2.11'], AAAA: ['2001:db8:1::10', '2001:db8:1::11'] };

export const twoNodes: Scenario = {
  name: 'two-nodes',
  title: 'Two servers of the partner stand behind one name, one of them updated already, each with two addresses',
  plan: 'practice/healthy.fedplan.yaml',
  healthy: true,
  diagnosed: [],
  change: {
    names: { 'autodiscover.battlecalfed1.example': records, 'mail.battlecalfed1.example': records },
    hosts: {
      battlecalfedSecond: {
        ...battlecalfedHost,
        addresses: ['192.0.2.11', '2001:db8:1::11'],
        site: { ...battlecalfedExchange, server: 'BCF-EX02', version: [15, 1, 2507, 61] },
      },
    },
  },
  expected: expectedOfPartner({}),
};
