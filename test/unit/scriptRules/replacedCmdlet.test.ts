import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/replaced-cmdlet',
  {
    'still there': { script: '«Get-ClientAccessServer» | Get-WebServicesVirtualDirectory', says: /replaced by "Get-ClientAccessService" in Exchange 2016; both are there/, fixed: 'Get-ClientAccessService | Get-WebServicesVirtualDirectory', severity: 'information' },
    'another one': { script: '«Get-ActiveSyncDevice»', exchange: 'exchange: { version: 2013 }', says: /Get-MobileDevice/, fixed: 'Get-MobileDevice' },
  },
  {
    'the version has no other': { script: 'Get-ClientAccessServer', exchange: 'exchange: { version: 2013 }' },
    'the version is not stated': { script: 'Get-ClientAccessServer', exchange: '' },
    'one of the servers has no other': { script: 'Get-ClientAccessServer', exchange: 'exchange: { version: 2016 }, servers: [{ name: EX2, exchange: { version: 2010 } }]' },
    'the new one': 'Get-ClientAccessService',
    'both serve': { script: 'Get-Mailbox', exchange: 'exchange: { version: Online }' },
  },
);
