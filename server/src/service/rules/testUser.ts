import { domainName } from '../plan/domainName.ts';
import { federatedNames } from './federatedBy.ts';
import { replaceValueFix } from './fixes.ts';
import { quotedNames } from './quotedNames.ts';
import type { Rule } from './rule.ts';

export const testUser: Rule = {
  code: 'checks/test-user',
  title: 'A test user whose address is none, or is not in a federated domain',
  severity: 'warning',
  guidance: ['G19', 'G36c', 'G37'],
  saysMissing: true,
  *check({ plan, model }) {
    for (const [index, written] of (model.data.checks?.testUsers ?? []).entries()) {
      const path = ['checks', 'testUsers', index];
      const bracketed = /^<\s*([^<>\s@]+@[^<>\s@]+)\s*>$/.exec(written.trim())?.[1];
      if (bracketed !== undefined) {
        const range = plan.valueRange(path);
        if (range !== undefined) yield { message: `"${written}" stands in angle brackets, which PowerShell takes for a redirection. State the address alone.`, range, fixes: [replaceValueFix(range, bracketed)] };
        continue;
      }
      const domain = domainName(/@([^@\s]+)$/.exec(written)?.[1] ?? '');
      if (domain === '') continue;
      const owners = model.organizations.filter(({ acceptedDomains, hosting }) => hosting !== 'online' && acceptedDomains.some(({ name }) => name === domain));
      // Where several organizations accept the domain, or the list is not stated, it is not known where it is federated.
      const [owner] = owners;
      const federated = owner === undefined ? undefined : federatedNames(owner);
      if (owner === undefined || owners.length > 1 || federated === undefined || federated.includes(domain)) continue;
      if (model.organizations.some((each) => each !== owner && each.knownDomains.includes(domain))) continue;
      const range = plan.valueRange(path);
      if (range !== undefined) yield { message: `"${domain}" is not among the federated domains of "${owner.id}", and sharing works only for users whose address is in one. Take a user of ${quotedNames(federated, 5) || 'a federated domain'}, or federate "${domain}".`, range };
    }
  },
};
