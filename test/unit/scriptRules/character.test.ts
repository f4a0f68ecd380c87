import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/character',
  {
    'a typographic hyphen before a parameter': { script: 'Set-ExchangeServer «\u2010Identity» EX01', says: /"Identity" holds a typographic hyphen \(U\+2010\)/, fixed: 'Set-ExchangeServer -Identity EX01', severity: 'error' },
    'a no-break hyphen in a name': { script: '«Get\u2011FederationTrust»', says: /U\+2011/, fixed: 'Get-FederationTrust', severity: 'error' },
    'a minus sign as an operator': { script: 'if ($x «\u2212eq» 1) { }', says: /U\+2212/, fixed: 'if ($x -eq 1) { }' },
    'a zero-width blank': { script: 'Get-FederationInformation «\u200b-DomainName» nhs.net', says: /zero-width blank/, fixed: 'Get-FederationInformation -DomainName nhs.net' },
    'a soft hyphen for a hyphen': { script: '«Get\u00adFederationTrust»', says: /soft hyphen/, fixed: 'Get-FederationTrust' },
    'a soft hyphen in a word': { script: '«Get-Federation\u00adTrust»', says: /nothing there/, fixed: 'Get-FederationTrust' },
    'in a value it may be meant': { script: 'Get-Mailbox «Room\u20101»', says: /U\+2010/, fixed: 'Get-Mailbox Room-1', severity: 'warning' },
  },
  {
    'in quotes': "Get-Mailbox 'Room\u20101', \"a\u200bb\"",
    'in a comment': '# well\u2010known',
    'dashes that PowerShell takes': 'Set-ExchangeServer \u2013Identity EX01 \u2014WhatIf',
    'no-break blanks': 'Set-ExchangeServer\u00a0-Identity\u00a0EX01',
    'beside letters that it belongs to': 'Get-Mailbox \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
  },
);
