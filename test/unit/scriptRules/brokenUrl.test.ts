import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/broken-url',
  {
    'by a blank': { script: 'Set-ExchangeServer EX01 -InternetWebProxy «http://» proxy1.a.example:80', says: /its host stands apart/, fixed: 'Set-ExchangeServer EX01 -InternetWebProxy http://proxy1.a.example:80' },
    'by a line end': { script: 'Set-ExchangeServer EX01 -InternetWebProxy «http://»\nproxy1.a.example:80', says: /stands apart/, fixed: 'Set-ExchangeServer EX01 -InternetWebProxy http://proxy1.a.example:80' },
    'in quotes': { script: "Set-ExchangeServer EX01 -InternetWebProxy '«http://» proxy1:80'", says: /stands apart/, fixed: "Set-ExchangeServer EX01 -InternetWebProxy 'http://proxy1:80'" },
  },
  {
    'in one piece': 'Set-ExchangeServer EX01 -InternetWebProxy http://proxy1.a.example:80',
    'a comment': '# http:// proxy1.a.example:80',
    'text about schemes': "Write-Host 'neither http:// nor ftp'",
    'put together': "$url = 'http://' + $server",
  },
);
