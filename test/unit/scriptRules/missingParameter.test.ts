import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/missing-parameter',
  { 'one of two': { script: '«New-OrganizationRelationship» -Name X', says: /lacks "-DomainNames", which is mandatory/, severity: 'warning' } },
  {
    'both': 'New-OrganizationRelationship -Name X -DomainNames b.example',
    'by position': 'New-OrganizationRelationship X -DomainNames b.example',
    'the pipeline may supply it': 'Get-FederationInformation -DomainName b.example | New-OrganizationRelationship -Name X',
    'by splatting': "$all = @{ Name = 'X'; DomainNames = 'b.example' }\nNew-OrganizationRelationship @all",
    'on the next line, which has a finding of its own': 'New-OrganizationRelationship -Name X\n  -DomainNames b.example',
    'by a splat that is not in reach': 'New-OrganizationRelationship @all',
  },
);
