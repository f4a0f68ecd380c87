import { checkRule } from '../../support/checkRule.ts';
import { twoSides } from '../../support/plans.ts';

const plan = (...steps: readonly string[]): string => twoSides('', `steps:\n${steps.map((step) => `  - { organization: battlecalfed, ${step} }\n`).join('')}`);

checkRule(
  'plan/duplicate-step',
  {
    'two of one id': { finds: plan('id: trust, title: The trust', 'id: proof', 'id: «trust»'), says: /already the id of the step "The trust"/ },
    'three of one id, the first without a title': { finds: plan('id: trust', 'id: «trust»', 'id: «trust»'), says: /the id of "steps\[0\]"/ },
  },
  { 'each has its own': plan('id: trust', 'id: proof'), 'capitals make another': plan('id: trust', 'id: Trust'), 'no id yet': plan('title: A', 'title: B') },
);
