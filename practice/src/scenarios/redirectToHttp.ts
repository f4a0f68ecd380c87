import { expectedOfPartner, withoutInformation } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const redirectToHttp: Scenario = {
  name: 'redirect-to-http',
  title: 'Autodiscover is redirected to an address that is not encrypted',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['redirect-not-followed'],
  change: {
    hosts: { battlecalfed: { site: { kind: 'redirect', toHost: 'mail.battlecalfed1.example', toScheme: 'http' } } },
  },
  // Nobody follows from https to http.
  expected: expectedOfPartner({ A1: 'warn', A2: 'unknown', A3: 'info', ...withoutInformation, W1: 'warn', W2: 'fail', K1: 'skipped' }),
};
