import { battlecalfedHost, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const selfSignedCertificate: Scenario = {
  name: 'self-signed-certificate',
  title: 'The partner’s Exchange server still uses the certificate it signed itself',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['certificate-not-accepted'],
  change: { hosts: { battlecalfed: { certificate: { ...battlecalfedHost.certificate, chain: 'selfSigned' } } } },
  // Exchange would not accept the connection over which the federation information came.
  expected: expectedOfPartner({ A1: 'info', C2: 'fail', C4: 'info', C7: 'info', C8: 'info', F1: 'warn', W2: 'warn' }),
};
