import { battlecalfedExchange, expectedOfPartner, withoutInformation } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const applicationProxyLogin: Scenario = {
  name: 'application-proxy-login',
  title: 'Microsoft’s application proxy sends every request to the cloud’s login page',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['pre-authentication'],
  change: { hosts: { battlecalfed: { site: { kind: 'published', front: 'applicationProxy', behind: battlecalfedExchange } } } },
  // The federation's calls carry tokens that only Exchange can read: at a login of another's they end.
  expected: expectedOfPartner({ A1: 'warn', A2: 'unknown', A3: 'info', ...withoutInformation, W1: 'fail', W2: 'fail', K1: 'skipped' }),
};
