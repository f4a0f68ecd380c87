import { battlecalfedExchange, expectedOfPartner } from '../healthy.ts';
import type { Scenario } from '../scenario.ts';

export const headersStripped: Scenario = {
  name: 'headers-stripped',
  title: 'A publisher takes Exchange’s own headers out of every answer; the federation works',
  plan: 'practice/healthy.fedplan.yaml',
  diagnosed: [],
  change: { hosts: { battlecalfed: { site: { kind: 'published', front: 'stripsHeaders', behind: battlecalfedExchange } } } },
  // All that the federation asks is answered: not a word of blame.
  expected: expectedOfPartner({ A1: 'info', A2: 'info' }),
};
