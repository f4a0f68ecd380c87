import { battlecalfedExchange, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const oldServicePack: Scenario = {
  name: 'old-service-pack',
  title: 'The partner still runs Exchange 2010 SP2',
  plan: 'practice/healthy.fedplan.yaml',
  change: { hosts: { battlecalfed: { site: { ...battlecalfedExchange, version: [14, 2, 390, 3] } } } },
  // The federation asks for SP3 at least; and Exchange 2010 gives nobody its address without a login.
  expected: expectedOfPartner({ A3: 'info', F4: 'warn' }),
};
