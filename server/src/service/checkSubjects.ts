import type { CheckSubject } from '../protocol/checks.ts';
import { isDomainName } from './plan/domainName.ts';
import type { PlanModel } from './plan/planModel.ts';

/**
 * The domains of a plan that can be checked from outside, with what the plan states of them: every organization that has
 * domains, whichever side it is on.
 *
 * @param toAscii turns an internationalized name into its A-label form; the empty string where there is none (RFC 5891).
 */
export function checkSubjects(model: PlanModel, toAscii: (name: string) => string): CheckSubject[] {
  return model.organizations.flatMap((organization) =>
    organization.knownDomains.flatMap((name): CheckSubject[] => {
      const domain = toAscii(name).toLowerCase();
      if (!isDomainName(domain)) return [];
      const proofs = organization.acceptedDomains.filter((each) => each.name === name).flatMap((each) => each.proofs.map(({ value }) => value));
      return [
        {
          organization: organization.id,
          domain,
          hosting: organization.hosting,
          federationProofs: proofs,
          demandsTls10: model.profile.demandsTls10,
          ...(organization.data.autodiscover === undefined ? {} : { autodiscover: organization.data.autodiscover }),
          ...(organization.data.webServices === undefined ? {} : { webServices: organization.data.webServices }),
          ...(organization.exchangeVersion === undefined ? {} : { exchangeVersion: organization.exchangeVersion }),
        },
      ];
    }),
  );
}
