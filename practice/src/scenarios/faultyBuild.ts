import { battlecalfedExchange, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const faultyBuild: Scenario = {
  name: 'faulty-build',
  title: 'The partner runs Exchange 2013 CU6, which fails for mailboxes on its older servers',
  plan: 'practice/exchange2013.fedplan.yaml',
  diagnosed: ['faulty-build'],
  change: { hosts: { battlecalfed: { site: { ...battlecalfedExchange, version: [15, 0, 995, 29] } } } },
  // Whether it has older servers, nobody sees from outside.
  expected: expectedOfPartner({ A3: 'info', F4: 'info' }),
};
