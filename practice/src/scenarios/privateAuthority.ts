import { battlecalfedHost, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const privateAuthority: Scenario = {
  name: 'private-authority',
  title: 'The partner’s certificate is from an authority of its own that nobody else knows',
  plan: 'practice/healthy.fedplan.yaml',
  change: { hosts: { battlecalfed: { certificate: { ...battlecalfedHost.certificate, authority: 'private' } } } },
  expected: expectedOfPartner({ A1: 'info', C2: 'fail', C7: 'info', C8: 'info', F1: 'warn', W2: 'warn' }),
};
