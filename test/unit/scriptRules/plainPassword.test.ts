import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/plain-password',
  {
    'made secure too late': { script: "$secure = ConvertTo-SecureString «'P@ssw0rd'» -AsPlainText -Force", says: /in plain text, where everybody who has the plan reads it/ },
    'by name': { script: 'ConvertTo-SecureString -String «"secret"» -AsPlainText -Force', says: /Get-Credential/ },
    'given to a cmdlet': { script: 'New-Mailbox -Name x -Password «"secret"»', says: /plain text/ },
    'in a variable': { script: "$adminPassword = «'secret'»", says: /plain text/ },
  },
  {
    'asked for': '$password = Read-Host -AsSecureString',
    'a credential': '$credential = Get-Credential\nNew-Mailbox -Name x -Password $credential.Password',
    'encrypted text': 'ConvertTo-SecureString $text -Key $key',
    'from a variable': 'ConvertTo-SecureString $plain -AsPlainText -Force',
    'nothing yet': "$password = ''\n$adminPwd = '<password>'",
    'about passwords': "$passwordPolicy = 'strict'\n$note = 'password: ask'",
  },
);
