import { namespaceDomain } from './accountNamespace.ts';
import type { AcceptedDomainDetails, FederationPlan, Organization as OrganizationData, OrganizationRelationship, Step } from './generated/planTypes.ts';
import { domainName } from './domainName.ts';
import { fitValue } from './fitValue.ts';
import { shellWords } from './otherShell.ts';
import { noOwnProfiles, type OwnProfiles } from './ownProfiles.ts';
import type { PlanDocument } from './planDocument.ts';
import type { PlanPath } from './planPath.ts';
import { profileOf, type Hosting, type Profile } from './profiles.ts';

/** A plan is often unfinished: any key may be missing, while what is there has the schema's type. */
export type Unfinished<T> = T extends readonly (infer Item)[] ? Unfinished<Item>[] : T extends object ? { [Key in keyof T]?: Unfinished<T[Key]> } : T;

export interface AcceptedDomain {
  /** Lower case, A-label form. */
  readonly name: string;
  /** Lower case, as it is written. */
  readonly written: string;
  /** Where the name stands. */
  readonly path: PlanPath;
  readonly primary: boolean;
  readonly proofs: readonly { readonly value: string; readonly path: PlanPath }[];
}

export interface Organization {
  readonly id: string;
  readonly path: PlanPath;
  readonly role: 'partner' | 'service' | undefined;
  /** True for the service that the plan's profile is about: of several the one that states none of its domains, or one of the profile's. */
  readonly isProfiled: boolean;
  readonly hosting: Hosting;
  /** As the plan states it, or as the profile knows it of the service; undefined where servers of several versions are stated. */
  readonly exchangeVersion: string | undefined;
  /** The domains that the plan states; `knownDomains` adds what the profile knows. */
  readonly acceptedDomains: readonly AcceptedDomain[];
  readonly knownDomains: readonly string[];
  /** The domains that the federated organization identifier lists; undefined where the plan does not state the list. */
  readonly federatedDomains: readonly { readonly name: string; readonly path: PlanPath }[] | undefined;
  /** The accepted domain behind the stated account namespace, without its prefix; undefined where none is stated. */
  readonly accountNamespace: { readonly name: string; readonly path: PlanPath } | undefined;
  readonly data: Unfinished<OrganizationData>;
}

export interface Relationship {
  readonly path: PlanPath;
  readonly data: Unfinished<OrganizationRelationship>;
  readonly owner: Organization | undefined;
  readonly target: Organization | undefined;
  readonly domainNames: readonly { readonly name: string; readonly path: PlanPath }[];
}

export interface PlanStep {
  readonly path: PlanPath;
  readonly data: Unfinished<Step>;
  /** The organization whose step it is; undefined where the plan has none of that id. */
  readonly organization: Organization | undefined;
  /** Its scripts may speak to another Exchange, as in a hybrid organization: it, or a step before it, connects to Exchange Online. */
  readonly isElsewhere: boolean;
}

/** What the rules and the checks see of a plan: stated facts in Exchange's terms, each with its place. */
export interface PlanModel {
  readonly data: Unfinished<FederationPlan>;
  readonly profile: Profile;
  readonly ownProfiles: OwnProfiles;
  readonly organizations: readonly Organization[];
  readonly relationships: readonly Relationship[];
  readonly steps: readonly PlanStep[];
}

/**
 * Builds the model of a plan; values at `unfit` paths have not the schema's type and are left out.
 *
 * @param ownProfiles profiles that the user has written
 */
export function planModel(plan: PlanDocument, unfit: readonly PlanPath[], ownProfiles: OwnProfiles = noOwnProfiles): PlanModel {
  const data = fitValue(plan, unfit) as Unfinished<FederationPlan>;
  const profile = profileOf(data.profile, ownProfiles.profiles);
  const stated = Object.entries(data.organizations ?? {}).flatMap(([id, organization]) => (organization === undefined ? [] : [{ id, organization }]));
  const services = stated.filter(({ organization }) => organization.role === 'service');
  const organizations = stated.map(({ id, organization }) => keptOrganization(id, organization, profile, organization.role === 'service' && (services.length === 1 || !hasOtherDomains(organization, profile))));
  const byId = new Map(organizations.map((organization) => [organization.id, organization]));
  const relationships = (data.organizationRelationships ?? []).map((relationship, index) => keptRelationship(relationship, index, byId.get(relationship.owner ?? ''), byId.get(relationship.target ?? '')));
  const elsewhere = new Set<Organization | undefined>();
  const steps = (data.steps ?? []).map((step, index) => {
    const organization = byId.get(step.organization ?? '');
    const { isElsewhere, after } = shellWords(step);
    const kept = keptStep(step, index, organization, isElsewhere || elsewhere.has(organization));
    if (after === true) elsewhere.add(organization);
    if (after === false) elsewhere.delete(organization);
    return kept;
  });
  return { data, profile, ownProfiles, organizations, relationships, steps };
}

