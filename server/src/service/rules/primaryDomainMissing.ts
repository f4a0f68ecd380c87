import { isDomainName } from '../plan/domainName.ts';
import { federatedNames } from './federatedBy.ts';
import { addItemFix } from './fixes.ts';
import type { Rule } from './rule.ts';

export const primaryDomainMissing: Rule = {
  code: 'relationship/primary-domain-missing',
  title: 'The service’s relationship does not name the partner’s primary domain',
  severity: 'warning',
  guidance: ['G3', 'G40'],
  saysMissing: true,
  *check({ plan, model }) {
    // What the service's relationship must name is known of a service that is known.
    if ((model.profile.service?.domains.length ?? 0) === 0) return;
    const namedBy = new Map<string, Set<string>>();
    for (const { data, domainNames } of model.relationships) {
      const names = namedBy.get(data.owner ?? '') ?? new Set();
      namedBy.set(data.owner ?? '', names);
      for (const { name } of domainNames) names.add(name);
    }
    for (const { owner, target, domainNames, path } of model.relationships) {
      if (owner?.isProfiled !== true || target?.role !== 'partner' || domainNames.length === 0) continue;
      for (const { name, primary } of target.acceptedDomains) {
        // One that is not federated is not used for sharing; one that another relationship names is served.
        if (!primary || namedBy.get(owner.id)?.has(name) === true || federatedNames(target)?.includes(name) === false) continue;
        const range = plan.valueRange([...path, 'domainNames']);
        if (range === undefined) continue;
        yield {
          message: `The relationship of "${owner.id}" with "${target.id}" does not name "${name}", a primary SMTP domain of "${target.id}". Expected are all of them: add it to "domainNames".`,
          range,
          fixes: isDomainName(name) ? addItemFix(plan, [...path, 'domainNames'], name, undefined, false) : [],
        };
      }
    }
  },
};
