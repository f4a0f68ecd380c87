import { checkScriptRule } from '../../support/checkScript.ts';

const step = ['title: Leave for a while. Reversible.'];

checkScriptRule(
  'script/no-undo',
  {
    'it takes away': { script: '«Remove-OrganizationRelationship» X', step, says: /the step has no "undo"/, severity: 'information' },
    'without asking': { script: 'Get-OrganizationRelationship | «Remove-OrganizationRelationship» -Confirm:$false', step: ['instructions: This can be rolled back at any time.'], says: /without asking/ },
  },
  {
    'it has an undo': { script: 'Remove-OrganizationRelationship X', step: [...step, 'undo: New-OrganizationRelationship X -DomainNames b.example'] },
    'it asks': { script: 'Remove-OrganizationRelationship X -Confirm', step },
    'it says nothing of it': 'Remove-OrganizationRelationship X',
    'it says the opposite': { script: 'Remove-OrganizationRelationship X', step: ['title: This is not reversible'] },
    'it takes nothing away': { script: 'Set-OrganizationRelationship X -Enabled $false', step },
    'another’s command': { script: 'Remove-Item C:\\temp\\x.txt', step },
  },
);
