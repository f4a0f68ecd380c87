/** What a plan holds that a cmdlet may be given: names and addresses, each for the organization whose script it is. */
import type { Cmdlet } from '../catalogue/cmdlet.ts';

export interface PlanNames {
  /** The organization's own domains, the primary one first. */
  readonly ownDomains: readonly string[];
  /** Those of the organizations that it shares with. */
  readonly otherDomains: readonly string[];
  readonly relationships: readonly string[];
  readonly trusts: readonly string[];
  readonly thumbprints: readonly string[];
  readonly accountNamespaces: readonly string[];
  readonly sharingPolicies: readonly string[];
  readonly servers: readonly string[];
  readonly proxies: readonly string[];
  readonly users: readonly string[];
  readonly applicationUris: readonly string[];
  readonly autodiscoverEprs: readonly string[];
  readonly sharingEprs: readonly string[];
}

export const noPlanNames: PlanNames = {
  ownDomains: [],
  otherDomains: [],
  relationships: [],
  trusts: [],
  thumbprints: [],
  accountNamespaces: [],
  sharingPolicies: [],
  servers: [],
  proxies: [],
  users: [],
  applicationUris: [],
  autodiscoverEprs: [],
  sharingEprs: [],
};

/** Parameters that mean the same wherever they are. */
const byParameter: Readonly<Record<string, keyof PlanNames>> = {
  InternetWebProxy: 'proxies',
  UserIdentity: 'users',
  DomainNames: 'otherDomains',
  ForestName: 'otherDomains',
  TargetApplicationUri: 'applicationUris',
  TargetAutodiscoverEpr: 'autodiscoverEprs',
  TargetSharingEpr: 'sharingEprs',
  AccountNamespace: 'accountNamespaces',
  Thumbprint: 'thumbprints',
  Server: 'servers',
};

/** Behind the verb, the noun says whose name `-Identity` and `-Name` want. */
const byNoun: Readonly<Record<string, keyof PlanNames>> = {
  OrganizationRelationship: 'relationships',
  FederationTrust: 'trusts',
  SharingPolicy: 'sharingPolicies',
  ExchangeServer: 'servers',
  ClientAccessServer: 'servers',
  ClientAccessService: 'servers',
  AcceptedDomain: 'ownDomains',
};

/** What the plan has for a parameter, likely ones first; only parameters whose meaning is certain. */
export function planValues({ name, federationArea }: Cmdlet, parameter: string, plan: PlanNames): readonly string[] {
  if (federationArea === undefined) return [];
  const noun = name.slice(name.indexOf('-') + 1);
  if (parameter === 'Identity' || parameter === 'Name') return Object.hasOwn(byNoun, noun) ? plan[byNoun[noun] ?? 'relationships'] : [];
  if (parameter === 'DomainName') return noun === 'FederationInformation' ? plan.otherDomains : plan.ownDomains;
  const list = Object.hasOwn(byParameter, parameter) ? byParameter[parameter] : undefined;
  return list === undefined ? [] : plan[list];
}
