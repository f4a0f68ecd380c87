import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/other-version-parameter',
  {
    'of the cloud': { script: 'Get-Recipient «-Capabilities» None', says: /is documented for Exchange Online.*and the organization runs Exchange 2016/, severity: 'warning' },
    'of servers': { script: 'Get-FederationTrust «-DomainController» dc1', exchange: 'exchange: { version: Online }', says: /Exchange Online/ },
  },
  {
    'the version has it': 'Get-FederationTrust -DomainController dc1',
    'the version is not stated': { script: 'Get-Recipient -Capabilities None', exchange: '' },
    'one of the servers has it': { script: 'Get-Mailbox -Monitoring', exchange: 'exchange: { version: 2010 }, servers: [{ name: EX2, exchange: { version: 2016 } }]' },
    'connected to another': 'Connect-ExchangeOnline\nGet-Recipient -Capabilities None',
  },
);
