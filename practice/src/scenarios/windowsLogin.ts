import { battlecalfedExchange, expectedOfPartner, withoutInformation } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const windowsLogin: Scenario = {
  name: 'windows-login',
  title: 'IIS asks for Windows credentials and shows no mark of Exchange',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: [],
  change: { hosts: { battlecalfed: { site: { kind: 'published', front: 'windowsLogin', behind: battlecalfedExchange } } } },
  // A reverse proxy that strips headers may stand before a healthy Exchange as well, so the last word is not said.
  expected: expectedOfPartner({ A1: 'info', A2: 'unknown', A3: 'info', ...withoutInformation, W1: 'unknown', W2: 'unknown', K1: 'skipped' }),
};
