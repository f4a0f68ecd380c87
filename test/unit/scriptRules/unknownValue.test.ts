import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/unknown-value',
  {
    'misspelt': { script: "Set-CalendarProcessing a -AutomateProcessing «'AutoAcept'»", says: /Did you mean "AutoAccept"/, fixed: "Set-CalendarProcessing a -AutomateProcessing 'AutoAccept'", severity: 'warning' },
    'another': { script: 'Set-CalendarProcessing a -AutomateProcessing «Everything»', says: /Expected is one of "/ },
  },
  { 'one of the list': 'Set-CalendarProcessing a -AutomateProcessing autoaccept', 'a variable': 'Set-CalendarProcessing a -AutomateProcessing $how', 'a list that may be incomplete': 'Get-MailboxFolderStatistics a -FolderScope Everything' },
);
