// snippets/federation-cmdlets.json: calls of the cmdlets that set up, verify and take down a federation.
import { generate as generateCatalogue } from './cmdletCatalogue.mjs';
import { loadTypeScript } from './lib/loadTypeScript.mjs';

export const name = 'federationCmdletSnippets';

/** The cmdlets, each with parameters that the task usually needs beyond the mandatory ones; in a pair, the value that goes first. */
const cmdlets = {
  // Federation trust and proof of domains
  'Get-FederationTrust': [],
  'New-FederationTrust': [],
  'Set-FederationTrust': ['Identity', 'RefreshMetadata'],
  'Remove-FederationTrust': [],
  'Test-FederationTrust': ['UserIdentity'],
  'Test-FederationTrustCertificate': [],
  'Get-FederationInformation': [],
  'Get-FederatedDomainProof': [],
  'Get-FederatedOrganizationIdentifier': [],
  'Set-FederatedOrganizationIdentifier': ['DelegationFederationTrust', 'AccountNamespace', 'Enabled'],
  'Add-FederatedDomain': [],
  'Remove-FederatedDomain': [],
  'Get-PendingFederatedDomain': [],
  'Set-PendingFederatedDomain': ['PendingAccountNamespace', 'PendingDomains'],
  // Organization relationships
  'Get-OrganizationRelationship': [],
  'New-OrganizationRelationship': ['FreeBusyAccessEnabled', ['FreeBusyAccessLevel', 'AvailabilityOnly']],
  'Set-OrganizationRelationship': [['FreeBusyAccessLevel', 'AvailabilityOnly']],
  'Remove-OrganizationRelationship': [],
  'Test-OrganizationRelationship': [],
  // Sharing policies
  'Get-SharingPolicy': [],
  'New-SharingPolicy': [],
  'Set-SharingPolicy': ['Domains'],
  'Remove-SharingPolicy': [],
  // Virtual directories
  'Get-AutodiscoverVirtualDirectory': [],
  'Set-AutodiscoverVirtualDirectory': ['WSSecurityAuthentication'],
  'Get-WebServicesVirtualDirectory': [],
  'Set-WebServicesVirtualDirectory': ['WSSecurityAuthentication'],
  // Servers and the proxy
  'Get-ExchangeServer': [],
  'Set-ExchangeServer': ['InternetWebProxy'],
  'Get-ClientAccessService': [],
  'Set-ClientAccessService': ['AutoDiscoverServiceInternalUri'],
  'Get-ClientAccessServer': [],
  'Get-OrganizationConfig': [],
  'Test-ServiceHealth': [],
  // Certificates
  'Get-ExchangeCertificate': [],
  'New-ExchangeCertificate': ['DomainName', 'FriendlyName', ['Services', 'Federation'], 'PrivateKeyExportable'],
  'Import-ExchangeCertificate': ['FileData', 'Password'],
  'Enable-ExchangeCertificate': ['Thumbprint', ['Services', 'IIS']],
  'Remove-ExchangeCertificate': ['Thumbprint'],
  // Accepted domains
  'Get-AcceptedDomain': [],
  'New-AcceptedDomain': ['DomainType'],
  'Set-AcceptedDomain': ['DomainType'],
  'Remove-AcceptedDomain': [],
  // Availability
  'Get-AvailabilityAddressSpace': [],
  'Add-AvailabilityAddressSpace': [],
  'Remove-AvailabilityAddressSpace': [],
  'Get-AvailabilityConfig': [],
  'Set-AvailabilityConfig': [],
  // Tests
  'Test-WebServicesConnectivity': [],
  'Test-OutlookWebServices': ['Identity'],
  'Test-OAuthConnectivity': [],
  // Intra-organization connectors, for hybrid partners
  'Get-IntraOrganizationConnector': [],
  'New-IntraOrganizationConnector': [],
  'Get-IntraOrganizationConfiguration': [],
  // Calendars, administrators and sessions
  'Get-MailboxFolderPermission': [],
  'Set-MailboxCalendarFolder': ['DetailLevel'],
  'Get-RoleGroupMember': [],
  'Add-RoleGroupMember': ['Member'],
  'Connect-ExchangeOnline': ['UserPrincipalName'],
  'Disconnect-ExchangeOnline': [],
};

export async function generate() {
  const [catalogueText] = Object.values(await generateCatalogue());
  const { openCatalogue, cmdletSnippet, findParameter, federationAreaTitle, versionsInWords } = await loadTypeScript(
    'server/src/service/catalogue/catalogue.ts',
    'server/src/service/catalogue/findParameter.ts',
    'server/src/service/catalogue/federationArea.ts',
    'server/src/service/catalogue/versions.ts',
    'server/src/service/powershell/cmdletSnippet.ts',
  );
  const catalogue = openCatalogue(catalogueText);
  const snippets = Object.entries(cmdlets).map(([name, parameters]) => {
    const also = parameters.map((parameter) => [parameter].flat());
    const cmdlet = catalogue.find(name);
    if (!cmdlet?.federationArea) throw new Error(`"${name}" is not one of the catalogue's federation cmdlets.`);
    const unknown = also.filter(([parameter, first]) => {
      const found = findParameter(cmdlet, parameter);
      return found?.name !== parameter || (first !== undefined && !found.values?.includes(first));
    });
    if (unknown.length > 0) throw new Error(`${name} has no parameter, or it no value, "${unknown.join('", "')}".`);
    const description = `${federationAreaTitle(cmdlet.federationArea)} (${versionsInWords(cmdlet.versions)})`;
    return [name, { prefix: name, body: cmdletSnippet(cmdlet, also), description }];
  });
  return { 'snippets/federation-cmdlets.json': `${JSON.stringify(Object.fromEntries(snippets), null, 2)}\n` };
}
