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
    'a value without a name, which the set that comes second on the page takes': 'Get-MailboxStatistics John | Select-Object DisplayName',
    'asked for by a set that only other versions have': { script: 'Get-CalendarDiagnosticLog -Identity a -Subject "Team" -ExactMatch $true', exchange: 'exchange: { version: 2010 }' },
    'on the page alone, since another has replaced it': { script: 'New-ServicePrincipal -AppId 1 -ObjectId 2', exchange: 'exchange: { version: Online }' },
    'by a splat that is not in reach': 'New-OrganizationRelationship @all',
  },
);