/** The parts of earlier versions by their data. A part of which nothing has changed stays the same object: what was made of it can be kept. */
const knownOrganizations = new WeakMap<object, { readonly profile: Profile; readonly organization: Organization }>();
const knownRelationships = new WeakMap<object, Relationship>();
const knownSteps = new WeakMap<object, PlanStep>();

function keptOrganization(id: string, data: Unfinished<OrganizationData>, profile: Profile, isProfiled: boolean): Organization {
  const before = knownOrganizations.get(data);
  if (before?.profile === profile && before.organization.id === id && before.organization.isProfiled === isProfiled) return before.organization;
  const organization = organizationOf(id, data, profile, isProfiled);
  knownOrganizations.set(data, { profile, organization });
  return organization;
}

function keptRelationship(data: Unfinished<OrganizationRelationship>, index: number, owner: Organization | undefined, target: Organization | undefined): Relationship {
  const before = knownRelationships.get(data);
  if (before?.path[1] === index && before.owner === owner && before.target === target) return before;
  const path = ['organizationRelationships', index];
  const relationship = { path, data, owner, target, domainNames: named(data.domainNames, [...path, 'domainNames']) };
  knownRelationships.set(data, relationship);
  return relationship;
}

function keptStep(data: Unfinished<Step>, index: number, organization: Organization | undefined, isElsewhere: boolean): PlanStep {
  const before = knownSteps.get(data);
  if (before?.path[1] === index && before.organization === organization && before.isElsewhere === isElsewhere) return before;
  const step = { path: ['steps', index], data, organization, isElsewhere };
  knownSteps.set(data, step);
  return step;
}

/** True where an organization's domains are stated and none of them is the profile's. */
function hasOtherDomains({ acceptedDomains = [] }: Unfinished<OrganizationData>, { service }: Profile): boolean {
  const names = acceptedDomains.flatMap((domain) => domainName((typeof domain === 'string' ? domain : domain.name) ?? '') || []);
  return names.length > 0 && !names.some((name) => service?.domains.includes(name) === true);
}

function organizationOf(id: string, data: Unfinished<OrganizationData>, profile: Profile, isProfiled: boolean): Organization {
  const path = ['organizations', id];
  const service = isProfiled ? profile.service : undefined;
  const ofServers = new Set((data.servers ?? []).flatMap(({ exchange }) => exchange?.version ?? []));
  const exchangeVersion = data.exchange?.version ?? (ofServers.size === 0 ? service?.exchangeVersion : ofServers.size === 1 ? [...ofServers][0] : undefined);
  const acceptedDomains = (data.acceptedDomains ?? []).flatMap((domain, index) => acceptedDomainOf(domain, [...path, 'acceptedDomains', index]));
  return {
    id,
    path,
    role: data.role,
    isProfiled,
    hosting: exchangeVersion === 'Online' ? 'online' : exchangeVersion !== undefined || ofServers.size > 0 ? 'onPremises' : 'unknown',
    exchangeVersion,
    acceptedDomains,
    knownDomains: [...new Set([...acceptedDomains.map((domain) => domain.name), ...(service?.domains ?? [])])],
    federatedDomains: data.federatedOrganizationIdentifier?.domains === undefined ? undefined : named(data.federatedOrganizationIdentifier.domains, [...path, 'federatedOrganizationIdentifier', 'domains']),
    accountNamespace: namespaceOf(data.federatedOrganizationIdentifier?.accountNamespace, [...path, 'federatedOrganizationIdentifier', 'accountNamespace']),
    data,
  };
}

function namespaceOf(written: string | undefined, path: PlanPath): Organization['accountNamespace'] {
  const name = namespaceDomain(written ?? '');
  return name === '' ? undefined : { name, path };
}

function acceptedDomainOf(domain: string | Unfinished<AcceptedDomainDetails>, path: PlanPath): AcceptedDomain[] {
  if (typeof domain === 'string') return domain === '' ? [] : [{ name: domainName(domain), written: domain.trim().toLowerCase(), path, primary: false, proofs: [] }];
  if (domain.name === undefined || domain.name === '') return [];
  const proofPath = [...path, 'federationProof'];
  const proof = domain.federationProof;
  // The line break that a block (`|`) ends with is none of the proof's.
  const proofAt = (value: string, at: PlanPath): { value: string; path: PlanPath } => ({ value: value.replace(/[\r\n]+$/, ''), path: at });
  const proofs = proof === undefined ? [] : typeof proof === 'string' ? [proofAt(proof, proofPath)] : proof.map((value, index) => proofAt(value, [...proofPath, index]));
  return [{ name: domainName(domain.name), written: domain.name.trim().toLowerCase(), path: [...path, 'name'], primary: domain.primary === true, proofs }];
}

function named(names: readonly string[] | undefined, path: PlanPath): { name: string; path: PlanPath }[] {
  return (names ?? []).flatMap((name, index) => (name === '' ? [] : [{ name: domainName(name), path: [...path, index] }]));
}
