import { checkRule } from '../../support/checkRule.ts';

const step = (run: string): string => `federationPlan: 1\norganizations:\n  a: { acceptedDomains: [a.example] }\nsteps:\n  - id: one\n    organization: a\n${run}`;

checkRule(
  'script/folded',
  {
    'two commands': {
      finds: step('    run: «>»\n      Get-FederationTrust\n      Get-FederatedOrganizationIdentifier\n'),
      says: /joins its lines\. A script needs its lines: write "\|"\./,
      fixed: step('    run: |\n      Get-FederationTrust\n      Get-FederatedOrganizationIdentifier\n'),
    },
    'a comment that swallows the rest': {
      finds: step('    verify: «>»- # why\n      # the trust\n      Get-FederationTrust\n'),
      says: /a comment swallows what follows it/,
      fixed: step('    verify: |- # why\n      # the trust\n      Get-FederationTrust\n'),
    },
    'a command prompt': {
      finds: step('    commandPrompt: «>»\n      netsh winhttp show proxy\n      netsh winhttp reset proxy\n'),
      says: /folded block/,
      fixed: step('    commandPrompt: |\n      netsh winhttp show proxy\n      netsh winhttp reset proxy\n'),
    },
  },
  {
    'a literal block': step('    run: |\n      Get-FederationTrust\n      Get-FederationTrust\n'),
    'one command on several lines': step('    run: >\n      New-OrganizationRelationship -Name x\n      -DomainNames b.example\n      -Enabled $true\n'),
    'a pipeline on several lines': step('    run: >\n      Get-FederationTrust |\n      Format-List\n'),
    'lines that folding keeps apart': step('    run: >\n      Get-FederationTrust\n\n      Get-FederationTrust\n'),
    'a folded title': step('    title: >\n      Get-FederationTrust\n      Get-FederationTrust\n'),
  },
);
