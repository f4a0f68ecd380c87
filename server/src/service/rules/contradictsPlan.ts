import { namespaceDomain } from '../plan/accountNamespace.ts';
import { domainName, isDomainName } from '../plan/domainName.ts';
import type { Organization, PlanModel, PlanStep, Relationship } from '../plan/planModel.ts';
import { didYouMean } from '../spelling.ts';
import { accepts, isBelowAccepted } from './acceptedBy.ts';
import { areOtherProxies, hostAndPort } from './proxyAddress.ts';
import { constantsGiven, mayGive, placeInPlan, stepScript, type Argument, type StepCommand } from './stepScript.ts';
import { oneConstant } from './stepDeeds.ts';
import { quotedNames } from './quotedNames.ts';
import type { Rule } from './rule.ts';

export const contradictsPlan: Rule = {
  code: 'step/contradicts-plan',
  title: 'A step’s command says otherwise than the plan',
  severity: 'warning',
  guidance: ['G19', 'G22', 'G36', 'G40', 'G41', 'G44'],
  *check({ plan, model }) {
    for (const { step, argument, message, instead } of contradictions(model)) {
      const place = placeInPlan(plan, [...step.path, 'run'], argument);
      if (place === undefined) continue;
      const certain = place.exact && instead !== undefined && /^[\w.:/$-]+$/.test(instead);
      yield { message, range: place.range, fixes: certain ? [{ title: `Change to "${instead}"`, edits: [{ range: place.range, newText: instead }], preferred: false }] : [] };
    }
  },
};

interface Contradiction {
  readonly step: PlanStep;
  readonly argument: Argument;
  readonly message: string;
  readonly instead?: string;
}

/** What a step sets: what counts is the last of several that set the same, and nothing where what sets it is not sure. */
type Settings = Map<string, Contradiction | undefined>;

function contradictions(model: PlanModel): Contradiction[] {
  const owned = relationshipsByOwner(model);
  const byOrganization = new Map<Organization, Settings>();
  const found: Contradiction[] = [];
  for (const step of model.steps) {
    const { organization } = step;
    if (organization === undefined) continue;
    const settings: Settings = byOrganization.get(organization) ?? new Map<string, Contradiction | undefined>();
    byOrganization.set(organization, settings);
    const { commands, opaque } = stepScript(step, 'run');
    if (opaque || (step.isElsewhere && organization.hosting !== 'online')) {
      settings.clear();
      continue;
    }
    for (const command of commands) {
      if (command.name === 'new-organizationrelationship' || command.name === 'set-organizationrelationship') relationshipSettings(step, command, owned.get(organization) ?? noRelationships, settings);
      else if (command.sure) found.push(...organizationFacts(step, command, organization));
    }
  }
  return [...found, ...[...byOrganization.values()].flatMap((settings) => [...settings.values()].flatMap((each) => each ?? []))];
}

/** The relationships of one owner, all and by their names in lower case. */
interface Owned {
  readonly all: Relationship[];
  readonly byName: Map<string, Relationship[]>;
}

const noRelationships: Owned = { all: [], byName: new Map() };

function relationshipsByOwner(model: PlanModel): ReadonlyMap<Organization, Owned> {
  const found = new Map<Organization, Owned>();
  for (const relationship of model.relationships) {
    const { owner, data } = relationship;
    if (owner === undefined) continue;
    const own = found.get(owner) ?? { all: [], byName: new Map<string, Relationship[]>() };
    found.set(owner, own);
    own.all.push(relationship);
    const name = data.name?.toLowerCase() ?? '';
    const namesakes = own.byName.get(name) ?? [];
    own.byName.set(name, namesakes);
    namesakes.push(relationship);
  }
  return found;
}

