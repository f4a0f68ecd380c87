import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/missing-value',
  {
    'at the end': { script: 'Get-FederationInformation «-DomainName»', says: /takes a value, and none follows/, severity: 'error' },
    'before another parameter': { script: 'Get-FederationInformation «-DomainName» -Verbose', says: /-DomainName/ },
  },
  { 'a switch': 'Set-FederationTrust X -RefreshMetadata', 'a value': 'Get-FederationInformation -DomainName b.example', 'a value on the next line': 'Get-FederationInformation -DomainName `\n  b.example' },
);
