import { battlecalfedExchange, expectedOfPartner, withoutInformation } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const hostNameUnbound: Scenario = {
  name: 'host-name-unbound',
  title: 'The partner’s web server has no site for the host names (400, Invalid Hostname)',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['host-name-unbound'],
  change: { hosts: { battlecalfed: { site: { kind: 'published', front: 'noBinding', behind: battlecalfedExchange } } } },
  // Windows itself answers, whatever the path.
  expected: expectedOfPartner({ A1: 'warn', A2: 'unknown', A3: 'info', ...withoutInformation, W1: 'fail', W2: 'fail', K1: 'skipped' }),
};
