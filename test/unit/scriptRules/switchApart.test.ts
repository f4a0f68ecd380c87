import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/switch-apart',
  { 'it becomes the identity': { script: 'Get-OrganizationRelationship | Remove-OrganizationRelationship «-Confirm $false»', says: /goes to "-Identity"/, fixed: 'Get-OrganizationRelationship | Remove-OrganizationRelationship -Confirm:$false' } },
  { 'with a colon': 'Get-OrganizationRelationship | Remove-OrganizationRelationship -Confirm:$false', 'a Boolean': 'Set-OrganizationRelationship X -Enabled $false', 'another value': 'Remove-OrganizationRelationship -Force X' },
);
