import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/damaged-name',
  {
    'l for I in a parameter': { script: 'Test-FederationTrust «-Userldentity» u@a.example', says: /it has "-UserIdentity"/, fixed: 'Test-FederationTrust -UserIdentity u@a.example' },
    'l for I in a cmdlet': { script: '«Get-FederationlnformatIon» -DomainName b.example', says: /"Get-FederationInformation" is/, fixed: 'Get-FederationInformation -DomainName b.example' },
    'a blank inside': { script: 'Get-FederationInformation «-domain name» b.example', says: /Expected is "-DomainName"/, fixed: 'Get-FederationInformation -DomainName b.example' },
  },
  {
    'in another case': 'test-federationtrust -useridentity u@a.example',
    'shortened': 'Test-FederationTrust -UserI u@a.example',
    'a value': 'Get-FederationInformation -Domain name',
    'a value before another parameter': 'Get-FederationInformation -Domain name -Verbose',
    'a cmdlet that nobody knows': 'Get-FederationIsland -Userldentity x',
    'a function of the step': 'function Get-Federationlnformation { }\nGet-Federationlnformation',
  },
);
