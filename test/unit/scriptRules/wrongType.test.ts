import { checkScriptRule } from '../../support/checkScript.ts';

checkScriptRule(
  'script/wrong-type',
  { 'a text for a number': { script: 'New-ExchangeCertificate -KeySize «big»', says: /Expected is a whole number/, severity: 'error' } },
  { 'a number': 'New-ExchangeCertificate -KeySize 2048', 'in quotes': "New-ExchangeCertificate -KeySize '2048'", 'a variable': 'New-ExchangeCertificate -KeySize $size', 'a Boolean has its own finding': 'Set-OrganizationRelationship X -Enabled true' },
);
