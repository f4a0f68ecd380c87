import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/format-in-pipeline',
  {
    'before a cmdlet of Exchange': { script: 'Get-ExchangeServer | «Format-List» | Set-ExchangeServer -InternetWebProxy $null', says: /"Format-List" makes text for the screen, and "Set-ExchangeServer"/ },
    'by aliases': { script: 'Get-Mailbox | «ft» Name | ? { $_.Name }', says: /"ft" makes text/ },
    'before a file of values': { script: 'Get-Mailbox | «fl» * | Export-Csv x.csv', says: /Export-Csv/ },
  },
  {
    'at the end': 'Get-FederationTrust | Format-List *',
    'into a file': 'Get-FederationTrust | Format-List | Out-File x.txt',
    'as a text': '$text = Get-FederationTrust | fl | Out-String',
    'a page at a time': 'Get-FederationTrust | fl | more',
    'Select-Object is meant for it': 'Get-Mailbox | Select-Object Name | Export-Csv x.csv',
    'a function of that name': 'function ft { $input }\nGet-Mailbox | ft | Set-Mailbox -Name x',
  },
);
