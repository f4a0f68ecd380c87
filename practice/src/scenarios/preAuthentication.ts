import { battlecalfedExchange, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const preAuthentication: Scenario = {
  name: 'pre-authentication',
  title: 'A gateway before the partner’s Exchange wants a login on the WSSecurity paths',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['pre-authentication'],
  change: { hosts: { battlecalfed: { site: { ...battlecalfedExchange, wsSecurity: 'preAuthentication' } } } },
  expected: expectedOfPartner({ W1: 'fail', W2: 'fail' }),
};
