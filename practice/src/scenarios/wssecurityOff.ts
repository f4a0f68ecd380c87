import { battlecalfedExchange, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const wssecurityOff: Scenario = {
  name: 'wssecurity-off',
  title: 'WSSecurity is switched off on the partner’s virtual directories (401, X-WSSecurity-Enabled: False)',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['wssecurity-off'],
  change: { hosts: { battlecalfed: { site: { ...battlecalfedExchange, wsSecurity: 'disabled' } } } },
  // A 401 with Exchange's marks proves nothing; the header is a hint from which no "fail" follows.
  expected: expectedOfPartner({ A2: 'warn', W1: 'warn', W2: 'warn' }),
};
