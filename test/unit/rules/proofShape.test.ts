import { checkRule } from '../../support/checkRule.ts';
import { proof } from '../../support/plans.ts';

const plan = (value: string): string => `federationPlan: 1
organizations:
  a:
    acceptedDomains:
      - name: a.example
        federationProof: ${value}
`;

checkRule(
  'trust/proof-shape',
  {
    'too short': { finds: plan(`«${proof.slice(1)}»`), says: /is 87 characters long.*Expected are 88/ },
    'a blank from a PDF': { finds: plan(`«${proof.slice(0, 40)} ${proof.slice(41)}»`), says: /holds a blank/ },
    'another character': { finds: plan(`«${proof.slice(0, 40)}<${proof.slice(41)}»`), says: /holds "<"/ },
    'an end that 64 bytes cannot have': { finds: plan(`«${proof.slice(0, 85)}B==»`), says: /SHA-512/ },
    'the second of two': { finds: plan(`[${proof}, «abc»]`), says: /3 characters/ },
  },
  { 'a proof': plan(proof), 'two proofs while a certificate is rolled': plan(`[${proof}, ${proof}]`), 'in quotes': plan(`"${proof}"`), 'in a block, whose line break is none of it': plan(`|\n          ${proof}`), 'in a folded block': plan(`>\n          ${proof}\n\n`) },
);
