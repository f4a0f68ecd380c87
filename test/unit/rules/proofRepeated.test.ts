import { checkRule } from '../../support/checkRule.ts';
import { proof } from '../../support/plans.ts';

const other = proof.replace('fl2n', 'gm3o');
const plan = (first: string, second: string): string => `federationPlan: 1
organizations:
  a:
    acceptedDomains:
      - { name: a.example, federationProof: ${first} }
  b:
    acceptedDomains:
      - { name: b.example, federationProof: ${second} }
`;

checkRule(
  'trust/proof-repeated',
  { 'of two domains': { finds: plan(proof, `«${proof}»`), says: /the proof of "a\.example".*-DomainName b\.example/ } },
  {
    'each has its own': plan(proof, other),
    'one is not known yet': plan(proof, ''),
    'the same domain on both sides of a hybrid organization': plan(proof, proof).replace('b.example', 'a.example'),
    'twice for one domain': plan(`[${proof}, ${proof}]`, other),
  },
);
