import { deedsByOrganization, named } from './stepDeeds.ts';
import { placeInPlan } from './stepScript.ts';
import type { Rule } from './rule.ts';

export const secondTrust: Rule = {
  code: 'trust/second-trust',
  title: 'A second federation trust in one organization',
  severity: 'warning',
  guidance: ['G30'],
  *check({ plan, model }) {
    for (const own of deedsByOrganization(model)) {
      const { organization } = own;
      let trust: string | undefined;
      for (const { step, command } of named(own, 'new-federationtrust', 'remove-federationtrust')) {
        // Whatever may remove it leaves it open whether one is there.
        if (command.name === 'remove-federationtrust') trust = undefined;
        if (command.name !== 'new-federationtrust' || !command.sure) continue;
        if (trust !== undefined) {
          const place = placeInPlan(plan, [...step.path, 'run'], command.nameRange);
          if (place !== undefined) yield { message: `"${organization.id}" gets a second federation trust here; the step "${trust}" has created one. An organization has one trust, which serves every relationship: leave this one out.`, range: place.range };
        }
        trust = step.data.id ?? '';
      }
    }
  },
};
