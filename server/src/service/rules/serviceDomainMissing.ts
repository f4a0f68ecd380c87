import { addItemFix } from './fixes.ts';
import type { Rule } from './rule.ts';

export const serviceDomainMissing: Rule = {
  code: 'relationship/service-domain-missing',
  title: 'The relationship to the service does not name the service’s domain',
  severity: 'error',
  guidance: ['G9', 'G40'],
  *check({ plan, model }) {
    for (const relationship of model.relationships) {
      const { target, data, path, domainNames } = relationship;
      // An empty or missing list is the schema's finding.
      if (target?.role !== 'service' || domainNames.length === 0) continue;
      for (const domain of model.profile.service?.domains ?? []) {
        const range = plan.valueRange([...path, 'domainNames']);
        if (range === undefined || domainNames.some(({ name }) => name === domain)) continue;
        yield {
          message: `The relationship${data.name === undefined ? '' : ` "${data.name}"`} to "${target.id}" does not name "${domain}", the domain of ${model.profile.service?.name ?? 'the service'}. Add it to "domainNames".`,
          range,
          fixes: addItemFix(plan, [...path, 'domainNames'], domain),
        };
      }
    }
  },
};
