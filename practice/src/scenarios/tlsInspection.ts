import { battlecalfedHost, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const tlsInspection: Scenario = {
  name: 'tls-inspection',
  title: 'A device on the way inspects TLS and shows a certificate of its own',
  plan: 'practice/healthy.fedplan.yaml',
  change: { hosts: { battlecalfed: { certificate: { ...battlecalfedHost.certificate, authority: 'inspection' } } } },
  expected: expectedOfPartner({ A1: 'info', C2: 'warn', C4: 'unknown', C7: 'info', C8: 'warn', F1: 'warn', W2: 'warn' }),
};
