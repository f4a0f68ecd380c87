import type { Organization, PlanModel } from '../plan/planModel.ts';
import type { PlanNames } from '../powershell/planNames.ts';

/** What the plan has for the scripts of one organization; of all of them where it is not known whose script it is. */
export function planNames(model: PlanModel, organization: Organization | undefined): PlanNames {
  const own = organization === undefined ? model.organizations : [organization];
  const relationships = model.relationships.filter(({ owner }) => organization === undefined || owner === organization);
  const partners = relationships.flatMap(({ target }) => target ?? []);
  const others = partners.length > 0 ? partners : model.organizations.filter((each) => each !== organization);
  const primaryFirst = (each: Organization): readonly string[] => [...each.acceptedDomains].sort((a, b) => Number(b.primary) - Number(a.primary)).map(({ name }) => name);
  const stated = (values: readonly (string | undefined)[]): readonly string[] => [...new Set(values.filter((value) => value !== undefined && value !== ''))] as string[];
  return {
    ownDomains: stated(own.flatMap(primaryFirst)),
    otherDomains: stated([...relationships.flatMap(({ domainNames }) => domainNames.map(({ name }) => name)), ...others.flatMap(primaryFirst), ...others.flatMap(({ knownDomains }) => knownDomains)]),
    relationships: stated(relationships.map(({ data }) => data.name)),
    trusts: stated(own.map(({ data }) => data.federationTrust?.name)),
    thumbprints: stated(own.flatMap(({ data: { federationTrust } }) => [federationTrust?.thumbprint, federationTrust?.nextThumbprint])),
    accountNamespaces: stated(own.map(({ data, accountNamespace }) => data.federatedOrganizationIdentifier?.accountNamespace ?? accountNamespace?.name)),
    sharingPolicies: stated(own.flatMap(({ data }) => (data.sharingPolicies ?? []).map(({ name }) => name))),
    servers: stated(own.flatMap(({ data }) => (data.servers ?? []).map(({ name }) => name))),
    proxies: stated(own.map(({ data }) => data.proxy?.internetWebProxy)),
    users: stated(model.data.checks?.testUsers ?? []),
    applicationUris: stated(relationships.map(({ data }) => data.targetApplicationUri)),
    autodiscoverEprs: stated(relationships.map(({ data }) => data.targetAutodiscoverEpr)),
    sharingEprs: stated(relationships.map(({ data }) => data.targetSharingEpr)),
  };
}
