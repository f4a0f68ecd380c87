import { battlecalfedExchange, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const exchangeSubscriptionEdition: Scenario = {
  name: 'exchange-se',
  title: 'The partner runs Exchange Server Subscription Edition',
  plan: 'practice/exchangeSubscriptionEdition.fedplan.yaml',
  healthy: true,
  diagnosed: [],
  change: { hosts: { battlecalfed: { tls: ['1.2'], site: { ...battlecalfedExchange, version: [15, 2, 2562, 37] } } } },
  // The one version that is supported; TLS 1.2 is enough.
  expected: expectedOfPartner({ T4: 'info', R1: 'pass' }),
};
