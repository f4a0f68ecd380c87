import { battlecalfedExchange, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const innerWebServicesAddress: Scenario = {
  name: 'inner-web-services-address',
  title: 'Autodiscover gives out an EWS address of the partner’s inner network',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['inner-web-services-address'],
  change: { hosts: { battlecalfed: { site: { ...battlecalfedExchange, webServicesUrl: 'https://bcf-ex01.battlecalfed1.example.local/EWS/Exchange.asmx' } } } },
  // Autodiscover succeeds, and free/busy then fails.
  expected: expectedOfPartner({ A3: 'warn' }),
};
