import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/wrong-type',
  { 'a text for a number': { script: 'New-ExchangeCertificate -KeySize «big»', says: /Expected is a whole number/, severity: 'error' } },
  { 'a date that is taken back': 'Set-TransportRule a -ExpiryDate $null', 'no limit': 'Set-ThrottlingPolicy a -EwsMaxConcurrency Unlimited', 'several texts where the page names the type of one': 'New-UMHuntGroup -Name a -PilotIdentifier 5551234,55555 -UMDialPlan b -UMIPGateway c', 'a number': 'New-ExchangeCertificate -KeySize 2048', 'in quotes': "New-ExchangeCertificate -KeySize '2048'", 'a variable': 'New-ExchangeCertificate -KeySize $size', 'a Boolean has its own finding': 'Set-OrganizationRelationship X -Enabled true' },
);
