import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/ambiguous-parameter',
  { 'three begin so': { script: 'Set-OrganizationRelationship X «-FreeBusy» $true', says: /"-FreeBusyAccessEnabled"/, severity: 'error' } },
  {
    'long enough': 'Set-OrganizationRelationship X -FreeBusyAccessE $true',
    'a whole name that another begins with': "Get-Mailbox -Filter 'x'",
    'the cmdlet’s own goes before a common one': 'Set-OrganizationRelationship X -En $true',
  },
);
