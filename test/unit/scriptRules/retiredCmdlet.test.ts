import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/retired-cmdlet',
  { 'its page is gone': { script: '«Get-ConnectSubscription»', says: /left Microsoft's documentation on \d{4}-\d\d-\d\d/, severity: 'information' } },
  {
    'documented': 'Get-Mailbox',
    'unknown': 'Get-Something',
    'a function of the step': 'function Get-ConnectSubscription { }\nGet-ConnectSubscription',
  },
);
