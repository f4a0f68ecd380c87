import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/switch-value',
  {
    'Confirm': { script: 'Remove-OrganizationRelationship -Identity X «-Confirm $false»', says: /takes "\$false" only behind a colon/, fixed: 'Remove-OrganizationRelationship -Identity X -Confirm:$false', severity: 'error' },
    'true': { script: 'Set-FederationTrust X «-RefreshMetadata  $True»', says: /colon/, fixed: 'Set-FederationTrust X -RefreshMetadata:$True' },
  },
  { 'with a colon': 'Remove-OrganizationRelationship -Identity X -Confirm:$false', 'a Boolean': 'Set-OrganizationRelationship X -Enabled $false' },
);
