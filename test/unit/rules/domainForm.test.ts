import { checkRule } from '../../support/checkRule.ts';

const plan = (accepted: string, named = 'b.example', federated = 'a.example'): string => `federationPlan: 1
organizations:
  a:
    acceptedDomains: [${accepted}]
    federatedOrganizationIdentifier: { domains: [${federated}] }
  b: { acceptedDomains: [b.example] }
organizationRelationships:
  - { owner: a, target: b, domainNames: [${named}] }
`;

checkRule(
  'plan/domain-form',
  {
    'a URL': { finds: plan("«'https://a.example/owa'»"), says: /is a URL.*the domain alone, "a\.example"/, fixed: plan('a.example') },
    'a mail address': { finds: plan('a.example', "«'user@b.example'»"), says: /is a mail address/, fixed: plan('a.example') },
    'a mail address in brackets': { finds: plan("«'<user@a.example>'»"), says: /mail address/, fixed: plan('a.example') },
    'with details': { finds: plan("{ name: «'@a.example'», primary: true }"), says: /mail address/, fixed: plan('{ name: a.example, primary: true }') },
    'curly quotes of a copied text': { finds: plan('«“a.example”»'), says: /holds brackets, quotes/, fixed: plan('a.example') },
    'several in one text': { finds: plan('a.example', 'b.example', "«'a.example; a2.example'»"), says: /holds a blank, a comma or a semicolon.*for instance/ },
    'a port': { finds: plan("«'a.example:443'»"), says: /a path or a port/, fixed: plan('a.example') },
    'two dots': { finds: plan('«a..example»'), says: /an empty part between its dots/, fixed: plan('a.example') },
  },
  {
    'domains': plan('a.example, A2.Example., müller.example, xn--mller-kva.example, a_b.example'),
    'an accepted domain with its subdomains, and any': plan("'*.a.example', '*'"),
    'one label': plan('local'),
    'the namespace as Exchange lists it': plan('a.example', 'b.example', 'FYDIBOHF25SPDLT.a.example'),
    'nothing yet': plan('a.example', "''"),
  },
);
