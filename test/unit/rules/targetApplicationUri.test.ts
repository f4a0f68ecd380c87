import { checkRule } from '../../support/checkRule.ts';

const plan = (uri: string, target = ''): string => `federationPlan: 1
organizations:
  a: { acceptedDomains: [a.example] }
  b:
    acceptedDomains: [b.example]
${target}organizationRelationships:
  - { owner: a, target: b, domainNames: [b.example], targetApplicationUri: ${uri} }
`;
const namespace = '    federatedOrganizationIdentifier: { accountNamespace: b.example }\n';
const trust = '    federationTrust: { applicationUri: FYDIBOHF25SPDLT.b.example }\n';

checkRule(
  'relationship/target-application-uri',
  {
    'an endpoint': { finds: plan('«https://autodiscover.b.example/autodiscover/autodiscover.svc»'), says: /not the form of an application URI/ },
    'not the trust’s': { finds: plan('«FYDIBOHF25SPDLT.c.example»', trust), says: /stated as "FYDIBOHF25SPDLT\.b\.example"/, fixed: plan('FYDIBOHF25SPDLT.b.example', trust) },
    'not the namespace’s': { finds: plan('«c.example»', namespace), says: /Expected is the same in both/, fixed: plan('FYDIBOHF25SPDLT.b.example', namespace) },
  },
  {
    'the same': plan('FYDIBOHF25SPDLT.b.example', trust),
    'without the prefix, in capitals': plan('B.example', namespace),
    'with a scheme and a slash': plan('http://fydibohf25spdlt.b.example/', trust),
    'the cloud': plan('outlook.com'),
    'the target has moved to the cloud': plan('Outlook.com', trust),
    'a namespace of one’s own': plan('exchangedelegation.b.example', namespace),
    'nothing is stated of the target': plan('FYDIBOHF25SPDLT.c.example'),
    'in the cloud the namespace tells nothing of the URI': plan('FYDIBOHF25SPDLT.c.example', `    exchange: { version: Online }\n${namespace}`),
    'no value yet': plan('', trust),
  },
);
