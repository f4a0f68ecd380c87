import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/backtick-blank',
  {
    'between parameters': {
      script: 'New-OrganizationRelationship -Name X «`  »\n  -DomainNames b.example',
      says: /Behind this backtick stands a blank/,
      fixed: 'New-OrganizationRelationship -Name X `\n  -DomainNames b.example',
    },
  },
  {
    'none behind it': 'New-OrganizationRelationship -Name X `\n  -DomainNames b.example',
    'a backtick that is text': 'Write-Host a`` \nGet-Mailbox',
    'in a string': '"a ` \nb"',
    'in a comment': '# ends with ` \nGet-Mailbox',
    'a blank that is meant': 'Get-Item C:\\Program` Files',
  },
);
