import { checkRule } from '../../support/checkRule.ts';
import { proof } from '../../support/plans.ts';

const other = proof.replace('fl2n', 'gm3o');
const plan = (records: readonly string[], stated = proof): string => `federationPlan: 1
organizations:
  a:
    acceptedDomains:
      - name: a.example
        federationProof: ${stated}
      - a2.example
steps:
  - id: s
    organization: a
    dnsRecords: |
${records.map((record) => `      ${record}\n`).join('')}`;

checkRule(
  'step/record-differs',
  {
    'another proof': { finds: plan([`a.example TXT IN «${other}»`]), says: /not the federation proof that the plan states/, fixed: plan([`a.example TXT IN ${proof}`]) },
    'as the wizard prints it, cut off': { finds: plan([`a.example. IN TXT "«${proof.slice(0, 60)}»"`]), says: /not the federation proof/, fixed: plan([`a.example. IN TXT "${proof}"`]) },
    'with a time to live': { finds: plan([`a.example. 3600 IN TXT "«${other}»"`]), says: /not the federation proof/, fixed: plan([`a.example. 3600 IN TXT "${proof}"`]) },
    'no proof at all': { finds: plan([`a2.example TXT IN «${proof.slice(0, 80)}»`]), says: /80 characters long/ },
    'neither of two': { finds: plan([`a.example TXT IN «${other}»`], `[${proof}, ${proof.replace('fl2n', 'hn4p')}]`), says: /Expected is the same value/ },
  },
  {
    'the same': plan([`A.example. TXT IN ${proof}`, `a.example IN TXT "${proof}"`]),
    'one of two': plan([`a.example TXT IN ${other}`], `[${proof}, ${other}]`),
    'nothing is stated to compare with': plan([`a2.example TXT IN ${other}`]),
    'another TXT record of the zone': plan(['a.example TXT "v=spf1 include:spf.protection.outlook.com -all"', 'a.example TXT MS=ms12345678']),
    'tokens of other verifications': plan(['a.example TXT google-site-verification=rXOxyZounnZasA8Z7oaD3c14JdjS9aKSWvsR1EbUSIQ', 'a.example IN TXT "docusign=1b0a6754-49b1-4db5-8540-d2c12664b289"']),
    'a domain of somebody else': plan([`b.example TXT IN ${other}`]),
    'a comment': plan([`; a.example TXT IN ${other}`]),
  },
);
