import { battlecalfedHost, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const clientCertificate: Scenario = {
  name: 'client-certificate',
  title: 'The partner’s certificate is made for clients, not for servers',
  plan: 'practice/healthy.fedplan.yaml',
  change: { hosts: { battlecalfed: { certificate: { ...battlecalfedHost.certificate, madeFor: 'clients' } } } },
  expected: expectedOfPartner({ A1: 'info', C2: 'fail', C5: 'fail', F1: 'warn', W2: 'warn' }),
};
