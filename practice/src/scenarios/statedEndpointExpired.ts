import { battlecalfedHost, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const statedEndpointExpired: Scenario = {
  name: 'stated-endpoint-expired',
  title: 'The certificate of the Autodiscover host that the plan states has expired; the lookup finds its answer at another host',
  plan: 'practice/healthy.fedplan.yaml',
  change: {
    names: { 'autodiscover.battlecalfed1.example': { A: ['192.0.2.11'] } },
    hosts: {
      battlecalfedOld: {
        ...battlecalfedHost,
        addresses: ['192.0.2.11'],
        certificate: { ...battlecalfedHost.certificate, life: 'expired' },
        httpSite: { kind: 'redirect', toHost: 'mail.battlecalfed1.example' },
      },
    },
  },
  // A relationship calls what the plan states: the sound certificate of the other host does not help.
  expected: expectedOfPartner({ C3: 'fail', F1: 'warn' }),
};
