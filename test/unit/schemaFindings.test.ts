import { checkRule } from '../support/checkRule.ts';

const plan = (organization: string, top = ''): string => `federationPlan: 1\n${top}organizations:\n  a:\n    acceptedDomains: [a.example]\n${organization}`;
const whole = plan('    role: partner\n');

checkRule(
  'plan/unknown-key',
  {
    'a slip at the top': { finds: plan('', '«titel»: x\n'), says: /"titel" is not a key of a plan\. Did you mean "title"\?/, fixed: plan('', 'title: x\n') },
    'a slip inside': { finds: plan('    «excange»: { version: 2016 }\n'), says: /of "organizations\.a"\. Did you mean "exchange"/, fixed: plan('    exchange: { version: 2016 }\n') },
    'nothing like it': { finds: plan('    «colour»: red\n'), says: /Known keys: role, name/ },
    'a key that is there already is not meant': { finds: plan('    role: partner\n    «rol»: partner\n'), says: /Known keys/ },
    'a prototype’s name': { finds: plan('    «__proto__»: x\n    «constructor»: y\n'), says: /"__proto__" is not a key/ },
    'a merge key': { finds: plan('    «<<»: { role: partner }\n'), says: /YAML 1\.2, in which plans are written, has no merge/ },
    'in quotes, as JSON is written': { finds: '{"federationPlan":1,«"titel"»:"x","organizations":{"a":{"acceptedDomains":["a.example"]}}}\n', says: /"title"/, fixed: '{"federationPlan":1,"title":"x","organizations":{"a":{"acceptedDomains":["a.example"]}}}\n' },
  },
  { 'a plan': whole },
);

checkRule(
  'plan/missing-key',
  {
    'at the top': { finds: '«organizations:»\n  a: { acceptedDomains: [a.example] }\n', says: /The plan does not state "federationPlan"/, fixed: 'organizations:\n  a: { acceptedDomains: [a.example] }\nfederationPlan: \n' },
    'of a step': { finds: `${whole}steps:\n  - «id: one»\n    run: Get-FederationTrust\n`, says: /"steps\[0\]" does not state "organization"/, fixed: `${whole}steps:\n  - id: one\n    run: Get-FederationTrust\n    organization: \n` },
    'behind a block': {
      finds: `${whole}steps:\n  - «id: one»\n    run: |\n      Get-FederationTrust\n`,
      says: /organization/,
      fixed: `${whole}steps:\n  - id: one\n    run: |\n      Get-FederationTrust\n    organization: \n`,
    },
    'in braces there is no certain place': { finds: `${whole}steps:\n  - «{ id: one }»\n`, says: /organization/ },
  },
  { 'a plan': whole, 'what a merge was meant to bring': `${whole}steps:\n  - <<: {}\n`, 'with an error in the YAML nobody knows what is missing': 'organizations:\n  a: { acceptedDomains: [a.example\n' },
);

checkRule(
  'plan/wrong-type',
  {
    'a word for a boolean': {
      finds: plan('    acceptedDomains: [{ name: a.example, primary: «yes» }]\n').replace('    acceptedDomains: [a.example]\n', ''),
      says: /is the text "yes"; expected is "true" or "false"/,
      fixed: plan('    acceptedDomains: [{ name: a.example, primary: true }]\n').replace('    acceptedDomains: [a.example]\n', ''),
    },
    'PowerShell’s boolean': { finds: plan('    federatedOrganizationIdentifier: { enabled: «$true» }\n'), says: /expected is "true"/, fixed: plan('    federatedOrganizationIdentifier: { enabled: true }\n') },
    'a text for a mapping': { finds: plan('    exchange: «2016»\n'), says: /"organizations\.a\.exchange" is "?.*2016"; expected is a mapping of keys and values such as version, update, build/ },
    'one domain for a list': { finds: plan('').replace('[a.example]', '«a.example»'), says: /expected is a list/, fixed: plan('') },
    'several in one text': {
      finds: plan('    proxy: { winHttp: { bypass: «"<local>;*.a.example"» } }\n'),
      says: /expected is a list/,
      fixed: plan("    proxy: { winHttp: { bypass: ['<local>', '*.a.example'] } }\n"),
    },
    'a text for a list': { finds: plan('    servers: «EX1»\n'), says: /expected is a list/ },
    'a list for a text': { finds: plan('    name: «[a, b]»\n'), says: /is a list; expected is a text/ },
    'a mapping for a proof': { finds: plan('').replace('[a.example]', '[{ name: a.example, federationProof: «{ b: c }» }]'), says: /mapping of keys and values; expected is a text or a list/ },
    'a mapping for a title': { finds: plan('', 'title: «{ a: b }»\n'), says: /mapping of keys and values; expected is a text/ },
  },
  {
    'numbers are text where text is meant': plan('    exchange: { version: 2016, update: 0042, build: 15.10 }\n    singlePointOfContact: { telephone: 0800 }\n'),
    'a date is text': plan('', 'agreement: { signedOn: 2026-03-02 }\n'),
    'true is a title': plan('', 'title: true\n'),
    'a domain alone and with details': plan('', '').replace('[a.example]', '[a.example, { name: b.example }]'),
  },
);

checkRule(
  'plan/wrong-value',
  {
    'a slip': { finds: plan('    role: «parter»\n'), says: /Did you mean "partner"\?/, fixed: plan('    role: partner\n') },
    'another word': { finds: plan('    role: «customer»\n'), says: /Expected is one of: partner, service/ },
    'a version': { finds: plan('    exchange: { version: «2007» }\n'), says: /Expected is one of: 2010, 2013/ },
  },
  { 'a value': whole, 'in quotes': plan('    exchange: { version: "2016" }\n') },
);

checkRule(
  'plan/value-missing',
  {
    'a key without a value': { finds: plan('    «exchange»:\n'), says: /"organizations\.a\.exchange" has no value; expected is a mapping/ },
    'a dash without a value': { finds: plan('    servers:\n      «-»\n'), says: /"organizations\.a\.servers\[0\]" has no value/ },
    'an empty list of domains': { finds: `${whole}organizationRelationships:\n  - { owner: a, target: a, domainNames: «[]» }\n`, says: /at least one entry/ },
  },
  { 'a plan': whole },
);

checkRule(
  'plan/unknown-version',
  { 'a later format': { finds: whole.replace('federationPlan: 1', 'federationPlan: «2»'), says: /version 2 of the plan format, and this release reads version 1/ } },
  { 'this format': whole },
);

checkRule(
  'plan/wrong-form',
  {
    'an id': { finds: whole.replace('  a:', '  «a b»:'), says: /"a b" cannot be an id/ },
    'a build': { finds: plan('    exchange: { build: «CU23» }\n'), says: /Expected is for example "15\.1\.2507\.6"/ },
  },
  { 'a build': plan('    exchange: { build: 15.1.2507.6 }\n') },
);
