import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/invoke-expression',
  {
    'a text': { script: '«Invoke-Expression» "Get-Mailbox $name"', says: /runs a text as a script/, severity: 'information' },
    'by its alias': { script: '$text | «iex»', says: /"iex"/ },
  },
  {
    'a command in a variable': '& $command',
    'a comment': '# Invoke-Expression',
    'another command': 'Invoke-Command { Get-Mailbox }',
  },
);
