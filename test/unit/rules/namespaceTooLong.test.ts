import { checkRule } from '../../support/checkRule.ts';

const long = 'a-council-with-a-rather-long-name.example';
const fits = 'a-council-with-a-name-ab.example';
const plan = (namespace: string, trust = ''): string => `federationPlan: 1
organizations:
  a:
    exchange: { version: 2016 }
    acceptedDomains: [{ name: ${long}, primary: true }, ${fits}]
${trust}    federatedOrganizationIdentifier: { accountNamespace: ${namespace} }
`;
const primary = (name: string): string => `federationPlan: 1
organizations:
  a:
    exchange: { version: 2016 }
    acceptedDomains: [{ name: ${name}, primary: true }]
    federationTrust: { name: Microsoft Federation Gateway }
`;

checkRule(
  'trust/namespace-too-long',
  {
    'the domain': { finds: plan(`«${long}»`), says: /has 41 characters.*at most 32/ },
    'with its prefix, which does not count': { finds: plan(`«FYDIBOHF25SPDLT.${long}»`), says: /has 41 characters/ },
    'the primary domain, where no namespace is stated': { finds: primary(`«${long}»`), says: /State a shorter accepted domain of "a" as "accountNamespace"/ },
  },
  {
    'exactly 32': plan(fits),
    'exactly 32 behind the prefix': plan(`FYDIBOHF25SPDLT.${fits}`),
    'a short primary domain': primary('a.example'),
    'a long primary domain and another namespace': plan(fits, '    federationTrust: { name: X }\n'),
    'Exchange Online': plan(long).replace('2016', 'Online'),
    'a name whose A-label form is not known here': plan('ämtliche-verwaltung-der-großen-stadt.example'),
  },
);
