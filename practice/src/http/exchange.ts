/** The outside of an Exchange front end: Autodiscover, Exchange Web Services and their WSSecurity endpoints. */
import { randomUUID } from 'node:crypto';
import type { ExchangeSite } from '../world.ts';
import { answerFederationInformation } from './federationInformation.ts';
import { htmlAnswer, redirectAnswer, type SiteAnswer, type SiteRequest } from './site.ts';
import { tmgLogin } from './published.ts';
import { securityNamespace, soapFault } from './soap.ts';

/** IIS compares paths without case. */
export function answerAsExchange(request: SiteRequest, site: ExchangeSite): SiteAnswer {
  const answer = answerByPath(request, site);
  if (site.clockAhead === undefined) return answer;
  return { ...answer, headers: { ...answer.headers, Date: new Date(Date.now() + site.clockAhead * 1_000).toUTCString() } };
}

function answerByPath(request: SiteRequest, site: ExchangeSite): SiteAnswer {
  if (request.path.toLowerCase().startsWith('/autodiscover/autodiscover.json/')) {
    return knowsEndpoints(site) ? answerEndpoint(request, site) : withMarks(wantsLogin(request), site);
  }
  switch (request.path.toLowerCase()) {
    case '/autodiscover/autodiscover.svc':
      return withMarks((request.method === 'POST' ? answerFederationInformation(request, site) : undefined) ?? wantsLogin(request), site);
    case '/autodiscover/autodiscover.xml':
    case '/ews/exchange.asmx':
      return withMarks(wantsLogin(request), site);
    case '/autodiscover/autodiscover.svc/wssecurity':
    case '/ews/exchange.asmx/wssecurity':
      return answerWsSecurity(request, site);
    case '/':
      return withMarks(redirectAnswer(`https://${request.host}/owa/`), site);
    default:
      return htmlAnswer(404, '404 - File or directory not found.', { Server: 'Microsoft-IIS/10.0' });
  }
}

/** Autodiscover version 2 came with Exchange 2016 CU3 (15.1.466); before it the virtual directory wants a login for any path. */
function knowsEndpoints({ version: [major, minor, build] }: ExchangeSite): boolean {
  return major === 15 && (minor > 1 || (minor === 1 && build >= 466));
}

/** Autodiscover version 2, which asks nobody for credentials and knows mailboxes of the organization's own domain alone. */
function answerEndpoint(request: SiteRequest, site: ExchangeSite): SiteAnswer {
  const mailbox = decodeURIComponent(request.path.split('/').at(-1) ?? '');
  const domain = mailbox.slice(mailbox.lastIndexOf('@') + 1).toLowerCase();
  const json = { 'Content-Type': 'application/json; charset=utf-8' };
  if (site.mailDomain !== domain) {
    return withMarks({ status: 404, headers: json, body: JSON.stringify({ ErrorCode: 'UserNotFound', ErrorMessage: 'The given user is not found' }) }, site);
  }
  return withMarks({ status: 200, headers: json, body: JSON.stringify({ Protocol: 'EWS', Url: site.webServicesUrl }) }, site);
}

function answerWsSecurity(request: SiteRequest, site: ExchangeSite): SiteAnswer {
  switch (site.wsSecurity) {
    case 'enabled':
      // A GET carries no message that could be verified: IIS asks for a login, as Exchange Online does too.
      return withMarks(request.method === 'POST' ? withoutToken() : wantsLogin(request), site);
    case 'disabled':
      return withMarks(wantsLogin(request), site);
    case 'notPublished':
      return htmlAnswer(404, '404 - File or directory not found.', { Server: 'Microsoft-IIS/10.0' });
    case 'preAuthentication':
      return tmgLogin(request);
    case 'webPage':
      return htmlAnswer(200, 'Request blocked', { Server: 'waf' });
  }
}

/** What WCF says to a message without a security token: the sign of a living WSSecurity endpoint. */
function withoutToken(): SiteAnswer {
  return {
    status: 500,
    headers: { 'Content-Type': 'text/xml; charset=utf-8' },
    body: soapFault(securityNamespace, 'InvalidSecurity', 'An error occurred when verifying security for the message.'),
  };
}

function wantsLogin(request: SiteRequest): SiteAnswer {
  return { status: 401, headers: { 'WWW-Authenticate': ['Negotiate', 'NTLM', `Basic realm="${request.host}"`] }, body: '' };
}

/** The headers by which an Exchange front end is known, on each of its answers. */
function withMarks(answer: SiteAnswer, site: ExchangeSite): SiteAnswer {
  return {
    ...answer,
    headers: {
      Server: 'Microsoft-IIS/10.0',
      'request-id': randomUUID(),
      ...(site.withoutSoap === true ? {} : { 'X-SOAP-Enabled': 'True' }),
      'X-WSSecurity-Enabled': site.wsSecurity === 'disabled' ? 'False' : 'True',
      'X-WSSecurity-For': 'None',
      'X-OAuth-Enabled': 'False',
      'X-AspNet-Version': '4.0.30319',
      'X-Powered-By': 'ASP.NET',
      // Exchange 2010 has no front end of its own that would name itself.
      ...(site.version[0] < 15 ? {} : { 'X-FEServer': site.server }),
      ...answer.headers,
    },
  };
}
