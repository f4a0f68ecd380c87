import { expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const noAutodiscover: Scenario = {
  name: 'no-autodiscover',
  title: 'The name autodiscover.battlecalfed1.example is not in DNS (NXDOMAIN)',
  plan: 'practice/healthy.fedplan.yaml',
  change: { names: { 'autodiscover.battlecalfed1.example': undefined } },
  // The lookup goes on to the domain itself, where a web site lives: a sound one, with no federation information.
  expected: expectedOfPartner({ D1: 'warn', F1: 'fail', W1: 'fail' }),
};
