import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/unknown-value',
  {
    'misspelt': { script: "Set-CalendarProcessing a -AutomateProcessing «'AutoAcept'»", says: /Did you mean "AutoAccept"/, fixed: "Set-CalendarProcessing a -AutomateProcessing 'AutoAccept'", severity: 'warning' },
    'another': { script: 'Set-CalendarProcessing a -AutomateProcessing «Everything»', says: /Expected is one of "/ },
  },
  {
    'a change of several values': "Set-Mailbox a -AuditAdmin @{Add='Copy'; Remove='Move'}",
    'a value that is taken back': 'Set-InboxRule a -FlaggedForAction $null',
    'the beginning of one name alone': 'Remove-UnifiedGroupLinks a -LinkType Owner -Links b',
    'none of the flags': 'Enable-ExchangeCertificate 1 -Services None',
    'a table': "Set-Label a -AdvancedSettings @{color='#40e0d0'}",
    'a text that the page need not list': 'New-ExchangeSettings -Name Migration -Force',
    'one of the list': 'Set-CalendarProcessing a -AutomateProcessing autoaccept', 'a variable': 'Set-CalendarProcessing a -AutomateProcessing $how', 'a list that may be incomplete': 'Get-MailboxFolderStatistics a -FolderScope Everything',
  },
);
