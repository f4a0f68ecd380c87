import { battlecalfedHost, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const ewsCertificateExpired: Scenario = {
  name: 'ews-certificate-expired',
  title: 'The certificate of the partner’s EWS host has expired; that of its Autodiscover host has not',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: [],
  change: {
    names: { 'mail.battlecalfed1.example': { A: ['192.0.2.13'] } },
    hosts: { battlecalfedMail: { ...battlecalfedHost, addresses: ['192.0.2.13'], certificate: { ...battlecalfedHost.certificate, life: 'expired' } } },
  },
  // All looks well but where free/busy itself is asked.
  expected: expectedOfPartner({ W2: 'fail' }),
};
