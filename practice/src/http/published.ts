/** Devices and half-stopped servers in front of Exchange, each with the answer by which it is known. */
import type { Front } from '../world.ts';
import { htmlAnswer, type SiteAnswer, type SiteRequest } from './site.ts';

const iis = { Server: 'Microsoft-IIS/10.0' };

/** ISA, TMG and UAG: their own words after the status, and the header of their proxies. */
export function tmgLogin(request: SiteRequest): SiteAnswer {
  return {
    ...htmlAnswer(401, 'Error Code: 401 Unauthorized', {
      'WWW-Authenticate': `Basic realm="${request.host}"`,
      'Proxy-Support': 'Session-Based-Authentication',
    }),
    reason: 'Unauthorized ( The server requires authorization to fulfill the request. Access to the Web server is denied. )',
  };
}

function sendTo(location: string, headers: SiteAnswer['headers'] = {}): SiteAnswer {
  return { status: 302, headers: { Location: location, ...headers }, body: '' };
}

type Answerer = (request: SiteRequest) => SiteAnswer;

const answers: Readonly<Record<Exclude<Front, 'stripsHeaders' | 'noPost'>, Answerer>> = {
  tmg: tmgLogin,
  basicLogin: ({ host }) => htmlAnswer(401, 'Authorization Required', { Server: 'nginx', 'WWW-Authenticate': `Basic realm="${host}"` }),
  windowsLogin: () => htmlAnswer(401, '401 - Unauthorized', { ...iis, 'WWW-Authenticate': ['Negotiate', 'NTLM'] }),
  adfs: ({ host, path }) =>
    sendTo(`https://sts.${host.split('.').slice(1).join('.')}/adfs/ls?version=1.0&action=signin&realm=urn%3AAppProxy%3Acom&returnUrl=${encodeURIComponent(`https://${host}${path}`)}`),
  bigIp: () => sendTo('/my.policy', { Server: 'BigIP', 'Set-Cookie': 'MRHSession=0; path=/; secure' }),
  netScaler: () => sendTo('/vpn/index.html', { 'Set-Cookie': 'NSC_TMAS=0; path=/; secure' }),
  applicationProxy: () => sendTo('https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/oauth2/authorize?response_type=code'),
  formsLogin: ({ host, path }) => sendTo(`https://${host}/owa/auth/logon.aspx?url=${encodeURIComponent(`https://${host}${path}`)}&reason=0`, iis),
  stopped: () => htmlAnswer(503, 'Service Unavailable', { Server: 'Microsoft-HTTPAPI/2.0' }),
  waitsInVain: () => htmlAnswer(504, '504 - Gateway Timeout'),
  noBinding: () => htmlAnswer(400, 'Bad Request - Invalid Hostname', { Server: 'Microsoft-HTTPAPI/2.0' }),
  forbids: () => htmlAnswer(403, '403 Forbidden', { Server: 'nginx' }),
};

/** What the front says, or hands on from behind. */
export function answerAsFront(request: SiteRequest, front: Front, behind: Answerer): SiteAnswer {
  if (front === 'stripsHeaders') {
    const { headers, ...answer } = behind(request);
    const kept = Object.entries(headers).filter(([name]) => !/^(x-|request-id$|server$)/i.test(name));
    return { ...answer, headers: { ...Object.fromEntries(kept), Server: 'nginx' } };
  }
  if (front !== 'noPost') return answers[front](request);
  const isService = /\.svc(\/|$)/i.test(request.path);
  return isService && request.method === 'POST' ? htmlAnswer(405, '405 - HTTP verb used to access this page is not allowed.', { ...iis, Allow: 'GET, HEAD, OPTIONS, TRACE' }) : behind(request);
}