function relationshipSettings(step: PlanStep, command: StepCommand, owned: Owned, settings: Settings): void {
  const isNew = command.name.startsWith('new-');
  const name = oneConstant(command, isNew ? 'name' : 'identity')?.toLowerCase();
  // Where the relationship is not named by a constant it may be any of them.
  const meant = name === undefined ? owned.all : (owned.byName.get(name) ?? []);
  if (meant.length === 0) return;
  for (const [parameter, compare] of comparisons) {
    if (!mayGive(command, parameter)) continue;
    const argument = command.sure && name !== undefined && meant.length === 1 ? constantsGiven(command, parameter) : undefined;
    for (const relationship of meant) {
      const differs = argument === undefined ? undefined : compare(argument.constants, relationship, isNew);
      settings.set(`${String(relationship.path[1])} ${parameter}`, argument === undefined || differs === undefined ? undefined : { step, argument, ...differs });
    }
  }
}

type Difference = Pick<Contradiction, 'message' | 'instead'>;
type Comparison = (given: readonly string[], relationship: Relationship, isNew: boolean) => Difference | undefined;

const comparisons: readonly (readonly [parameter: string, compare: Comparison])[] = Object.entries<Comparison>({
  freebusyaccesslevel: ([given = ''], { data }, isNew) => text(given, data.freeBusyAccessLevel, 'freeBusyAccessLevel', isNew || given.toLowerCase() !== 'none'),
  freebusyaccessenabled: ([given = ''], { data }, isNew) => flag(given, data.freeBusyAccessEnabled, 'freeBusyAccessEnabled', isNew),
  enabled: ([given = ''], { data }, isNew) => flag(given, data.enabled, 'enabled', isNew),
  freebusyaccessscope: ([given = ''], { data }) => text(given, data.freeBusyAccessScope, 'freeBusyAccessScope', !given.startsWith('$')),
  targetapplicationuri: ([given = ''], { data }) => text(given, data.targetApplicationUri, 'targetApplicationUri', namespaceDomain(given) !== namespaceDomain(data.targetApplicationUri ?? '')),
  targetautodiscoverepr: ([given = ''], { data }) => text(given, data.targetAutodiscoverEpr, 'targetAutodiscoverEpr', withoutSlash(given) !== withoutSlash(data.targetAutodiscoverEpr ?? '')),
  targetsharingepr: ([given = ''], { data }) => text(given, data.targetSharingEpr, 'targetSharingEpr', withoutSlash(given) !== withoutSlash(data.targetSharingEpr ?? '')),
  domainnames: (given, { domainNames }) => {
    const names = domainNames.map(({ name }) => name);
    const stray = given.flatMap((each) => each.split(/[\s,;]+/)).map(domainName).find((name) => isDomainName(name) && !names.includes(name));
    return stray === undefined || names.length === 0
      ? undefined
      : { message: `The step names "${stray}", and the plan's relationship does not (${quotedNames(names)}). Correct the step, or add the domain to "domainNames".`, ...(given.length === 1 && names.length === 1 ? { instead: names[0] ?? '' } : {}) };
  },
});

/** @param judged false where the command may mean it so, for instance `$null`, or a level that is taken away before a relationship is removed */
function text(given: string, stated: string | undefined, key: string, judged: boolean): Difference | undefined {
  if (!judged || stated === undefined || stated === '' || given.startsWith('$') || given.toLowerCase() === stated.toLowerCase()) return undefined;
  return { message: `The step sets "${given}", and the plan states "${key}: ${stated}". Correct one of them.`, instead: stated };
}

/** Setting off what is on may be the first step of leaving; making it so is not. */
function flag(given: string, stated: boolean | undefined, key: string, isNew: boolean): Difference | undefined {
  const value = given.toLowerCase() === '$true' ? true : given.toLowerCase() === '$false' ? false : undefined;
  if (value === undefined || stated === undefined || value === stated || (!value && !isNew)) return undefined;
  return { message: `The step sets ${given}, and the plan states "${key}: ${stated ? 'true' : 'false'}". Correct one of them.`, instead: stated ? '$true' : '$false' };
}

