import { checkRule } from '../../support/checkRule.ts';

const plan = (account: string): string => `federationPlan: 1
organizations:
  a:
    acceptedDomains: [a.example]
    administrator: { account: ${account} }
`;

checkRule(
  'yaml/control-character',
  {
    'a bell': { finds: plan(String.raw`«"CORP\admin"»`), says: /Use single quotes/, fixed: plan(String.raw`'CORP\admin'`) },
    'a tab': { finds: plan(String.raw`«"CORP\tom"»`), says: /control character/, fixed: plan(String.raw`'CORP\tom'`) },
    'beside an escape that is meant': { finds: plan(String.raw`«"CORP\admin \"x\""»`), says: /control character/ },
  },
  {
    'single quotes': plan(String.raw`'CORP\admin'`),
    'no quotes': plan(String.raw`CORP\admin`),
    'a backslash escaped': plan(String.raw`"CORP\\admin"`),
    'a tab that was typed': plan('"one\ttwo"'),
    'a script with tabs, as a tool writes it': plan(String.raw`"if ($true) {\n\tGet-FederationTrust\n}\n"`),
    'a line break that is meant': plan(String.raw`"one\ntwo"`),
  },
);
