import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/lost-hyphen',
  {
    'in a name': { script: '«SetWebServicesVirtualDirectory» -WSSecurityAuthentication $true', says: /"Set-WebServicesVirtualDirectory" is/, fixed: 'Set-WebServicesVirtualDirectory -WSSecurityAuthentication $true' },
    'behind a bar': { script: 'Get-ClientAccessService | «getwebservicesvirtualdirectory»', says: /"Get-WebServicesVirtualDirectory" is/, fixed: 'Get-ClientAccessService | get-webservicesvirtualdirectory' },
    'a blank behind the hyphen': { script: '«Get-» FederationTrust', says: /"Get-FederationTrust" is cut in two/, fixed: 'Get-FederationTrust' },
    'a line end inside': { script: '«Get-Federation»\nTrust', says: /is cut in two/, fixed: 'Get-FederationTrust' },
  },
  {
    'a function of the step': 'function GetFederationTrust { }\nGetFederationTrust',
    'a function from elsewhere': '. .\\tools.ps1\nGetFederationTrust',
    'a module’s': 'Import-Module OurTools\nGetFederationTrust',
    'another word': 'GetReady',
    'text': "'GetFederationTrust'; Write-Host GetFederationTrust",
  },
);
