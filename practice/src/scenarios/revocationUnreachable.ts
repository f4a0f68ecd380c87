import { expectedOfPartner, healthyVerdicts } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const revocationUnreachable: Scenario = {
  name: 'revocation-unreachable',
  title: 'The authority’s revocation list cannot be reached',
  plan: 'practice/healthy.fedplan.yaml',
  change: { hosts: { authority: { http: 'refuses' } } },
  // Both organizations have their certificates from there.
  expected: { ...expectedOfPartner({ C7: 'unknown' }), practicemail: { 'practicemail.example': { ...healthyVerdicts, C7: 'unknown' } } },
};
