import { battlecalfedExchange, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const consumerGateway: Scenario = {
  name: 'consumer-gateway',
  title: 'The partner’s trust is with the consumer instance of the gateway, discontinued in 2014',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['consumer-gateway'],
  change: { hosts: { battlecalfed: { site: { ...battlecalfedExchange, federation: { ...battlecalfedExchange.federation, gateway: 'consumer' } } } } },
  // What the answer says of domains and version is not compared: it counts for nothing.
  expected: expectedOfPartner({ F1: 'fail', F2: 'skipped', F4: 'skipped' }),
};
