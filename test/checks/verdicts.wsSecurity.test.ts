import { failure, healthyPartner, html, notFound, xml } from './fakeWorld.ts';
import { iis401, judge, saying, wsSecurity } from './verdictCases.ts';

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
    name: 'Windows credentials without a mark: Exchange behind a publisher that strips headers shows the same',
    change: wsSecurity(() => ({ status: 401, headers: iis401 })),
    expect: { W1: ['unknown', /strips its headers[^]*IIS log/], W2: 'unknown' },
  },
  // The certificate of a host that C1–C8 do not look at
  {
    name: 'the EWS host’s certificate has expired',
    change: (world) => (world.certificates['mail.a.example'] = { trustError: 'CERT_HAS_EXPIRED' }),
    expect: { W1: 'pass', W2: ['fail', /wants a token[^]*"mail\.a\.example" has expired[^]*free\/busy is not asked there/], C3: 'pass', F1: 'pass' },
  },
  { name: 'the EWS host’s certificate is for another name', change: (world) => (world.certificates['mail.a.example'] = { names: ['other.example'] }), expect: { W2: ['fail', /does not name this host/], C1: 'pass' } },
  {
    name: 'the EWS host’s certificate is of an authority that is not known here',
    change: (world) => (world.certificates['mail.a.example'] = { trustError: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
    expect: { W2: ['warn', /not accepted here \(DEPTH_ZERO/], C2: 'pass' },
  },
  {
    name: 'the EWS host sends no intermediate certificate',
    change: (world) => (world.certificates['mail.a.example'] = { trustError: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }),
    expect: { W2: ['warn', /intermediate/] },
  },
  {
    name: 'the EWS host’s authority may be one of a store that could not be read',
    change: (world) => (world.certificates['mail.a.example'] = { trustError: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', systemStoreRead: false }),
    expect: { W2: 'pass' },
  },
  {
    name: 'EWS at the Autodiscover host: its certificate is told by C1–C8',
    subject: { webServices: 'https://autodiscover.a.example/EWS/Exchange.asmx' },
    change: (world) => (world.certificates['autodiscover.a.example'] = { trustError: 'CERT_HAS_EXPIRED' }),
    expect: { W2: 'pass' },
  },
  {
    name: 'a sharing endpoint whose certificate has expired',
    subject: { relationships: [{ name: 'A', targetSharingEpr: 'https://share.example/EWS/Exchange.asmx' }] },
    change: (world) => {
      world.dns['A share.example'] = ['192.0.2.30'];
      world.certificates['share.example'] = { trustError: 'CERT_HAS_EXPIRED' };
    },
    expect: { E1: ['fail', /"share\.example" has expired/] },
  },
  { name: '403 by a publisher', change: wsSecurity(() => ({ status: 403, headers: html })), expect: { W1: ['fail', /forbids this path, wants a client certificate, or lets known networks/] } },
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
  {
    name: 'handler missing',
    change: wsSecurity(() => ({ status: 405, headers: { ...html, server: 'Microsoft-IIS/10.0' } })),
    expect: { W1: ['fail', /2773628/] },
  },
  {
    name: 'no POST on another web server',
    change: wsSecurity(() => ({ status: 405, headers: { ...html, server: 'nginx' } })),
    expect: { W1: ['fail', /takes no POST(?![^]*2773628)/] },
  },
  {
    name: 'application pool stopped',
    change: wsSecurity(() => ({ status: 503, headers: { server: 'Microsoft-HTTPAPI/2.0' } })),
    expect: { W1: ['fail', /stopped/] },
  },
  { name: 'a server that asks to be called later', change: wsSecurity(() => ({ status: 503, headers: { 'retry-after': '30' } })), expect: { W1: ['unknown', /again in a few minutes/], W2: 'unknown' } },
  { name: 'throttled', change: wsSecurity(() => ({ status: 429 })), expect: { W1: ['unknown', /limits its callers/] } },
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
    name: 'cut once, well the second time',
    change: (world) => {
      let cuts = 0;
      wsSecurity((request) => (request.path.startsWith('/autodiscover') && cuts++ < 1 ? failure('closed') : healthyPartner(request)))(world);
    },
    expect: { W1: 'pass' },
  },
  {
    name: 'silence on this path only',
    change: wsSecurity(() => failure('timeout')),
    expect: { W1: ['unknown', /did not answer/] },
  },
  {
    name: 'cut in mid-answer',
    change: wsSecurity(() => failure('closed', 'mid-answer')),
    expect: { W1: ['unknown', /in the middle of its answer/] },
  },
  {
    name: 'more headers than are read',
    change: wsSecurity(() => failure('limit', '32 KB of headers')),
    expect: { W1: ['unknown', /says nothing against the server/] },
  },
  {
    name: 'no web server',
    change: wsSecurity(() => failure('nonsense', 'not HTTP')),
    expect: { W1: ['fail', /does not answer by HTTP\/1\.1/] },
  },
  {
    name: 'hybrid: Autodiscover in the cloud, EWS on premises and not published',
    subject: { hosting: 'unknown' },
    change: (world) => {
      saying({ applicationUri: 'outlook.com', domains: ['a.example'], version: [15, 20, 9000, 1] })(world);
      const { http } = world;
      world.http = (request) => (request.host === 'mail.a.example' ? notFound : http(request));
    },
    expect: { W1: ['skipped', /Exchange Online/], W2: ['fail', /mail\.a\.example/] },
  },
  {
    name: 'nothing in front asks for a login, which is all that can be said',
    expect: { W1: ['pass', /nothing in front of it asks for a login/] },
  },
  {
    name: 'an EWS URL with a password in it',
    subject: { webServices: 'https://user:secret@mail.a.example/EWS/Exchange.asmx' },
    expect: { W2: ['unknown', /"https:\/\/mail\.a\.example\/EWS/] },
  },
  {
    name: 'EWS guessed, not there',
    subject: { webServices: '' },
    change: wsSecurity((request) => (request.path.startsWith('/EWS') ? notFound : healthyPartner(request))),
    expect: { W1: 'pass', W2: ['unknown', /guess/] },
  },
  {
    name: 'a web site at the usual host, and behind a silent port 80 the way to another: nothing is held against the usual host',
    subject: { relationships: [] },
    change: (world) => (world.http = (request) => (request.host === 'mail.a.example' ? healthyPartner(request) : request.secure ? notFound : failure('timeout'))),
    expect: { F1: 'unknown', W1: ['unknown', /could not ask everywhere/], W2: 'pass' },
  },
  { name: 'the same, and port 80 says that it leads nowhere', subject: { relationships: [] }, change: (world) => (world.http = (request) => (request.host === 'mail.a.example' ? healthyPartner(request) : notFound)), expect: { F1: 'fail', W1: 'fail' } },
  { name: 'the Autodiscover host’s certificate is judged by C1–C8', change: (world) => (world.certificates['autodiscover.a.example'] = { trustError: 'CERT_HAS_EXPIRED' }), expect: { W1: 'pass', W2: 'pass' } },
  { name: 'EWS guessed and right', subject: { webServices: '' }, expect: { W2: ['pass', /guess/] } },
  {
    name: 'EWS host does not exist',
    subject: { webServices: 'https://gone.a.example/EWS/Exchange.asmx' },
    expect: { W2: ['fail', /gone\.a\.example/] },
  },
]);
