import { battlecalfedExchange, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const otherApplicationUri: Scenario = {
  name: 'other-application-uri',
  title: 'The relationship states another ApplicationUri than the partner’s Exchange does',
  plan: 'practice/statedEndpoints.fedplan.yaml',
  diagnosed: ['other-application-uri'],
  change: {
    hosts: {
      battlecalfed: { site: { ...battlecalfedExchange, federation: { ...battlecalfedExchange.federation, applicationUri: 'FYDIBOHF25SPDLT.other.example' } } },
    },
  },
  // Tokens made for one are refused by the other.
  expected: expectedOfPartner({ E1: 'pass', F2: 'fail' }),
};
