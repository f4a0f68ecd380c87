import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/duplicate-parameter',
  {
    'the same': { script: 'Set-OrganizationRelationship X -Enabled $true «-Enabled» $false', says: /"-Enabled" of "Set-OrganizationRelationship" is given twice/, severity: 'error' },
    'in full and shortened': { script: 'Get-FederationInformation -DomainName a.example «-DomainN» b.example', says: /-DomainName/ },
  },
  { 'once each': 'Set-OrganizationRelationship X -Enabled $true -DomainNames a.example, b.example', 'written over a splat': "$all = @{ Enabled = $true }\nSet-OrganizationRelationship X @all -Enabled $false" },
);
