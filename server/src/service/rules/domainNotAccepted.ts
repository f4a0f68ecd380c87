import { isDomainName } from '../plan/domainName.ts';
import { namespaceDomain } from '../plan/accountNamespace.ts';
import { didYouMean } from '../spelling.ts';
import { accepts } from './acceptedBy.ts';
import { addItemFix, replaceValueFix } from './fixes.ts';
import type { Rule } from './rule.ts';

export const domainNotAccepted: Rule = {
  code: 'trust/domain-not-accepted',
  title: 'A federated domain that is not an accepted domain of its organization',
  severity: 'warning',
  guidance: ['G31', 'G32b', 'G33', 'G36'],
  saysMissing: true,
  *checkOrganization(organization, { plan }) {
    // Where no accepted domain is stated, the list is not known; the cloud's domains are verified in the tenant.
    if (organization.acceptedDomains.length === 0 || organization.hosting === 'online') return;
    const known = new Set(organization.knownDomains);
    for (const { name, path } of organization.federatedDomains ?? []) {
      // Exchange lists the namespace with its prefix among the domains; that name is accepted by nobody.
      // The namespace itself is judged by a rule of its own.
      if (known.has(name) || accepts(organization, namespaceDomain(name)) || namespaceDomain(name) === organization.accountNamespace?.name) continue;
      const range = plan.valueRange(path);
      if (range === undefined) continue;
      const meant = didYouMean(name, organization.knownDomains);
      yield {
        message: `"${name}" is federated, and "${organization.id}" does not state it as an accepted domain. Only accepted domains can be federated: ${meant === undefined ? 'add it to "acceptedDomains"' : `did you mean "${meant}"? Otherwise add it to "acceptedDomains"`}.`,
        range,
        fixes: [
          ...(meant === undefined ? [] : [replaceValueFix(range, meant, false)]),
          ...(isDomainName(name) ? addItemFix(plan, [...organization.path, 'acceptedDomains'], name, `Add "${name}" to the accepted domains`, false) : []),
        ],
      };
    }
  },
};
