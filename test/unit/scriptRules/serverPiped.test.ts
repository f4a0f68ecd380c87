import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/server-piped',
  {
    'as the guidance has it': {
      script: 'Get-ClientAccessServer | «Set-WebServicesVirtualDirectory» -WSSecurityAuthentication $true',
      says: /Put "Get-WebServicesVirtualDirectory" between the two/,
      fixed: 'Get-ClientAccessServer | Get-WebServicesVirtualDirectory | Set-WebServicesVirtualDirectory -WSSecurityAuthentication $true',
      severity: 'information',
    },
    'filtered': {
      script: 'Get-ExchangeServer | ? { $_.Name } | «Set-AutodiscoverVirtualDirectory» -WSSecurityAuthentication $true',
      says: /Get-AutodiscoverVirtualDirectory/,
      fixed: 'Get-ExchangeServer | ? { $_.Name } | Get-AutodiscoverVirtualDirectory | Set-AutodiscoverVirtualDirectory -WSSecurityAuthentication $true',
    },
  },
  {
    'through the virtual directory': 'Get-ClientAccessService | Get-WebServicesVirtualDirectory | Set-WebServicesVirtualDirectory -WSSecurityAuthentication $true',
    'read only': 'Get-ClientAccessService | Get-WebServicesVirtualDirectory',
    'with an identity': "Get-ExchangeServer | Set-WebServicesVirtualDirectory -Identity 'EX01\\EWS (Default Web Site)'",
    'one at a time': 'Get-ExchangeServer | % { Get-WebServicesVirtualDirectory -Server $_ | Set-WebServicesVirtualDirectory -WSSecurityAuthentication $true }',
    'a server setting': 'Get-ExchangeServer | Set-ExchangeServer -InternetWebProxy $null',
  },
);
