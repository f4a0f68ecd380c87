import { battlecalfedWebHost, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const neglectedWebSite: Scenario = {
  name: 'neglected-web-site',
  title: 'The web site at the partner’s domain has an expired certificate and TLS 1.0 alone; the federation does not use it',
  plan: 'practice/healthy.fedplan.yaml',
  healthy: true,
  diagnosed: [],
  change: { hosts: { battlecalfedWeb: { tls: ['1.0'], certificate: { ...battlecalfedWebHost.certificate, life: 'expired', chain: 'selfSigned' } } } },
  // Autodiscover has a host of its own.
  expected: expectedOfPartner({}),
};
