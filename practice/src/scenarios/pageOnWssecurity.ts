import { battlecalfedExchange, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const pageOnWssecurity: Scenario = {
  name: 'page-on-wssecurity',
  title: 'A web application firewall answers the WSSecurity paths with a page of its own (200, HTML)',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['page-in-between'],
  change: { hosts: { battlecalfed: { site: { ...battlecalfedExchange, wsSecurity: 'webPage' } } } },
  expected: expectedOfPartner({ W1: 'fail', W2: 'fail' }),
};
