import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/parameter-set',
  { 'of two sets': { script: "Get-Mailbox -Identity a «-Anr» b", says: /takes "-Anr" or "-Identity", not both/, severity: 'warning' } },
  { 'of one set': "Get-Mailbox -Identity a -ResultSize 5", 'the other one': 'Get-Mailbox -Anr b -ResultSize 5' },
);