function organizationFacts(step: PlanStep, command: StepCommand, organization: Organization): Contradiction[] {
  switch (command.name) {
    case 'set-exchangeserver':
      return otherProxy(step, command, organization);
    case 'set-federatedorganizationidentifier':
      return [...otherNamespace(step, command, organization), ...otherTrust(step, command, organization, 'delegationfederationtrust')];
    case 'new-federationtrust':
      return otherTrust(step, command, organization, 'name');
    case 'add-federateddomain':
    case 'get-federateddomainproof':
      return otherDomain(step, command, organization);
    default:
      return [];
  }
}

function otherProxy(step: PlanStep, command: StepCommand, { data, id }: Organization): Contradiction[] {
  const argument = constantsGiven(command, 'internetwebproxy');
  const stated = data.proxy?.internetWebProxy;
  const [given, expected] = [hostAndPort(argument?.constants[0] ?? ''), hostAndPort(stated ?? '')];
  if (argument === undefined || stated === undefined || given === undefined || expected === undefined || !areOtherProxies(given, expected)) return [];
  return [{ step, argument, message: `The step sets the proxy "${given}", and the plan states "${expected}" for "${id}". Correct one of them.`, instead: stated }];
}

function otherNamespace(step: PlanStep, command: StepCommand, organization: Organization): Contradiction[] {
  const { accountNamespace, id } = organization;
  const argument = constantsGiven(command, 'accountnamespace');
  const given = namespaceDomain(argument?.constants[0] ?? '');
  if (argument === undefined || !isDomainName(given)) return [];
  if (accountNamespace === undefined) return isBelowAccepted(organization, given) ? [] : foreignDomain(step, argument, given, organization);
  // Before Exchange 2010 SP1 the namespace was a domain of one's own below the accepted one.
  if (given === accountNamespace.name || given.endsWith(`.${accountNamespace.name}`) || accountNamespace.name.endsWith(`.${given}`)) return [];
  return [{ step, argument, message: `The step sets the account namespace "${given}", and the plan states "${accountNamespace.name}" for "${id}". Correct one of them.`, instead: accountNamespace.name }];
}

function otherTrust(step: PlanStep, command: StepCommand, { data, id }: Organization, parameter: string): Contradiction[] {
  const argument = constantsGiven(command, parameter);
  const stated = data.federationTrust?.name;
  const given = argument?.constants[0];
  if (argument === undefined || given === undefined || stated === undefined || stated === '' || given.startsWith('$') || given.toLowerCase() === stated.toLowerCase()) return [];
  return [{ step, argument, message: `The step names the federation trust "${given}", and the plan calls that of "${id}" "${stated}". Correct one of them.` }];
}

function otherDomain(step: PlanStep, command: StepCommand, organization: Organization): Contradiction[] {
  const argument = constantsGiven(command, 'domainname');
  const given = domainName(argument?.constants[0] ?? '');
  return argument?.constants.length === 1 && isDomainName(given) ? foreignDomain(step, argument, given, organization) : [];
}

function foreignDomain(step: PlanStep, argument: Argument, given: string, organization: Organization): Contradiction[] {
  // Where the plan does not state the organization's domains, any may be one; the cloud's are verified in the tenant.
  if (organization.acceptedDomains.length === 0 || organization.hosting === 'online' || accepts(organization, given)) return [];
  if (organization.federatedDomains?.some(({ name }) => name === given) === true || organization.accountNamespace?.name === given) return [];
  const meant = didYouMean(given, organization.knownDomains);
  return [{ step, argument, message: `"${given}" is not a domain that the plan states for "${organization.id}" (${quotedNames(organization.knownDomains)}).${meant === undefined ? ' Correct the step, or add the domain to "acceptedDomains".' : ` Did you mean "${meant}"?`}`, ...(meant === undefined ? {} : { instead: meant }) }];
}

function withoutSlash(url: string): string {
  return url.trim().toLowerCase().replace(/\/+$/, '');
}
