import { checkRule } from '../../support/checkRule.ts';

const plan = (accepted: string, federated: string, version = '2016'): string => `federationPlan: 1
organizations:
  a:
    exchange: { version: ${version} }
    acceptedDomains: [${accepted}]
    federatedOrganizationIdentifier: { domains: [${federated}] }
`;

checkRule(
  'trust/domain-not-accepted',
  {
    'a slip': { finds: plan('alpha.example', 'alpha.example, «alhpa.example»'), says: /did you mean "alpha\.example"/, fixed: plan('alpha.example', 'alpha.example, alpha.example') },
    'a domain that is not stated': { finds: plan('alpha.example', '«somewhere.test»'), says: /add it to "acceptedDomains"/, fixed: plan('alpha.example, somewhere.test', 'somewhere.test') },
  },
  {
    'all are accepted': plan('alpha.example, beta.example', 'beta.example, ALPHA.example'),
    'the namespace among them, as Exchange lists it': plan('alpha.example', 'FYDIBOHF25SPDLT.alpha.example, alpha.example'),
    'an accepted domain with its subdomains': plan("'*.alpha.example'", 'mail.alpha.example'),
    'an older namespace, which is nobody’s mail domain': 'federationPlan: 1\norganizations:\n  a:\n    exchange: { version: 2010 }\n    acceptedDomains: [alpha.example]\n    federatedOrganizationIdentifier: { accountNamespace: exchangedelegation.alpha.example, domains: [exchangedelegation.alpha.example, alpha.example] }\n',
    'a domain that stands for any': plan("alpha.example, '*'", 'beta.example'),
    'no accepted domain is stated': plan('', 'alpha.example'),
    'Exchange Online': plan('alpha.example', 'beta.example', 'Online'),
    'the profile knows the domain': 'federationPlan: 1\nprofile: nhsmail-2018\norganizations:\n  s: { role: service, acceptedDomains: [other.example], federatedOrganizationIdentifier: { domains: [nhs.net] } }\n',
  },
);
