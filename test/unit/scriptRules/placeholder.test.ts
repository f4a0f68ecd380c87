import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/placeholder',
  {
    'a word': { script: 'Get-FederationInformation -DomainName «<your domain>»', says: /is a placeholder, and PowerShell cannot read "<"/, severity: 'error' },
    'an address in brackets': { script: 'Test-FederationTrust -UserIdentity «<testuser1@a.example>»', says: /Expected is "testuser1@a\.example" by itself/, fixed: 'Test-FederationTrust -UserIdentity testuser1@a.example' },
    'in a URL': { script: 'Set-ExchangeServer EX01 -InternetWebProxy "http://«<Proxy Server>»:«<port>»"', says: /"<Proxy Server>" is a placeholder/, severity: 'warning' },
    'one of a list': { script: "Set-OrganizationRelationship X -DomainNames 'a.example', '«<partner domain>»'", says: /partner domain/ },
  },
  {
    'HTML is meant': "Set-MailboxAutoReplyConfiguration a -ExternalMessage '<p>My name</p>', '<b>'",
    'the exceptions of a proxy': "Set-Mailbox a -CustomAttribute1 '<local>'",
    'a comment': '# Get-Mailbox <name>',
    'text of another command': "Write-Host 'usage: <server name>'",
    'a comparison': 'if ($a -lt 1 -and $b -gt 2) { }',
  },
);
