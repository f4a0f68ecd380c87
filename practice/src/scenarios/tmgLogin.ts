import { battlecalfedExchange, expectedOfPartner, withoutInformation } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const tmgLogin: Scenario = {
  name: 'tmg-login',
  title: 'An ISA, TMG or UAG server asks everybody for a login before Exchange is reached',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['pre-authentication'],
  change: { hosts: { battlecalfed: { site: { kind: 'published', front: 'tmg', behind: battlecalfedExchange } } } },
  // The federation's calls carry tokens that only Exchange can read: at a login of another's they end.
  expected: expectedOfPartner({ A1: 'info', A2: 'unknown', A3: 'info', ...withoutInformation, W1: 'fail', W2: 'fail', K1: 'skipped' }),
};
