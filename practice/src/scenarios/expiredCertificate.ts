import { battlecalfedHost, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const expiredCertificate: Scenario = {
  name: 'expired-certificate',
  title: 'The certificate of the partner’s Autodiscover and EWS host has expired',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['certificate-not-accepted'],
  change: { hosts: { battlecalfed: { certificate: { ...battlecalfedHost.certificate, life: 'expired' } } } },
  // Exchange would not accept the connection over which the federation information came.
  expected: expectedOfPartner({ A1: 'info', C3: 'fail', F1: 'warn', W2: 'fail' }),
};
