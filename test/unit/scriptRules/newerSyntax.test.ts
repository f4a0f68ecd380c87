import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/newer-syntax',
  {
    'two commands joined': { script: '«Get-Mailbox && Get-User»', says: /of PowerShell 7, and the shell of Exchange 2016 is Windows PowerShell/ },
    'a condition': { script: '$x = «$a ? 1 : 2»', says: /The condition with/ },
    'a leading bar on Exchange 2010': { script: 'Get-Mailbox\n  «|» Format-List', exchange: 'exchange: { version: 2010 }', says: /Windows PowerShell 2\.0/ },
  },
  {
    'the version is not stated': { script: 'Get-Mailbox && Get-User', exchange: '' },
    'the service is reached from any shell': { script: 'Get-Mailbox && Get-User', exchange: 'exchange: { version: Online }' },
    'the script asks for 7': '#requires -Version 7.2\nGet-Mailbox && Get-User',
    'in a string': '"a && b"; \'$x ? 1 : 2\'',
    'the alias of Where-Object': 'Get-Mailbox | ? { $_.Name }',
  },
);
