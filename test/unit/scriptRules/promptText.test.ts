import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/prompt-text',
  {
    'of the Exchange Management Shell': { script: '«[PS] C:\\Windows\\system32>»Get-FederationTrust', says: /is the shell's prompt/, fixed: 'Get-FederationTrust' },
    'of Windows PowerShell': { script: 'Get-Mailbox\n«PS C:\\>» Get-FederationTrust', says: /redirects into a file/, fixed: 'Get-Mailbox\nGet-FederationTrust', severity: 'error' },
  },
  {
    'a redirection': 'Get-FederationTrust > C:\\temp\\trust.txt',
    'a type': '[PS]::New()',
    'the alias of Get-Process': 'ps notepad > C:\\temp\\x.txt',
    'in a comment': '# PS C:\\> Get-FederationTrust',
    'in a here-string': "$x = @'\nPS C:\\> Get-FederationTrust\n'@",
  },
);
