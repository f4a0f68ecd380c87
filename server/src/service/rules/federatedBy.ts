import { namespaceDomain } from '../plan/accountNamespace.ts';
import type { Organization } from '../plan/planModel.ts';
import { accepts } from './acceptedBy.ts';

/** Asked for each relationship and test user. */
const known = new WeakMap<Organization, readonly string[]>();

/**
 * The domains that an organization federates, where the plan states the list: Exchange federates the accepted domain behind the account
 * namespace by itself, and lists the namespace with its prefix among the domains.
 */
export function federatedNames(organization: Organization): readonly string[] | undefined {
  const { federatedDomains, accountNamespace } = organization;
  if (federatedDomains === undefined) return undefined;
  let names = known.get(organization);
  if (names === undefined) {
    const listed = federatedDomains.map(({ name }) => namespaceDomain(name));
    const own = accountNamespace !== undefined && accepts(organization, accountNamespace.name) ? [accountNamespace.name] : [];
    names = [...new Set([...own, ...listed])];
    known.set(organization, names);
  }
  return names;
}
