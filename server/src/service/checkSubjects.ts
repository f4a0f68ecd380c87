import type { CheckSubject, StatedRelationship } from '../protocol/checks.ts';
import { isDomainName } from './plan/domainName.ts';
import type { Organization, PlanModel } from './plan/planModel.ts';

/**
 * The domains of a plan that can be checked from outside, with what the plan states of them: every organization that has
 * domains, whichever side it is on.
 *
 * @param toAscii turns an internationalized name into its A-label form; the empty string where there is none (RFC 5891).
 */
export function checkSubjects(model: PlanModel, toAscii: (name: string) => string): CheckSubject[] {
  // Only what can stand in a URL as it is: the address becomes part of one.
  const mailboxes = (model.data.checks?.testUsers ?? []).filter((address) => /^[\w.+-]{1,64}@[^@\s/?#]{1,253}$/.test(address));
  return model.organizations.flatMap((organization) => {
    const stated = new Map<string, string[]>();
    for (const { name, proofs } of organization.acceptedDomains) stated.set(name, [...(stated.get(name) ?? []), ...proofs.map(({ value }) => value)]);
    const seen = new Set<string>();
    const federated = organization.federatedDomains;
    const relationships = relationshipsTo(model, organization, toAscii);
    return organization.knownDomains.flatMap((name): CheckSubject[] => {
      // The conversion would stop at a slash or colon and answer for what stands before it.
      const domain = /[/:@?#\\\s]/.test(name) ? '' : toAscii(name).toLowerCase();
      // A domain may be written in two ways, as an A-label too.
      if (!isDomainName(domain) || seen.has(domain)) return [];
      seen.add(domain);
      const naming = relationships.filter(({ names }) => names.includes(domain)).map(({ stated }) => stated);
      const mailbox = mailboxes.find((address) => toAscii(address.slice(address.lastIndexOf('@') + 1)).toLowerCase() === domain);
      return [
        {
          organization: organization.id,
          domain,
          hosting: organization.hosting,
          federationProofs: stated.get(name) ?? [],
          demandsTls10: model.profile.demandsTls10,
          ...(federated === undefined ? {} : { federatedDomains: federated.map((each) => toAscii(each.name)).filter((each) => each !== '') }),
          ...(naming.length === 0 ? {} : { relationships: naming }),
          ...(mailbox === undefined ? {} : { testMailbox: mailbox }),
          ...(organization.data.autodiscover === undefined ? {} : { autodiscover: asciiUrl(organization.data.autodiscover, toAscii) }),
          ...(organization.data.webServices === undefined ? {} : { webServices: asciiUrl(organization.data.webServices, toAscii) }),
          ...(organization.exchangeVersion === undefined ? {} : { exchangeVersion: organization.exchangeVersion }),
        },
      ];
    });
  });
}

/** The relationships that have the organization as their target, with the domains that they name. */
function relationshipsTo(
  model: PlanModel,
  organization: Organization,
  toAscii: (name: string) => string,
): readonly { readonly names: readonly string[]; readonly stated: StatedRelationship }[] {
  return model.relationships.flatMap(({ target, domainNames, data }) => {
    if (target !== organization) return [];
    const { name = '', targetApplicationUri, targetAutodiscoverEpr, targetSharingEpr } = data;
    const stated: StatedRelationship = {
      name,
      ...(targetApplicationUri === undefined ? {} : { targetApplicationUri }),
      ...(targetAutodiscoverEpr === undefined ? {} : { targetAutodiscoverEpr: asciiUrl(targetAutodiscoverEpr, toAscii) }),
      ...(targetSharingEpr === undefined ? {} : { targetSharingEpr: asciiUrl(targetSharingEpr, toAscii) }),
    };
    return [{ names: domainNames.map((each) => toAscii(each.name).toLowerCase()), stated }];
  });
}

/** A URL with its host as an A-label; what is no URL stays as it is, and the check that would ask it says so. */
function asciiUrl(url: string, toAscii: (name: string) => string): string {
  const match = /^(https?:\/\/)([^/:@?#\s]+)(.*)$/iu.exec(url);
  const host = match === null ? '' : toAscii(match[2] ?? '');
  return match === null || host === '' ? url : `${match[1] ?? ''}${host}${match[3] ?? ''}`;
}
