import type { Rule } from './rule.ts';

export const proofMissing: Rule = {
  code: 'trust/proof-missing',
  title: 'A federated domain without its federation proof',
  // The proof is needed while the trust is set up, and not again until its certificate is rolled.
  severity: 'information',
  guidance: ['G15', 'G31', 'G35a'],
  *check({ plan, model }) {
    for (const organization of model.organizations) {
      if (organization.hosting !== 'onPremises') continue;
      for (const { name } of organization.federatedDomains ?? []) {
        const domain = organization.acceptedDomains.find((each) => each.name === name);
        const range = domain === undefined ? undefined : plan.valueRange(domain.path);
        if (domain === undefined || range === undefined || domain.proofs.length > 0) continue;
        yield { message: `"${name}" is federated, and its federation proof is not stated. Set-up needs it as a TXT record: take it from Get-FederatedDomainProof -DomainName ${name} and state it as "federationProof".`, range };
      }
    }
  },
};
