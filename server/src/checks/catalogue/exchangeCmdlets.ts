/** Cmdlets that fixes name, right for the organization's Exchange version. */

/**
 * Reads and repairs `WSSecurityAuthentication` on every client access server. The server object goes first because a load-balanced
 * organization has one virtual directory on each; `Get-ClientAccessService` took the place of `Get-ClientAccessServer` in 2016.
 */
export function enableWsSecurity(directory: 'Autodiscover' | 'WebServices', exchangeVersion: string | undefined): string {
  const noun = `${directory}VirtualDirectory`;
  const set = `Get-${noun} | Set-${noun} -WSSecurityAuthentication $true`;
  if (exchangeVersion === '2010' || exchangeVersion === '2013') return `Get-ClientAccessServer | ${set}`;
  if (exchangeVersion === '2016' || exchangeVersion === '2019' || exchangeVersion === 'SE') return `Get-ClientAccessService | ${set}`;
  return set;
}

/** Shows the certificates that a server may use for its web sites. */
export const showCertificates = 'Get-ExchangeCertificate | Format-List Subject,CertificateDomains,Services,NotAfter';

/** Puts a certificate on the web sites. */
export const enableCertificate = 'Enable-ExchangeCertificate -Thumbprint <thumbprint> -Services IIS';

export const showFederatedOrganization = 'Get-FederatedOrganizationIdentifier | Format-List';

export function addFederatedDomain(domain: string): string {
  return `Add-FederatedDomain -DomainName ${domain}`;
}

export function federatedDomainProof(domain: string): string {
  return `Get-FederatedDomainProof -DomainName ${domain}`;
}
