import { battlecalfedExchange, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const exchange2010: Scenario = {
  name: 'exchange-2010',
  title: 'The partner runs Exchange 2010 SP3 with its last update, on Windows that still offers TLS 1.0',
  plan: 'practice/exchange2010.fedplan.yaml',
  healthy: true,
  diagnosed: [],
  change: { hosts: { battlecalfed: { tls: ['1.0', '1.1', '1.2'], site: { ...battlecalfedExchange, version: [14, 3, 513, 0] } } } },
  // Old versions of TLS beside 1.2 disturb nobody, and Autodiscover gives no address without a login.
  expected: expectedOfPartner({ A3: 'info', T1: 'info', T2: 'info', T4: 'info' }),
};
