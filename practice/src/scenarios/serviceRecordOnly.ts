import { battlecalfedHost, certificateVerdicts, expectedOfPartner, withoutInformation } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

const skipped = 'skipped';

export const serviceRecordOnly: Scenario = {
  name: 'srv-only',
  title: 'Autodiscover is published by an SRV record alone: Outlook finds it, Exchange does not',
  plan: 'practice/autodiscoverNotStated.fedplan.yaml',
  diagnosed: ['srv-only'],
  change: {
    names: {
      'autodiscover.battlecalfed1.example': undefined,
      '_autodiscover._tcp.battlecalfed1.example': { SRV: [{ priority: 0, weight: 0, port: 443, target: 'mail.battlecalfed1.example' }] },
    },
    hosts: { battlecalfed: { certificate: { ...battlecalfedHost.certificate, names: ['mail.battlecalfed1.example'] } } },
  },
  // Exchange's own lookup has no SRV step, so it ends at the domain's web site, of which nothing is judged.
  expected: expectedOfPartner({
    D1: 'warn', D2: 'warn', N1: 'info', T1: skipped, T2: skipped, T3: skipped, T4: skipped, ...certificateVerdicts(skipped), W1: skipped,
    ...withoutInformation, A2: skipped, A3: skipped, K1: skipped,
  }),
};
