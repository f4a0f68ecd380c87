import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/syntax',
  {
    'an open brace': { script: 'if ($x) «{»\n  Get-FederationTrust', says: /A "\{" is not closed.*MissingEndCurlyBrace/ },
    'an open bracket': { script: '(Get-FederationTrus«t»\nGet-OrganizationRelationship', says: /Expected is "\)"/ },
    'a bar without a command': { script: 'Get-FederationTrust «|»', says: /no command on one of its sides/ },
    'a word too much': { script: '$x = 1 «2»', says: /"2" cannot stand here/ },
    'one fault a line': { script: 'foreach ($«a» of $b) { }\n$x «=» )', says: /"in" is missing/ },
    'a quote that the first of two lines has lost': {
      script: 'New-OrganizationRelationship -Name «"NHSmail»\nSet-OrganizationRelationship -Identity "NHSmail"',
      says: /A quote is opened and not closed/,
      fixed: 'New-OrganizationRelationship -Name "NHSmail"\nSet-OrganizationRelationship -Identity "NHSmail"',
    },
    'a quote lost amid others': {
      script: "Get-Mailbox 'a'\nGet-Mailbox «'b»\nGet-Mailbox 'c'\nGet-Mailbox 'd'",
      says: /not closed/,
      fixed: "Get-Mailbox 'a'\nGet-Mailbox 'b'\nGet-Mailbox 'c'\nGet-Mailbox 'd'",
    },
    'a quote lost before a backtick': {
      script: 'Get-Mailbox -Identity «"a» `\n  -ResultSize 5\nGet-Mailbox "b"',
      says: /not closed/,
      fixed: 'Get-Mailbox -Identity "a" `\n  -ResultSize 5\nGet-Mailbox "b"',
    },
    'a quote lost before a parameter': { script: 'Get-Mailbox -Identity «"a -ResultSize 5»\nGet-Mailbox "b"', says: /not closed/ },
    'a text of several lines is meant, the last quote is open': { script: '$note = "one\ntwo"\nGet-Mailbox «"a»', says: /not closed/, fixed: '$note = "one\ntwo"\nGet-Mailbox "a"' },
    'an open here-string': { script: '$x = «@"»\na', says: /not closed/ },
    'ten thousand brackets': { script: `${'('.repeat(250)}«(»${'('.repeat(9749)}`, says: /nested so deeply/, severity: 'error' },
  },
  {
    'dashes and quotes of a word processor': 'Set-ExchangeServer –Identity “EX01” —InternetWebProxy\u00a0http://p.example:80',
    'a here-string': "$x = @'\nit's {\n'@",
    'syntax of PowerShell 7': { script: 'Get-Mailbox && Get-User', exchange: 'exchange: { version: Online }' },
    'a backtick that means a character in 7 only': '$path = "C:\\tr`ue"',
    'a workflow, which Windows PowerShell has': 'workflow X { parallel { Get-Mailbox } }',
    'a configuration': 'configuration X { }',
    'nothing': '# done by hand',
  },
);
