import { battlecalfedHost, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const mustStapleMissing: Scenario = {
  name: 'must-staple-missing',
  title: 'The partner’s certificate demands a stapled OCSP answer that the server does not send',
  plan: 'practice/healthy.fedplan.yaml',
  change: { hosts: { battlecalfed: { certificate: { ...battlecalfedHost.certificate, mustStaple: true } } } },
  expected: expectedOfPartner({ C7: 'warn' }),
};
