import { checkRule } from '../../support/checkRule.ts';
import { twoSides } from '../../support/plans.ts';

const plan = (...steps: readonly (readonly [organization: string, script: string])[]): string =>
  twoSides('', `steps:\n${steps.map(([organization, script], index) => `  - id: s${index}\n    organization: ${organization}\n    run: ${script}\n`).join('')}`);

checkRule(
  'trust/second-trust',
  { 'two in one organization': { finds: plan(['battlecalfed', 'New-FederationTrust -Name One -Thumbprint 1'], ['battlecalfed', '«New-FederationTrust» -Name Two -Thumbprint 2']), says: /the step "s0" has created one/ } },
  {
    'one each': plan(['battlecalfed', 'New-FederationTrust -Name One -Thumbprint 1'], ['practicemail', 'New-FederationTrust -Name One -Thumbprint 2']),
    'rebuilt': plan(['battlecalfed', 'New-FederationTrust -Name One -Thumbprint 1'], ['battlecalfed', 'Remove-FederationTrust One'], ['battlecalfed', 'New-FederationTrust -Name Two -Thumbprint 2']),
    'a dry run first': plan(['battlecalfed', 'New-FederationTrust -Name One -Thumbprint 1 -WhatIf'], ['battlecalfed', 'New-FederationTrust -Name One -Thumbprint 1']),
  },
);
