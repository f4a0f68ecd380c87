import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/value-range',
  { 'too much': { script: 'Set-CalendarProcessing a -ConflictPercentageAllowed «150»', says: /takes numbers from 0 to 100, and this is 150/, severity: 'warning' } },
  { 'within': 'Set-CalendarProcessing a -ConflictPercentageAllowed 100', 'a variable': 'Set-CalendarProcessing a -ConflictPercentageAllowed $share', 'no limit is documented': 'Get-Mailbox -ResultSize 100000', 'a size with its unit': 'Set-Mailbox a -IssueWarningQuota 999GB' },
);
