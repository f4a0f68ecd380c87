import { battlecalfedHost, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const sha1Certificate: Scenario = {
  name: 'sha1-certificate',
  title: 'The partner’s certificate is signed with SHA-1',
  plan: 'practice/healthy.fedplan.yaml',
  change: { hosts: { battlecalfed: { certificate: { ...battlecalfedHost.certificate, hash: 'SHA-1' } } } },
  expected: expectedOfPartner({ C6: 'warn' }),
};
