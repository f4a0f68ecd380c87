import { expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const tls13Only: Scenario = {
  name: 'tls13-only',
  title: 'The partner’s publisher speaks TLS 1.3 and nothing older',
  plan: 'practice/healthy.fedplan.yaml',
  change: { hosts: { battlecalfed: { tls: ['1.3'] } } },
  // Exchange servers on Windows before 2022 cannot connect; the certificates come by a real handshake.
  expected: expectedOfPartner({ T3: 'warn' }),
};
