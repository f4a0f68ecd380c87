import { battlecalfedExchange, expectedOfPartner, withoutInformation } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const adfsLogin: Scenario = {
  name: 'adfs-login',
  title: 'Web Application Proxy sends every request to the login page of AD FS',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['pre-authentication'],
  change: { hosts: { battlecalfed: { site: { kind: 'published', front: 'adfs', behind: battlecalfedExchange } } } },
  // The federation's calls carry tokens that only Exchange can read: at a login of another's they end.
  expected: expectedOfPartner({ A1: 'warn', A2: 'unknown', A3: 'info', ...withoutInformation, W1: 'fail', W2: 'fail', K1: 'skipped' }),
};
