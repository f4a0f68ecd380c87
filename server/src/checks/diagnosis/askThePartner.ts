/** Rows of the table of failures that nobody sees from outside: whom to ask, and for the output of what. */
export interface PartnerQuestion {
  readonly symptom: string;
  readonly cause: string;
  /** Run by the partner in its Exchange shell, unless it says otherwise. */
  readonly cmdlet: string;
}

export const askThePartner: readonly PartnerQuestion[] = [
  { symptom: 'An error occurred when verifying security for the message', cause: 'WSSecurity is off on a virtual directory of some server, or has to be switched off and on again', cmdlet: 'Get-AutodiscoverVirtualDirectory | Format-List Server,WSSecurityAuthentication; Get-WebServicesVirtualDirectory | Format-List Server,WSSecurityAuthentication,ExternalUrl' },
  { symptom: 'An error occurred when processing the security tokens in the message', cause: 'old metadata of the gateway', cmdlet: 'Test-FederationTrust; Get-FederationTrust | Set-FederationTrust -RefreshMetadata' },
  { symptom: 'Failed to validate delegation token', cause: 'the trust’s certificate is missing on a server, or metadata is old', cmdlet: 'Test-FederationTrustCertificate' },
  { symptom: 'Works on some servers only', cause: 'the trust’s certificate is missing on a server (KB 3057905)', cmdlet: 'Test-FederationTrustCertificate; on 2013 and newer: Get-ExchangeCertificate -Server <server>' },
  { symptom: 'Everything stops on one day', cause: 'the trust’s certificate has expired', cmdlet: 'Get-FederationTrust | Format-List Org*Certificate' },
  { symptom: 'The relationship is ignored', cause: 'the domain is in another relationship as well (KB 3067526)', cmdlet: 'Get-OrganizationRelationship | Format-Table Name,DomainNames' },
  { symptom: 'The relationship is ignored', cause: 'an intra-organization connector goes before it (KB 3137325)', cmdlet: 'Get-IntraOrganizationConnector' },
  { symptom: 'No data, or no detail', cause: 'the relationship allows nothing, or the calendar’s default permission is None', cmdlet: 'Get-OrganizationRelationship | Format-List FreeBusy*; Get-MailboxFolderPermission <mailbox>:\\Calendar' },
  { symptom: 'Unable to reach the gateway, error 5039', cause: 'InternetWebProxy is missing, wrong or written with https (KB 3067292)', cmdlet: 'Get-ExchangeServer | Format-List Name,InternetWebProxy' },
  { symptom: 'Revocation could not be checked', cause: 'the servers do not reach the revocation lists by their proxy (KB 3067224)', cmdlet: 'on each server: netsh winhttp show proxy' },
  { symptom: 'Fails since Extended Protection was switched on', cause: 'the load balancer shows another certificate than the server', cmdlet: 'ExchangeExtendedProtectionManagement.ps1 of CSS-Exchange' },
  { symptom: 'Audience URI validation failed', cause: 'SSL offloading changes the address, or TargetApplicationUri is wrong', cmdlet: 'Get-WebServicesVirtualDirectory | Format-List *Url,*SSL*' },
  { symptom: 'Works for some users only', cause: 'the caller’s primary address is in no federated domain', cmdlet: 'Get-FederatedOrganizationIdentifier | Format-List Domains' },
  { symptom: '403 from Exchange Web Services', cause: 'an allow list of applications (KB 3082946)', cmdlet: 'Get-OrganizationConfig | Format-List Ews*' },
  { symptom: 'Hybrid: requests run in a circle, error 5016', cause: 'the routing address of moved mailboxes is wrong', cmdlet: 'Get-RemoteMailbox | Format-List Name,RemoteRoutingAddress' },
  { symptom: 'Exchange 2010 gets 404 from the cloud', cause: 'the calling servers are older than SP3 with update rollup 2 (KB 2896834); TLS 1.2 needs rollup 19', cmdlet: 'Get-ExchangeServer | Format-List Name,AdminDisplayVersion' },
  { symptom: 'Works for one domain of a cloud organization only', cause: 'the relationship was made by a pipe from Get-FederationInformation, which names the asked domain alone since 2025', cmdlet: 'Get-OrganizationRelationship | Format-List DomainNames' },
  { symptom: '403 from outlook.office365.com since October 2025', cause: 'hybrid: the dedicated application is not set up, or the build is too old for it', cmdlet: 'ConfigureExchangeHybridApplication.ps1 of CSS-Exchange' },
  { symptom: 'MaxUriReached, or 403 while the trust is made', cause: 'the gateway was asked too often: try again 24 hours after MaxUriReached (KB 3027942), 30 minutes after 403 (KB 3067975)', cmdlet: 'Get-FederatedOrganizationIdentifier | Format-List' },
  { symptom: 'Ambiguous user', cause: 'two recipients share an address', cmdlet: 'Get-Recipient -Filter "EmailAddresses -eq \'smtp:<address>\'"' },
  { symptom: 'Anything else', cause: 'what the partner’s own tests find', cmdlet: 'Test-FederationTrust -UserIdentity <mailbox> -Verbose; Test-OrganizationRelationship -UserIdentity <mailbox> -Identity <relationship> -Verbose' },
];

/** As a message to send: one paragraph a cmdlet, the same cmdlet once. `domain`: whose administrators are asked; absent where it is several. */
export function questionsText(domain?: string): string {
  const byCmdlet = new Map<string, PartnerQuestion[]>();
  for (const question of askThePartner) byCmdlet.set(question.cmdlet, [...(byCmdlet.get(question.cmdlet) ?? []), question]);
  const who = domain === undefined ? 'The partner' : `"${domain}"`;
  const head = `${who}: these causes cannot be seen from outside. Please run the following in the Exchange Management Shell, unless it names another place, and send the output.`;
  const parts = [...byCmdlet].map(([cmdlet, questions], index) => {
    const why = questions.map(({ symptom, cause }) => `   ${symptom}: ${cause}`);
    return [`${index + 1}. ${cmdlet}`, ...why].join('\n');
  });
  return `${head}\n\n${parts.join('\n')}\n`;
}
