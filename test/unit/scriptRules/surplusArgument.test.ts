import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/surplus-argument',
  {
    'a name with blanks and without quotes': { script: 'Set-WebServicesVirtualDirectory -Identity EWS «(Default Web Site)»', says: /a text with blanks needs quotes/, severity: 'error' },
    'one fault of several words': { script: 'Get-FederationTrust Microsoft «Federation» Gateway', says: /belongs to no parameter of "Get-FederationTrust"/ },
  },
  { 'in quotes': "Set-WebServicesVirtualDirectory -Identity 'EWS (Default Web Site)'", 'by a position that only the page’s table knows': "Get-AntiPhishPolicy 'Office365 AntiPhish Default'",
    'by position': "Get-FederationTrust 'Microsoft Federation Gateway'", 'a switch’s value has its own finding': 'Set-FederationTrust X -Confirm $false' },
);
