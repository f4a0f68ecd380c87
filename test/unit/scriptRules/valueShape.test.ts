import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/value-shape',
  {
    'a proxy without its scheme': { script: 'Set-ExchangeServer EX01 -InternetWebProxy «proxy1.a.example:8080»', says: /has no "http:\/\/" before it/, fixed: 'Set-ExchangeServer EX01 -InternetWebProxy http://proxy1.a.example:8080' },
    'a proxy by https': { script: "Set-ExchangeServer EX01 -InternetWebProxy «'https://proxy1.a.example:8080/'»", says: /by http:\/\/ only/, fixed: "Set-ExchangeServer EX01 -InternetWebProxy 'http://proxy1.a.example:8080'" },
    'an endpoint without its scheme': { script: 'Set-OrganizationRelationship X -TargetAutodiscoverEpr «autodiscover.b.example/autodiscover/autodiscover.svc/WSSecurity»', says: /no "https:\/\/"/, fixed: 'Set-OrganizationRelationship X -TargetAutodiscoverEpr https://autodiscover.b.example/autodiscover/autodiscover.svc/WSSecurity' },
    'several domains in one text': { script: "Set-OrganizationRelationship X -DomainNames «'b.example, c.example'»", says: /one text with several domains/ },
    'a mail address': { script: 'Get-FederationInformation -DomainName «u@b.example»', says: /is a mail address/ },
  },
  {
    'as it should be': "Set-ExchangeServer EX01 -InternetWebProxy http://proxy1.a.example:8080\nSet-OrganizationRelationship X -DomainNames b.example, 'c.example' -TargetAutodiscoverEpr https://autodiscover.b.example/x",
    'taken away': 'Set-ExchangeServer EX01 -InternetWebProxy $null',
    'made of a variable': 'Set-ExchangeServer EX01 -InternetWebProxy "$proxy:8080"',
    'an application URI without scheme': 'Set-OrganizationRelationship X -TargetApplicationUri outlook.com',
    'a change of a list': "Set-OrganizationRelationship X -DomainNames @{ Add = 'b.example' }",
  },
);
