/** Microsoft's federation gateway as a stranger's GET sees it. */
import type { GatewaySite } from '../world.ts';
import { htmlAnswer, type SiteAnswer, type SiteRequest } from './site.ts';

const metadata =
  '<?xml version="1.0" encoding="utf-8"?><fed:FederationMetadata xmlns:fed="http://schemas.xmlsoap.org/ws/2006/12/federation">' +
  '<fed:Federation FederationID="urn:federation:MicrosoftOnline"><fed:TokenSigningKeyInfo><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#">' +
  '<X509Data><X509Certificate>MIIBPractice</X509Certificate></X509Data></KeyInfo></fed:TokenSigningKeyInfo></fed:Federation></fed:FederationMetadata>';

export function answerAsGateway({ path }: SiteRequest, { blocked }: GatewaySite): SiteAnswer {
  if (blocked) return htmlAnswer(200, 'This address is not on the list of the organization', { Server: 'filter' });
  switch (path.toLowerCase()) {
    case '/federationmetadata/2006-12/federationmetadata.xml':
      return { status: 200, headers: { 'Content-Type': 'text/xml' }, body: metadata };
    case '/extsts.srf':
      return { status: 200, headers: { 'Content-Type': 'application/octet-stream' }, body: 'no request' };
    case '/service/managedelegation2.asmx':
      return htmlAnswer(200, 'ManageDelegation2 Web Service');
    default:
      return htmlAnswer(404, 'Not found');
  }
}
