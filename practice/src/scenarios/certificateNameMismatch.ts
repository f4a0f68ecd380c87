import { battlecalfedHost, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const certificateNameMismatch: Scenario = {
  name: 'certificate-name-mismatch',
  title: 'The certificate of the partner’s Autodiscover host names its web site only',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['certificate-not-accepted'],
  change: { hosts: { battlecalfed: { certificate: { ...battlecalfedHost.certificate, names: ['www.battlecalfed1.example'] } } } },
  // Exchange would not accept the connection over which the federation information came.
  expected: expectedOfPartner({ A1: 'info', C1: 'fail', F1: 'warn', W2: 'fail' }),
};
