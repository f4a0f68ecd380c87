import { battlecalfedExchange, expectedOfPartner, withoutInformation } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const handlerMissing: Scenario = {
  name: 'handler-missing',
  title: 'The handler for .svc files is missing in IIS: Autodiscover takes no POST (405)',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['handler-missing'],
  change: { hosts: { battlecalfed: { site: { kind: 'published', front: 'noPost', behind: battlecalfedExchange } } } },
  // The page that a browser shows is well, and so is EWS.
  expected: expectedOfPartner({ ...withoutInformation, W1: 'fail' }),
};
