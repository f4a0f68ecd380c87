import { checkRule } from '../../support/checkRule.ts';

const plan = (namespace: string, accepted = 'alpha.example, beta.example', version = '2016'): string => `federationPlan: 1
organizations:
  a:
    exchange: { version: ${version} }
    acceptedDomains: [${accepted}]
    federatedOrganizationIdentifier: { accountNamespace: ${namespace} }
`;

checkRule(
  'trust/namespace-not-accepted',
  {
    'a slip': { finds: plan('«alhpa.example»'), says: /Did you mean "alpha\.example"\?/, fixed: plan('alpha.example') },
    'with the prefix': { finds: plan('«FYDIBOHF25SPDLT.elsewhere.test»'), says: /made of "elsewhere\.test"/ },
  },
  {
    'an accepted domain': plan('alpha.example'),
    'the same with its prefix': plan('FYDIBOHF25SPDLT.Beta.example'),
    'a namespace of one’s own below an accepted domain': plan('exchangedelegation.alpha.example'),
    'no accepted domain is stated': plan('gamma.example', ''),
    'Exchange Online': plan('gamma.example', 'alpha.example', 'Online'),
    'no value yet': plan(''),
  },
);
