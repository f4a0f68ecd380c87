import { battlecalfedHost, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

const addresses = ['2001:db8:1::10'];

export const ipv6Only: Scenario = {
  name: 'ipv6-only',
  title: 'The partner’s Exchange is reached over IPv6 alone',
  plan: 'practice/healthy.fedplan.yaml',
  healthy: true,
  diagnosed: [],
  change: {
    names: { 'autodiscover.battlecalfed1.example': { AAAA: addresses }, 'mail.battlecalfed1.example': { AAAA: addresses } },
    hosts: { battlecalfed: { ...battlecalfedHost, addresses } },
  },
  expected: expectedOfPartner({}),
};
