import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/unknown-parameter',
  {
    'misspelt': { script: 'New-OrganizationRelationship -Name X -DomainNames b.example «-TargetAppUri» outlook.com', says: /has no parameter "-TargetAppUri" in its documentation/, fixed: 'New-OrganizationRelationship -Name X -DomainNames b.example -TargetApplicationUri outlook.com', severity: 'warning' },
    'invented': { script: 'Get-FederationTrust «-Bogus» x', says: /Correct the name/ },
    'with a colon': { script: 'Get-FederationTrust «-Bogus»:x', says: /-Bogus/ },
  },
  {
    'shortened': 'Get-FederationTrust -Id X -Verb',
    'an alias': 'Remove-OrganizationRelationship X -cf:$false',
    'of a remote session': 'Get-FederationTrust -AsJob',
    'look-alike letters have their own finding': 'Test-FederationTrust -Userldentity x',
    'not Exchange’s': 'Get-Something -Bogus x',
    'a function of that name': 'function Get-FederationTrust { }\nGet-FederationTrust -Bogus x',
    'a splat that is not in reach': 'Get-FederationTrust @parameters',
    'a script that cannot be read': 'Get-FederationTrust -Bogus (',
  },
);
