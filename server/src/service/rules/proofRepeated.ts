import type { Rule } from './rule.ts';

export const proofRepeated: Rule = {
  code: 'trust/proof-repeated',
  title: 'The same federation proof for two domains',
  severity: 'warning',
  guidance: ['G15a', 'G31', 'G35a'],
  *check({ plan, model }) {
    const first = new Map<string, string>();
    for (const { acceptedDomains } of model.organizations) {
      for (const { name, proofs } of acceptedDomains) {
        for (const { value, path } of proofs) {
          const before = first.get(value);
          if (before === undefined) first.set(value, name);
          if (before === undefined || before === name || value === '') continue;
          const range = plan.valueRange(path);
          if (range !== undefined) yield { message: `This is the proof of "${before}". A proof is made for one domain: take that of "${name}" from Get-FederatedDomainProof -DomainName ${name}.`, range };
        }
      }
    }
  },
};
