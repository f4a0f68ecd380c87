import { battlecalfedHost, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const redirectOnly: Scenario = {
  name: 'redirect-only',
  title: 'Only an http redirect leads to the partner’s Autodiscover; the usual host has no https',
  plan: 'practice/autodiscoverNotStated.fedplan.yaml',
  diagnosed: ['redirect-only'],
  change: {
    names: { 'autodiscover.battlecalfed1.example': { A: ['192.0.2.81'] } },
    hosts: {
      battlecalfedRedirect: {
        ...battlecalfedHost,
        addresses: ['192.0.2.81'],
        https: 'refuses',
        httpSite: { kind: 'redirect', toHost: 'mail.battlecalfed1.example' },
      },
    },
  },
  // The lookup's last step finds the answer; Exchange asks whether to trust such a redirect.
  expected: expectedOfPartner({ N1: 'info', F1: 'info' }),
};
