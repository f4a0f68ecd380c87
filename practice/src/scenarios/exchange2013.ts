import { battlecalfedExchange, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const exchange2013: Scenario = {
  name: 'exchange-2013',
  title: 'The partner runs Exchange 2013 CU23, on Windows that knows no TLS 1.3',
  plan: 'practice/exchange2013.fedplan.yaml',
  healthy: true,
  diagnosed: [],
  change: { hosts: { battlecalfed: { tls: ['1.0', '1.1', '1.2'], site: { ...battlecalfedExchange, version: [15, 0, 1497, 48] } } } },
  // As with Exchange 2010.
  expected: expectedOfPartner({ A3: 'info', T1: 'info', T2: 'info', T4: 'info' }),
};
