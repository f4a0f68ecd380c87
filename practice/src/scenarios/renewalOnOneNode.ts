import { battlecalfedHost, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const renewalOnOneNode: Scenario = {
  name: 'renewal-on-one-node',
  title: 'A renewed certificate was put on one of the partner’s two nodes only',
  plan: 'practice/healthy.fedplan.yaml',
  change: {
    names: { 'autodiscover.battlecalfed1.example': { A: ['192.0.2.10', '192.0.2.11'], AAAA: ['2001:db8:1::10'] } },
    hosts: {
      battlecalfedSecond: { ...battlecalfedHost, addresses: ['192.0.2.11'], certificate: { ...battlecalfedHost.certificate, life: 'renewalDue' } },
    },
  },
  expected: expectedOfPartner({ C3: 'info', C8: 'warn' }),
};
