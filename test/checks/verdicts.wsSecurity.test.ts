import { failure, healthyPartner, html, notFound, xml } from './fakeWorld.ts';
import { iis401, wsSecurity, judge } from './verdictCases.ts';

judge([
  // W1, W2
  {
    name: 'header says off, 401',
    change: wsSecurity(() => ({ status: 401, headers: { ...iis401, 'x-wssecurity-enabled': 'False' } })),
    expect: { W1: ['warn', /Set-AutodiscoverVirtualDirectory -WSSecurityAuthentication \$true/], W2: ['warn', /Set-WebServicesVirtualDirectory/] },
  },
  {
    name: 'fix of Exchange 2010',
    subject: { exchangeVersion: '2010' },
    change: wsSecurity(() => ({ status: 401, headers: { ...iis401, 'x-wssecurity-enabled': 'False' } })),
    expect: { W2: ['warn', /^[^]*Get-ClientAccessServer \| Get-WebServicesVirtualDirectory/] },
  },
  {
    name: 'fix of Exchange 2016',
    subject: { exchangeVersion: '2016' },
    change: wsSecurity(() => ({ status: 401, headers: { ...iis401, 'x-wssecurity-enabled': 'False' } })),
    expect: { W1: ['warn', /Get-ClientAccessService \| Get-AutodiscoverVirtualDirectory/] },
  },
  {
    name: 'Exchange 401 tells nothing',
    change: wsSecurity(() => ({ status: 401, headers: { ...iis401, 'x-feserver': 'EX1' } })),
    expect: { W1: ['unknown', /front end/], W2: 'unknown' },
  },
  {
    name: 'TMG',
    change: wsSecurity(() => ({
      status: 401,
      statusText: 'Unauthorized ( The server requires authorization to fulfill the request. )',
      headers: { 'proxy-support': 'Session-Based-Authentication' },
    })),
    expect: { W1: ['fail', /pre-authentication/], W2: 'fail' },
  },
  { name: 'AD FS', change: wsSecurity(() => ({ status: 302, headers: { location: '/adfs/ls/' } })), expect: { W1: ['fail', /login page/] } },
  { name: 'not published', change: wsSecurity(() => notFound), expect: { W1: ['fail', /not published/] } },
  { name: 'handler missing', change: wsSecurity(() => ({ status: 405, headers: html })), expect: { W1: ['fail', /2773628/] } },
  {
    name: 'application pool stopped',
    change: wsSecurity(() => ({ status: 503, headers: { server: 'Microsoft-HTTPAPI/2.0' } })),
    expect: { W1: ['fail', /stopped/] },
  },
  { name: '403 with Exchange marks', change: wsSecurity(() => ({ status: 403, headers: { 'x-feserver': 'EX1' } })), expect: { W1: 'unknown' } },
  {
    name: 'another fault',
    change: wsSecurity(() => ({
      status: 500,
      headers: xml,
      body:
        '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault><faultcode ' +
        'xmlns:a="http://schemas.microsoft.com/ws">a:ActionNotSupported</faultcode><faultstring>no</faultstring></s:Fault></s:Body></s:Envelope>',
    })),
    expect: { W1: ['unknown', /ActionNotSupported/] },
  },
  {
    name: 'fault and header contradict',
    change: wsSecurity((request) => ({ ...healthyPartner(request), headers: { ...xml, 'x-wssecurity-enabled': 'False' } })),
    expect: { W1: ['warn', /contradict/] },
  },
  {
    name: 'cut on this path only',
    change: wsSecurity(() => failure('reset', 'ECONNRESET')),
    expect: { W1: ['warn', /drops this path/], W2: 'unknown' },
  },
  {
    name: 'EWS guessed, not there',
    subject: { webServices: '' },
    change: wsSecurity((request) => (request.path.startsWith('/EWS') ? notFound : healthyPartner(request))),
    expect: { W1: 'pass', W2: ['unknown', /guess/] },
  },
  { name: 'EWS guessed and right', subject: { webServices: '' }, expect: { W2: ['pass', /guess/] } },
  {
    name: 'EWS host does not exist',
    subject: { webServices: 'https://gone.a.example/EWS/Exchange.asmx' },
    expect: { W2: ['fail', /gone\.a\.example/] },
  },
]);
