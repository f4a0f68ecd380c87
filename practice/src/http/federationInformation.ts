/** `GetFederationInformation`: the anonymous question about an organization's federation (MS-OXWSADISC). */
import type { ExchangeSite } from '../world.ts';
import type { SiteAnswer, SiteRequest } from './site.ts';
import { addressingNamespace, autodiscoverNamespace, bodyText, escapeXml, headerText, readSoap, soapFault, soapNamespace } from './soap.ts';

// On the wire these names begin with http; documentation that says https is mistaken.
const action = `${autodiscoverNamespace}/Autodiscover/GetFederationInformation`;

/** The answer to a POST on `…/autodiscover.svc`, or `undefined` where another operation is asked. */
export function answerFederationInformation(request: SiteRequest, site: ExchangeSite): SiteAnswer | undefined {
  if (!/^text\/xml\b/i.test(headerOf(request, 'content-type'))) {
    const reason = "Cannot process the message because the content type was not the expected type 'text/xml; charset=utf-8'.";
    return { status: 415, reason, headers: {}, body: '' };
  }
  const message = readSoap(request.body);
  if (!message) return { status: 400, headers: {}, body: '' };
  const soapAction = headerOf(request, 'soapaction').replace(/^"(.*)"$/, '$1');
  const addressed = headerText(message, addressingNamespace, 'Action');
  if (addressed !== undefined && addressed !== soapAction) {
    const reason = `The SOAP action specified on the message, '${addressed}', does not match the HTTP SOAP Action, '${soapAction}'.`;
    return fault(addressingNamespace, 'ActionMismatch', reason);
  }
  if (soapAction !== action) return undefined;
  const to = headerText(message, addressingNamespace, 'To');
  if (to !== undefined && pathOf(to) !== request.path.toLowerCase()) {
    const reason = `The message with To '${to}' cannot be processed at the receiver, due to an AddressFilter mismatch at the EndpointDispatcher.`;
    return fault(addressingNamespace, 'DestinationUnreachable', reason);
  }
  const domain = bodyText(message, autodiscoverNamespace, ['GetFederationInformationRequestMessage', 'Request', 'Domain']);
  return { status: 200, headers: { 'Content-Type': 'text/xml; charset=utf-8' }, body: envelope(site, responseFor(domain ?? '', site)) };
}

function responseFor(domain: string, { federation }: ExchangeSite): string {
  if (federation.trust === 'none') return failure('NotFederated', 'The organization is not federated with the Microsoft Federation Gateway.');
  const asked = federation.domains.find((each) => each.toLowerCase() === domain.toLowerCase());
  if (asked === undefined) return failure('InvalidDomain', `The domain '${domain}' is not a federated domain of this organization.`);
  const domains = federation.names === 'allDomains' ? federation.domains : [asked];
  return (
    '<ErrorCode>NoError</ErrorCode><ErrorMessage/>' +
    `<ApplicationUri>${escapeXml(federation.applicationUri)}</ApplicationUri>` +
    `<Domains>${domains.map((each) => `<Domain>${escapeXml(each)}</Domain>`).join('')}</Domains>` +
    '<TokenIssuers><TokenIssuer><Endpoint>https://login.microsoftonline.com/extSTS.srf</Endpoint>' +
    `<Uri>${federation.gateway === 'consumer' ? 'uri:WindowsLiveID' : 'urn:federation:MicrosoftOnline'}</Uri></TokenIssuer></TokenIssuers>`
  );
}

function failure(code: string, reason: string): string {
  return (
    `<ErrorCode>${code}</ErrorCode><ErrorMessage>${escapeXml(reason)}</ErrorMessage>` +
    '<ApplicationUri i:nil="true"/><Domains i:nil="true"/><TokenIssuers i:nil="true"/>'
  );
}

function envelope(site: ExchangeSite, response: string): string {
  const [major, minor, build, revision] = site.version;
  return (
    `<s:Envelope xmlns:s="${soapNamespace}" xmlns:a="${addressingNamespace}"><s:Header>` +
    `<a:Action s:mustUnderstand="1">${action}Response</a:Action>` +
    `<h:ServerVersionInfo xmlns:h="${autodiscoverNamespace}">` +
    `<h:MajorVersion>${major}</h:MajorVersion><h:MinorVersion>${minor}</h:MinorVersion>` +
    `<h:MajorBuildNumber>${build}</h:MajorBuildNumber><h:MinorBuildNumber>${revision}</h:MinorBuildNumber>` +
    '<h:Version>Exchange2015</h:Version></h:ServerVersionInfo>' +
    `</s:Header><s:Body><GetFederationInformationResponseMessage xmlns="${autodiscoverNamespace}">` +
    `<Response xmlns:i="http://www.w3.org/2001/XMLSchema-instance">${response}</Response>` +
    '</GetFederationInformationResponseMessage></s:Body></s:Envelope>'
  );
}

function fault(namespace: string, code: string, reason: string): SiteAnswer {
  return { status: 500, headers: { 'Content-Type': 'text/xml; charset=utf-8' }, body: soapFault(namespace, code, reason) };
}

function headerOf(request: SiteRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

function pathOf(url: string): string | undefined {
  try {
    return new URL(url).pathname.toLowerCase();
  } catch {
    return undefined;
  }
}
