import type { CheckResult } from '../../protocol/checks.ts';
import type { Finding, OffsetRange, Severity } from '../finding.ts';
import type { PlanDocument } from '../plan/planDocument.ts';
import type { Organization, PlanModel } from '../plan/planModel.ts';

const severities: Readonly<Partial<Record<CheckResult['verdict'], Severity>>> = { fail: 'error', warn: 'warning', unknown: 'information' };

/**
 * Results of live checks as findings on the line they speak of, in the plan as it is now. A result whose organization or
 * domain the plan no longer has is left out.
 */
export function checkFindings(plan: PlanDocument, model: PlanModel, results: readonly CheckResult[], toAscii: (name: string) => string): Finding[] {
  return results.flatMap((result): Finding[] => {
    const severity = severities[result.verdict];
    const organization = model.organizations.find(({ id }) => id === result.organization);
    if (severity === undefined || organization === undefined) return [];
    const range = rangeOf(plan, organization, result, toAscii);
    if (range === undefined) return [];
    const parts = [result.summary, result.cause, result.fix].filter((part) => part !== undefined && part !== '');
    return [{ code: `check/${result.check}`, severity, message: parts.join(' '), range, fixes: [] }];
  });
}

function rangeOf(plan: PlanDocument, organization: Organization, result: CheckResult, toAscii: (name: string) => string): OffsetRange | undefined {
  const domain = organization.acceptedDomains.find(({ name }) => toAscii(name) === result.domain);
  const isKnown = domain !== undefined || organization.knownDomains.some((name) => toAscii(name) === result.domain);
  if (!isKnown) return undefined;
  const proof = domain?.proofs[0];
  if (result.about === 'federationProof' && proof !== undefined) return plan.valueRange(proof.path);
  if (result.about === 'autodiscover' || result.about === 'webServices') {
    const stated = plan.keyRange([...organization.path, result.about]) === undefined ? undefined : plan.valueRange([...organization.path, result.about]);
    if (stated !== undefined) return stated;
  }
  // A domain that the profile fills in stands nowhere in the plan: the organization's own key speaks for it.
  return domain === undefined ? plan.keyRange(organization.path) : plan.valueRange(domain.path);
}
