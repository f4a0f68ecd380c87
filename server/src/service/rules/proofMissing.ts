import { federatedNames } from './federatedBy.ts';
import type { Rule } from './rule.ts';

export const proofMissing: Rule = {
  code: 'trust/proof-missing',
  title: 'A federated domain without its federation proof',
  // The proof is needed while the trust is set up, and not again until its certificate is rolled.
  severity: 'information',
  guidance: ['G15', 'G15a', 'G31', 'G35', 'G35a'],
  saysMissing: true,
  *checkOrganization(organization, { plan }) {
    if (organization.hosting !== 'onPremises') return;
    const federated = new Set(federatedNames(organization));
    for (const { name, path, proofs } of organization.acceptedDomains) {
      if (proofs.length > 0 || !federated.has(name)) continue;
      const range = plan.valueRange(path);
      if (range === undefined) continue;
      yield { message: `"${name}" is federated, and its federation proof is not stated. Set-up needs it as a TXT record: take it from Get-FederatedDomainProof -DomainName ${name} and state it as "federationProof".`, range };
    }
  },
};
