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
  return model.organizations.flatMap((organization) => {
    const stated = new Map<string, string[]>();
    for (const { name, proofs } of organization.acceptedDomains) stated.set(name, [...(stated.get(name) ?? []), ...proofs.map(({ value }) => value)]);
    const seen = new Set<string>();
    return organization.knownDomains.flatMap((name): CheckSubject[] => {
      // The conversion would stop at a slash or colon and answer for what stands before it.
      const domain = /[/:@?#\\\s]/.test(name) ? '' : toAscii(name).toLowerCase();
      // A domain may be written in two ways, as an A-label too.
      if (!isDomainName(domain) || seen.has(domain)) return [];
      seen.add(domain);
      return [
        {
          organization: organization.id,
          domain,
          hosting: organization.hosting,
          federationProofs: stated.get(name) ?? [],
          demandsTls10: model.profile.demandsTls10,
          ...(organization.data.autodiscover === undefined ? {} : { autodiscover: asciiUrl(organization.data.autodiscover, toAscii) }),
          ...(organization.data.webServices === undefined ? {} : { webServices: asciiUrl(organization.data.webServices, toAscii) }),
          ...(organization.exchangeVersion === undefined ? {} : { exchangeVersion: organization.exchangeVersion }),
        },
      ];
    });
  });
}

/** A URL with its host as an A-label; what is no URL stays as it is, and the check that would ask it says so. */
function asciiUrl(url: string, toAscii: (name: string) => string): string {
  const match = /^(https?:\/\/)([^/:@?#\s]+)(.*)$/iu.exec(url);
  const host = match === null ? '' : toAscii(match[2] ?? '');
  return match === null || host === '' ? url : `${match[1] ?? ''}${host}${match[3] ?? ''}`;
}
