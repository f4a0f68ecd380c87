import { namespaceDomain } from '../plan/accountNamespace.ts';
import { domainName, isDomainName } from '../plan/domainName.ts';
import type { PlanModel } from '../plan/planModel.ts';
import { deedsByOrganization, named, oneConstant, type Deed, type Deeds } from './stepDeeds.ts';
import { mayGive, placeInPlan } from './stepScript.ts';
import type { Rule, RuleContext, RuleFinding } from './rule.ts';

export const stepOrder: Rule = {
  code: 'step/order',
  title: 'Steps in an order that cannot succeed',
  severity: 'warning',
  guidance: ['G15', 'G30', 'G31', 'G33', 'G36', 'G45'],
  *check(context) {
    for (const deeds of deedsByOrganization(context.model)) {
      // The cloud's trust and proofs are not the organization's own.
      if (deeds.organization.hosting === 'online' || deeds.deeds.length === 0) continue;
      yield* proofBeforeTrust(context, deeds);
      yield* domainBeforeProof(context, deeds);
      yield* relationshipBeforeIdentifier(context, deeds);
      yield* trustRemovedFirst(context, deeds);
    }
  },
};

const isBefore = (deeds: readonly { readonly at: number }[], at: number): boolean => deeds.some((each) => each.at < at);
/** Done by hand, or by what is not written in the plan, before that place. */
const mayBeDone = ({ byHand, opaqueFrom }: Deeds, words: RegExp, at: number): boolean => opaqueFrom <= at || byHand.some((each) => each.at < at && words.test(each.text));

/** The proof is signed with the trust's certificate. */
function* proofBeforeTrust(context: RuleContext, own: Deeds): Iterable<RuleFinding> {
  const created = named(own, 'new-federationtrust').find(({ command }) => command.sure);
  if (created === undefined) return;
  const touched = named(own, 'new-federationtrust', 'remove-federationtrust', 'set-federationtrust').filter(({ at }) => at < created.at);
  if (touched.length > 0 || mayBeDone(own, /trust/i, created.at)) return;
  for (const proof of named(own, 'get-federateddomainproof')) {
    if (proof.at >= created.at || !proof.command.sure || mayGive(proof.command, 'thumbprint')) continue;
    yield* said(context, proof, `The proof is made with the certificate of the federation trust, and the trust is created later, by ${stepName(created)}. Create the trust first.`);
  }
}

function* domainBeforeProof(context: RuleContext, own: Deeds): Iterable<RuleFinding> {
  const rolls = named(own, 'new-exchangecertificate').concat(named(own, 'set-federationtrust').filter(({ command }) => mayGive(command, 'thumbprint') || mayGive(command, 'publishfederationcertificate')));
  const proofs = named(own, 'get-federateddomainproof').map(({ at, command, step }) => ({ at, step, domain: oneConstant(command, 'domainname')?.toLowerCase() }));
  const records = own.records.flatMap(({ at, step, text }) => textRecords(text).map((domain) => ({ at, step, domain })));
  const byDomain = new Map<string | undefined, { at: number; step: Deed['step'] }[]>();
  for (const { domain, ...place } of [...proofs, ...records]) byDomain.set(domain, [...(byDomain.get(domain) ?? []), place]);
  for (const deed of named(own, 'set-federatedorganizationidentifier', 'add-federateddomain')) {
    const { command, at } = deed;
    const parameter = command.name === 'add-federateddomain' ? 'domainname' : 'accountnamespace';
    const value = command.name === 'add-federateddomain' ? oneConstant(command, parameter) : command.parameters.get(parameter)?.constants?.[0];
    if (!command.sure || value === undefined || value.startsWith('$')) continue;
    const domain = namespaceDomain(value);
    // A proof whose domain is not a constant may be of any.
    const places = [...(byDomain.get(domain) ?? []), ...(byDomain.get(undefined) ?? [])];
    const later = byDomain.get(domain)?.find((each) => each.at > at);
    if (later === undefined || isBefore(places, at) || isBefore(rolls, later.at) || mayBeDone(own, /proof|txt/i, at)) continue;
    yield* said(context, deed, `"${domain}" is federated here, and its proof comes later, in ${stepName(later)}. The proof must stand in the external DNS zone first: put that step before this one.`);
  }
}

/** The domains of a text's federation proofs; undefined for a record whose name, as `@`, is short for one. Other TXT records are no proofs. */
function textRecords(text: string): (string | undefined)[] {
  const lines = text.matchAll(/^[ \t]*([^\s;#]+)[ \t](?:[^\n"]*[ \t])?TXT\b[^\n]*?[A-Za-z0-9+/]{70,}/gim);
  return [...lines].map(([, name = '']) => (isDomainName(domainName(name)) ? domainName(name) : undefined));
}

function* relationshipBeforeIdentifier(context: RuleContext, own: Deeds): Iterable<RuleFinding> {
  const identifiers = named(own, 'set-federatedorganizationidentifier').filter(({ command }) => mayGive(command, 'accountnamespace') || mayGive(command, 'delegationfederationtrust'));
  const awaited = identifiers.length > 0 ? identifiers : named(own, 'new-federationtrust');
  const first = awaited.find(({ command }) => command.sure);
  if (first === undefined || isBefore(awaited, first.at) || isBefore(named(own, 'remove-federationtrust'), first.at) || mayBeDone(own, /trust|identifier|namespace/i, first.at)) return;
  for (const deed of named(own, 'new-organizationrelationship')) {
    if (deed.at >= first.at || !deed.command.sure) continue;
    yield* said(context, deed, `The relationship is created before the organization is federated, which ${stepName(first)} does. Create the trust and its domains first.`);
  }
}

function* trustRemovedFirst(context: RuleContext, own: Deeds): Iterable<RuleFinding> {
  const removals = named(own, 'remove-federationtrust').filter(({ command }) => command.sure);
  if (removals.length === 0) return;
  const taken = named(own, 'remove-organizationrelationship').concat(named(own, 'set-organizationrelationship').filter(({ command }) => mayGive(command, 'enabled')));
  for (const deed of removals) {
    // A trust that is made anew keeps its relationships.
    const isRebuilt = named(own, 'new-federationtrust').some(({ at }) => at > deed.at) || own.opaqueFrom !== Infinity || own.byHand.some(({ at, text }) => at > deed.at && /trust/i.test(text));
    if (isRebuilt || isBefore(taken, deed.at) || mayBeDone(own, /relationship|sharing/i, deed.at)) continue;
    const later = taken.find(({ at, command }) => at > deed.at && command.sure);
    const standing = standingRelationship(context.model, own);
    if (later === undefined && standing === undefined) continue;
    yield* said(context, deed, `The trust is removed while ${later === undefined ? `the relationship ${standing ?? ''} still stands` : `relationships still stand, which ${stepName(later)} removes`}. The trust serves every relationship and goes last: remove those first.`);
  }
}

function standingRelationship({ relationships }: PlanModel, { organization }: Deeds): string | undefined {
  const standing = relationships.find(({ owner, data }) => owner === organization && data.enabled !== false);
  return standing === undefined ? undefined : `"${standing.data.name ?? standing.data.target ?? ''}"`;
}

function stepName({ step }: { readonly step: Deed['step'] }): string {
  return `the step "${step.data.id ?? ''}"`;
}

function* said({ plan }: RuleContext, { step, command }: Deed, message: string): Iterable<RuleFinding> {
  const place = placeInPlan(plan, [...step.path, 'run'], command.nameRange);
  if (place !== undefined) yield { message, range: place.range };
}
