import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/wrapped-line',
  {
    'a parameter of the cmdlet above': {
      script: 'New-OrganizationRelationship -Name X\n  «-DomainNames» b.example',
      says: /It is a parameter of "New-OrganizationRelationship" above/,
      fixed: 'New-OrganizationRelationship -Name X `\n  -DomainNames b.example',
      severity: 'error',
    },
    'two lines of it': { script: 'New-OrganizationRelationship -Name X\n«-DomainNames» b.example\n«-Enabled» $true', says: /New-OrganizationRelationship/, fixed: 'New-OrganizationRelationship -Name X `\n-DomainNames b.example\n-Enabled $true' },
    'with a dash of a word processor': { script: 'Get-FederationInformation\n«–DomainName» b.example', says: /begins with "–DomainName"/, fixed: 'Get-FederationInformation `\n–DomainName b.example' },
    'of a cmdlet that nobody knows': { script: 'Do-Something\n  «-Fast»', says: /If it is a parameter/, severity: 'warning' },
    'behind a comment': { script: 'Get-Mailbox a # first\n  «-ResultSize» 5', says: /If it is a parameter/, severity: 'warning' },
    'a hyphen alone': {
      script: 'Set-WebServicesVirtualDirectory a «-»\nWSSecurityAuthentication $true',
      says: /A hyphen ends this line/,
      fixed: 'Set-WebServicesVirtualDirectory a -WSSecurityAuthentication $true',
    },
  },
  {
    'with a backtick': 'New-OrganizationRelationship -Name X `\n  -DomainNames b.example',
    'behind a bar': 'Get-Mailbox |\n  Set-Mailbox `\n    -Name x',
    'a sign of its own line': '$x = 1\n-1\n-not $x',
    'behind a backtick with a blank, which has its own finding': 'New-OrganizationRelationship -Name X ` \n  -DomainNames b.example',
    'a condition': 'if ($a `\n  -and $b) { }',
    'nothing above': '-Fast',
    'a list of arguments': 'Set-OrganizationRelationship X -DomainNames a.example,\n  b.example',
    'in a here-string': "$x = @'\nGet-Mailbox\n -Name x\n'@",
    'a function of that name': 'function -Fast { }\n-Fast',
  },
);
