import { battlecalfedHost, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const shortKey: Scenario = {
  name: 'short-key',
  title: 'The partner’s certificate has an RSA key of 1024 bits',
  plan: 'practice/healthy.fedplan.yaml',
  change: { hosts: { battlecalfed: { certificate: { ...battlecalfedHost.certificate, key: 'RSA 1024' } } } },
  expected: expectedOfPartner({ C5: 'fail' }),
};
