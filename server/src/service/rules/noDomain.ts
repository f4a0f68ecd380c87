import type { Rule } from './rule.ts';

export const noDomain: Rule = {
  code: 'plan/no-domain',
  title: 'The plan names no domain',
  severity: 'error',
  guidance: ['G9', 'G40'],
  saysMissing: true,
  *check({ plan, model }) {
    const range = plan.keyRange(['organizations']);
    if (range === undefined || model.organizations.length === 0) return;
    // A domain that is stated anywhere will do, and a list that is being written is the schema's matter.
    const isStated = model.organizations.some(({ path, knownDomains, federatedDomains }) => knownDomains.length > 0 || (federatedDomains?.length ?? 0) > 0 || plan.keyRange([...path, 'acceptedDomains']) !== undefined);
    if (isStated || model.relationships.some(({ domainNames }) => domainNames.length > 0)) return;
    yield { message: 'No organization of the plan states a domain. A federation is between domains: add "acceptedDomains" to an organization.', range };
  },
};
