import { expectedOfPartner, healthyWorld, withoutInformation } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const wildcardRecord: Scenario = {
  name: 'wildcard-dns',
  title: 'Autodiscover is not published; a wildcard leads its name, and every other one, to the web site',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['web-site-answers'],
  change: {
    names: {
      'autodiscover.battlecalfed1.example': undefined,
      '*.battlecalfed1.example': { A: healthyWorld.names['battlecalfed1.example']?.A ?? [] },
    },
  },
  // The name resolves, so only what answers there shows that it is the web site.
  expected: expectedOfPartner({ D4: 'info', C1: 'fail', W1: 'fail', A1: 'warn', A2: 'unknown', A3: 'info', ...withoutInformation, K1: 'skipped' }),
};
