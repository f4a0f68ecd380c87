import { expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const autodiscoverEndpointWrong: Scenario = {
  name: 'autodiscover-endpoint-wrong',
  title: 'The relationship’s TargetAutodiscoverEpr leads to the partner’s web site, which answers 404',
  plan: 'practice/endpointWrong.fedplan.yaml',
  diagnosed: ['autodiscover-endpoint-wrong'],
  change: {},
  // Autodiscover itself is well: whoever asks it finds the right address.
  expected: expectedOfPartner({ E1: 'fail', F2: 'info' }),
};
