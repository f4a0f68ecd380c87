import { battlecalfedExchange, expectedOfPartner, withoutInformation } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const bigIpLogin: Scenario = {
  name: 'big-ip-login',
  title: 'A BIG-IP Access Policy Manager sends every request to its login page',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['pre-authentication'],
  change: { hosts: { battlecalfed: { site: { kind: 'published', front: 'bigIp', behind: battlecalfedExchange } } } },
  // The federation's calls carry tokens that only Exchange can read: at a login of another's they end.
  expected: expectedOfPartner({ A1: 'warn', A2: 'unknown', A3: 'info', ...withoutInformation, W1: 'fail', W2: 'fail', K1: 'skipped' }),
};
