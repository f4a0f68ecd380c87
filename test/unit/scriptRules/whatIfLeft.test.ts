import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/what-if',
  {
    'in a step': { script: 'Remove-FederationTrust X «-WhatIf» -Force', says: /the step changes nothing/, fixed: 'Remove-FederationTrust X -Force', severity: 'information' },
    'set to true': { script: 'Remove-FederationTrust X «-WhatIf:$true»', says: /With -WhatIf/, fixed: 'Remove-FederationTrust X' },
  },
  {
    'to look at': { script: 'Remove-FederationTrust X -WhatIf', key: 'verify' },
    'switched off': 'Remove-FederationTrust X -WhatIf:$false',
    'decided elsewhere': 'Remove-FederationTrust X -WhatIf:$dry',
    'first tried, then done': 'Remove-FederationTrust X -WhatIf\nRemove-FederationTrust X',
    'the step is a trial': { script: 'Remove-FederationTrust X -WhatIf', step: ['title: Dry run of the removal'] },
    'in a comment': 'Remove-FederationTrust X # -WhatIf',
  },
);
