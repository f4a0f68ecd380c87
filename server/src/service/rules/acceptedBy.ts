import type { Organization } from '../plan/planModel.ts';

/** True where an organization is known to accept a name's mail, also by an accepted domain with its subdomains (`*.a.example`), or by `*`, which is any. */
export function accepts({ knownDomains }: Organization, name: string): boolean {
  return knownDomains.some((domain) => domain === name || domain === '*' || (domain.startsWith('*.') && name.endsWith(domain.slice(1))));
}

/** Older namespaces were domains of their own below an accepted one; who states the domain above need not have stated them. */
export function isBelowAccepted({ knownDomains }: Organization, name: string): boolean {
  return knownDomains.some((domain) => name.endsWith(`.${domain}`));
}
