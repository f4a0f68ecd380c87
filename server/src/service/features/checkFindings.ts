import type { CheckResult } from '../../protocol/checks.ts';
import type { Finding, OffsetRange, Severity } from '../finding.ts';
import type { PlanDocument } from '../plan/planDocument.ts';
import type { AcceptedDomain, Organization, PlanModel } from '../plan/planModel.ts';

const severities: Readonly<Partial<Record<CheckResult['verdict'], Severity>>> = { fail: 'error', warn: 'warning', unknown: 'information' };

/** A result and the finding that it makes. */
export interface CheckFinding {
  readonly result: CheckResult;
  readonly finding: Finding;
}

/**
 * Results of live checks as findings on the line they speak of, in the plan as it is now. A result whose organization or
 * domain the plan no longer has is left out, and so is one with nothing to tell.
 */
export function checkFindings(plan: PlanDocument, model: PlanModel, results: readonly CheckResult[], toAscii: (name: string) => string): CheckFinding[] {
  const telling = results.filter(({ verdict }) => severities[verdict] !== undefined);
  if (telling.length === 0) return [];
  const organizations = new Map(model.organizations.map((organization) => [organization.id, organization]));
  return telling.flatMap((result): CheckFinding[] => {
    const severity = severities[result.verdict];
    const organization = organizations.get(result.organization);
    if (severity === undefined || organization === undefined) return [];
    const known = domainsOf(organization, toAscii);
    const range = known.has(result.domain) ? rangeOf(plan, organization, known.get(result.domain), result.about) : undefined;
    if (range === undefined) return [];
    const parts = [result.summary, result.cause, result.fix].filter((part) => part !== undefined && part !== '');
    return [{ result, finding: { code: `check/${result.check}`, severity, message: parts.join(' '), range, fixes: [] } }];
  });
}

/** An organization that an edit has not touched is the same object in the next plan. */
const domainsByOrganization = new WeakMap<Organization, ReadonlyMap<string, AcceptedDomain | undefined>>();

/** By A-label; undefined for a domain that only the profile knows. */
function domainsOf(organization: Organization, toAscii: (name: string) => string): ReadonlyMap<string, AcceptedDomain | undefined> {
  const before = domainsByOrganization.get(organization);
  if (before !== undefined) return before;
  const known = new Map<string, AcceptedDomain | undefined>(organization.knownDomains.map((name) => [toAscii(name), undefined]));
  for (const domain of organization.acceptedDomains) known.set(toAscii(domain.name), domain);
  domainsByOrganization.set(organization, known);
  return known;
}

function rangeOf(plan: PlanDocument, organization: Organization, domain: AcceptedDomain | undefined, about: CheckResult['about']): OffsetRange | undefined {
  const proof = domain?.proofs[0];
  if (about === 'federationProof' && proof !== undefined) return plan.valueRange(proof.path);
  if (about === 'autodiscover' || about === 'webServices') {
    const stated = organization.data[about] === undefined ? undefined : plan.valueRange([...organization.path, about]);
    if (stated !== undefined) return stated;
  }
  // A domain that the profile fills in stands nowhere in the plan: the organization's own key speaks for it.
  return domain === undefined ? plan.keyRange(organization.path) : plan.valueRange(domain.path);
}
