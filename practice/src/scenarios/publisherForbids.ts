import { battlecalfedExchange, expectedOfPartner, withoutInformation } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const publisherForbids: Scenario = {
  name: 'publisher-forbids',
  title: 'The partner’s publisher forbids Autodiscover and EWS (403)',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['publisher-forbids'],
  change: { hosts: { battlecalfed: { site: { kind: 'published', front: 'forbids', behind: battlecalfedExchange } } } },
  // No mark of Exchange: it was not reached.
  expected: expectedOfPartner({ A1: 'warn', A2: 'unknown', A3: 'info', ...withoutInformation, W1: 'fail', W2: 'fail', K1: 'skipped' }),
};
