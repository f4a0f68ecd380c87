import { certificateVerdicts, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

const unknown = 'unknown';

export const tls10Only: Scenario = {
  name: 'tls10-only',
  title: 'The partner’s publisher speaks TLS 1.0 and nothing newer',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: ['no-common-tls'],
  change: { hosts: { battlecalfed: { tls: ['1.0'] } } },
  // Nothing above 1.1: Exchange Online cannot connect, and nothing behind the handshake can be asked.
  expected: expectedOfPartner({
    A1: unknown, A2: unknown, A3: unknown, F2: 'skipped', F4: 'skipped', K1: 'skipped', R1: 'skipped', T1: 'info', T3: 'fail', T4: 'info',
    ...certificateVerdicts(unknown), F1: unknown, W1: unknown, W2: unknown,
  }),
};
