import { battlecalfedExchange, expectedOfPartner, withoutInformation } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const basicLogin: Scenario = {
  name: 'basic-login',
  title: 'A reverse proxy asks everybody for a password of its own',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['pre-authentication'],
  change: { hosts: { battlecalfed: { site: { kind: 'published', front: 'basicLogin', behind: battlecalfedExchange } } } },
  // The federation's calls carry tokens that only Exchange can read: at a login of another's they end.
  expected: expectedOfPartner({ A1: 'info', A2: 'unknown', A3: 'info', ...withoutInformation, W1: 'fail', W2: 'fail', K1: 'skipped' }),
};
