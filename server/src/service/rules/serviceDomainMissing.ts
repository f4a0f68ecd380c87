import { addItemFix } from './fixes.ts';
import type { Rule } from './rule.ts';

export const serviceDomainMissing: Rule = {
  code: 'relationship/service-domain-missing',
  title: 'The relationship to the service does not name the service’s domain',
  severity: 'error',
  guidance: ['G9', 'G40'],
  saysMissing: true,
  *check({ plan, model }) {
    for (const relationship of model.relationships) {
      const { target, data, path, domainNames } = relationship;
      // An empty or missing list is the schema's finding.
      if (target?.isProfiled !== true || domainNames.length === 0) continue;
      for (const domain of model.profile.service?.domains ?? []) {
        const range = plan.valueRange([...path, 'domainNames']);
        // Exchange takes a domain in one relationship only, so another one to the same target may name it.
        const together = model.relationships.filter((other) => other.owner === relationship.owner && other.target === target);
        if (range === undefined || together.some((other) => other.domainNames.some(({ name }) => name === domain))) continue;
        yield {
          message: `The relationship${data.name === undefined ? '' : ` "${data.name}"`} to "${target.id}" does not name "${domain}", the domain of ${model.profile.service?.name ?? 'the service'}. Add it to "domainNames".`,
          range,
          fixes: addItemFix(plan, [...path, 'domainNames'], domain),
        };
      }
    }
  },
};
