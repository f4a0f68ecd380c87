import { checkRule } from '../../support/checkRule.ts';
import { proof } from '../../support/plans.ts';

const plan = (version: string, domain: string, federated = '[a.example]'): string => `federationPlan: 1
organizations:
  a:
    exchange: { version: ${version} }
    acceptedDomains:
      - ${domain}
    federatedOrganizationIdentifier: { domains: ${federated} }
`;

checkRule(
  'trust/proof-missing',
  {
    'a domain by its name alone': { finds: plan('2016', '«a.example»'), says: /Get-FederatedDomainProof -DomainName a\.example/ },
    'the domain of the account namespace, which no list needs to name': { finds: plan('2016', '«a.example»', '[]').replace('{ domains: [] }', '{ accountNamespace: a.example, domains: [b.example] }'), says: /"a\.example" is federated/ },
    'each server states its version': { finds: plan('2016', '«a.example»').replace('exchange: { version: 2016 }', 'servers: [{ name: EX1, exchange: { version: 2016 } }, { name: EX2, exchange: { version: 2019 } }]'), says: /"a\.example"/ },
    'a domain with details': { finds: plan('2010', '{ name: «a.example», primary: true }'), says: /Set-up needs it/ },
  },
  {
    'the proof is stated': plan('2016', `{ name: a.example, federationProof: ${proof} }`),
    'not federated': plan('2016', 'a.example', '[]'),
    'Exchange Online needs none': plan('Online', 'a.example'),
    'it is not known where the mailboxes are': plan('2016', 'a.example').replace('    exchange: { version: 2016 }\n', ''),
    'a federated domain that is not an accepted one is another finding': plan('2016', 'a.example', '[b.example]'),
  },
);
