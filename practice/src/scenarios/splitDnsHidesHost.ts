import { expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const splitDnsHidesHost: Scenario = {
  name: 'split-dns-hides-host',
  title: 'A zone inside the user’s network hides the partner’s Autodiscover host, which the public DNS has',
  plan: 'practice/healthy.fedplan.yaml',
  change: { innerNames: { 'autodiscover.battlecalfed1.example': undefined } },
  // The user's own Exchange servers ask inside; what is published outside is all right.
  expected: expectedOfPartner({ D1: 'warn' }),
};
