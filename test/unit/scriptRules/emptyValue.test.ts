import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/empty-value',
  { 'null': { script: 'Get-FederationInformation -DomainName «$null»', says: /is mandatory and is given nothing/, severity: 'warning' } },
  { 'null takes a setting away': 'Set-ExchangeServer EX01 -InternetWebProxy $null', 'a value': 'Get-FederationInformation -DomainName b.example' },
);
