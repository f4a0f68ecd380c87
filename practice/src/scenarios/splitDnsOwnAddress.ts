import { expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const splitDnsOwnAddress: Scenario = {
  name: 'split-dns-inner-address',
  title: 'Inside the user’s network the Autodiscover host has an inner address, outside a public one',
  plan: 'practice/healthy.fedplan.yaml',
  change: { innerNames: { 'autodiscover.battlecalfed1.example': { A: ['10.20.30.40'] } } },
  expected: expectedOfPartner({ D1: 'info' }),
};
