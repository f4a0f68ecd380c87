import { battlecalfedExchange, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const wssecurityUnpublished: Scenario = {
  name: 'wssecurity-unpublished',
  title: 'The partner’s publisher does not let the WSSecurity paths through (404)',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['path-not-published'],
  change: { hosts: { battlecalfed: { site: { ...battlecalfedExchange, wsSecurity: 'notPublished' } } } },
  expected: expectedOfPartner({ W1: 'fail', W2: 'fail' }),
};
