import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/boolean-value',
  {
    'without its sign': { script: 'Set-OrganizationRelationship X -FreeBusyAccessEnabled «true»', says: /Expected is \$true or \$false, with the "\$"/, fixed: 'Set-OrganizationRelationship X -FreeBusyAccessEnabled $true', severity: 'error' },
    'in quotes': { script: "Set-OrganizationRelationship X -Enabled «'False'»", says: /Expected is/, fixed: 'Set-OrganizationRelationship X -Enabled $false' },
    'another word': { script: 'Set-OrganizationRelationship X -Enabled:«yes»', says: /"yes"/, fixed: 'Set-OrganizationRelationship X -Enabled:$true' },
  },
  { 'with its sign': 'Set-OrganizationRelationship X -Enabled $true', 'a number': 'Set-OrganizationRelationship X -Enabled 1', 'a variable': 'Set-OrganizationRelationship X -Enabled $on', 'a comparison': 'Set-OrganizationRelationship X -Enabled ($a -eq 1)', 'a name': 'Set-OrganizationRelationship true' },
);
