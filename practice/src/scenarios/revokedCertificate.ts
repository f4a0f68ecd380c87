import { battlecalfedHost, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const revokedCertificate: Scenario = {
  name: 'revoked-certificate',
  title: 'The partner’s certificate is revoked: it stands in its authority’s list',
  plan: 'practice/healthy.fedplan.yaml',
  change: { hosts: { battlecalfed: { certificate: { ...battlecalfedHost.certificate, revoked: true } } } },
  expected: expectedOfPartner({ C7: 'fail' }),
};
