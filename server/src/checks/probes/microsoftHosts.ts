/** Microsoft's own addresses that a federation depends on. They are contacted only where the setting allows it, and named before the first run. */
import type { HttpUrl } from '../wire/httpUrl.ts';

function at(host: string, path: string): HttpUrl {
  return { secure: true, host, port: 443, path };
}

export const gatewayMetadataUrl = at('nexus.microsoftonline-p.com', '/federationmetadata/2006-12/federationmetadata.xml');
export const gatewayTokenUrl = at('login.microsoftonline.com', '/extSTS.srf');
export const gatewayDomainsUrl = at('domains.live.com', '/service/managedelegation2.asmx');
export const cloudAutodiscoverUrl = at('autodiscover-s.outlook.com', '/autodiscover/autodiscover.svc');

/** Each host with the reason for which it is asked. */
export const microsoftHosts: readonly { readonly host: string; readonly reason: string }[] = [
  { host: cloudAutodiscoverUrl.host, reason: 'Exchange Online’s Autodiscover, port 443: is it told each domain’s name, and does it know it?' },
  { host: gatewayMetadataUrl.host, reason: 'Microsoft’s federation gateway, port 443: its metadata' },
  { host: gatewayTokenUrl.host, reason: 'Microsoft’s federation gateway, port 443: does the token issuer answer?' },
  { host: gatewayDomainsUrl.host, reason: 'Microsoft’s federation gateway, port 443: does the domain service answer?' },
];

export const notAsked =
  'Skipped because Microsoft’s own hosts are asked only where the setting "exchangeFederation.checks.microsoftServices" (or --microsoft) allows it.';
