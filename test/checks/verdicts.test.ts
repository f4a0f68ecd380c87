import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CheckId, CheckSubject, Verdict } from '../../server/src/protocol/checks.ts';
import type { HttpRequest } from '../../server/src/checks/ports.ts';
import { failure, FakeWorld, healthyPartner, html, informationXml, isWsSecurity, notFound, now, proof, webSite, xml, type Answerer, type Information } from './fakeWorld.ts';
import { serverHello } from './helloBytes.ts';

const day = 86_400_000;

interface Case {
  readonly name: string;
  readonly subject?: Partial<CheckSubject>;
  readonly change?: (world: FakeWorld) => void;
  /** Verdict, and a word that the summary, cause or fix must hold. */
  readonly expect: Readonly<Partial<Record<CheckId, Verdict | readonly [Verdict, RegExp]>>>;
}

/** The federation information changed, the rest healthy. */
const saying = (information: Information): ((world: FakeWorld) => void) => (world) => {
  world.http = (request) => (isWsSecurity(request) || request.host === 'a.example' ? healthyPartner(request) : { status: 200, headers: xml, body: informationXml(information) });
};
/** WSSecurity paths changed, the rest healthy. */
const wsSecurity = (answer: Answerer): ((world: FakeWorld) => void) => (world) => {
  world.http = (request) => (isWsSecurity(request) ? answer(request) : healthyPartner(request));
};
/** The Autodiscover service changed, the rest healthy. */
const autodiscover = (answer: Answerer): ((world: FakeWorld) => void) => (world) => {
  world.http = (request) => (request.host === 'autodiscover.a.example' && request.secure && !isWsSecurity(request) ? answer(request) : healthyPartner(request));
};
const alert = (description: string): { bytes: string } => ({ bytes: `15 03 03 00 02 02 ${description}` });
const iis401 = { 'www-authenticate': ['Negotiate', 'NTLM'], server: 'Microsoft-IIS/10.0' };

const cases: readonly Case[] = [
  // D1
  { name: 'alias is followed and named', change: (world) => (world.dns['A autodiscover.a.example'] = ['→ mail.host.example', '192.0.2.11']), expect: { D1: ['pass', /mail\.host\.example/] } },
  {
    name: 'only the domain itself has an address',
    change: (world) => {
      delete world.dns['A autodiscover.a.example'];
      delete world.dns['AAAA autodiscover.a.example'];
      world.http = (request) => healthyPartner({ ...request, host: 'autodiscover.a.example' });
    },
    expect: { D1: ['warn', /NXDOMAIN/], N1: 'pass', F1: 'pass' },
  },
  { name: 'the domain does not exist', change: (world) => (world.dns = {}), expect: { D1: ['fail', /does not exist/], N1: ['skipped', /D1 failed/], T1: ['skipped', /D1 failed/], F1: 'skipped', C1: 'skipped', W1: 'skipped' } },
  { name: 'SERVFAIL is no missing name', change: (world) => (world.dns = { 'A autodiscover.a.example': 'SERVFAIL', 'AAAA autodiscover.a.example': 'SERVFAIL', 'A a.example': ['192.0.2.80'] }), expect: { D1: ['unknown', /SERVFAIL/], N1: ['skipped', /could not be determined/] } },
  { name: 'a silent resolver', change: (world) => (world.dns = { 'A autodiscover.a.example': failure('timeout'), 'AAAA autodiscover.a.example': failure('timeout'), 'A a.example': failure('timeout'), 'TXT a.example': failure('timeout') }), expect: { D1: ['unknown', /did not answer within 5 s/], D3: 'unknown' } },
  { name: 'an inner address in public DNS', change: (world) => (world.dns = { 'A autodiscover.a.example': ['10.0.0.5'] }), expect: { D1: ['warn', /10\.0\.0\.5/] } },
  { name: 'the plan states another host that serves the domain', subject: { autodiscover: 'https://mail.a.example/autodiscover/autodiscover.svc' }, change: (world) => (world.dns = { 'A mail.a.example': ['192.0.2.20'] }), expect: { D1: ['info', /"autodiscover\.a\.example" does not exist/], N1: 'pass', F1: 'pass', W1: ['pass', /mail\.a\.example/] } },
  { name: 'the stated host does not exist', subject: { autodiscover: 'https://gone.a.example/autodiscover/autodiscover.svc' }, expect: { D1: ['warn', /gone\.a\.example/], F1: ['warn', /of the plan/] } },

  // D3
  { name: 'proof split by a stranger’s hand', change: (world) => (world.dns['TXT a.example'] = [`"${proof}"`]), expect: { D3: ['info', /quotation marks/] } },
  { name: 'proof absent, domain federated', change: (world) => (world.dns['TXT a.example'] = ['v=spf1 -all']), expect: { D3: ['info', /no federation proof/] } },
  { name: 'proof absent, domain not federated', change: (world) => { saying({ errorCode: 'InvalidDomain' })(world); world.dns['TXT a.example'] = []; }, expect: { D3: ['fail', /no TXT record/], F1: ['fail', /Add-FederatedDomain -DomainName a\.example/] } },
  { name: 'proof absent, federation unknown', change: (world) => { world.http = () => failure('timeout'); world.dns['TXT a.example'] = []; }, expect: { D3: 'warn', F1: 'unknown' } },
  { name: 'proof one character off', change: (world) => (world.dns['TXT a.example'] = [proof.replace('l', 'I')]), expect: { D3: ['info', /one character/] } },
  { name: 'another proof', change: (world) => (world.dns['TXT a.example'] = [`${'Q'.repeat(86)}==`]), expect: { D3: ['info', /another federation proof/] } },
  { name: 'two proofs during a roll', change: (world) => (world.dns['TXT a.example'] = [proof, `${'Q'.repeat(86)}==`]), expect: { D3: ['pass', /roll/] } },
  { name: 'no proof in the plan', subject: { federationProofs: [] }, expect: { D3: ['skipped', /states no federation proof/] } },
  { name: 'hosted online', subject: { hosting: 'online' }, expect: { D3: 'skipped', W1: 'skipped', W2: 'skipped' } },

  // N1
  { name: 'one of two addresses refuses', change: (world) => (world.tcp['[2001:db8::10]:443'] = failure('refused', 'ECONNREFUSED')), expect: { N1: ['warn', /1 of 2/], T3: 'pass', F1: 'pass' } },
  { name: 'no IPv6 on this machine', change: (world) => (world.tcp['[2001:db8::10]:443'] = failure('unreachable', 'ENETUNREACH')), expect: { N1: ['info', /1 of 2/] } },
  { name: 'everything refused', change: (world) => { for (const address of ['192.0.2.10', '[2001:db8::10]', '192.0.2.80']) world.tcp[`${address}:443`] = world.tcp[`${address}:80`] = failure('refused', 'ECONNREFUSED'); }, expect: { N1: ['fail', /refuses/], T3: ['skipped', /N1 failed/], F1: ['fail', /refuses/] } },
  { name: 'everything silent is unknown', change: (world) => { for (const address of ['192.0.2.10', '[2001:db8::10]', '192.0.2.80']) world.tcp[`${address}:443`] = world.tcp[`${address}:80`] = failure('timeout'); }, expect: { N1: ['unknown', /did not answer within 5 s/], F1: 'unknown', C1: 'skipped' } },
  {
    name: 'closed on 443, but an http redirect leads on',
    change: (world) => {
      world.tcp = { '192.0.2.10:443': failure('refused'), '[2001:db8::10]:443': failure('refused'), '192.0.2.80:443': failure('refused') };
      world.http = (request) => (request.secure ? healthyPartner(request) : { status: 302, headers: { location: 'https://mail.a.example/autodiscover/autodiscover.xml' } });
    },
    expect: { N1: ['info', /mail\.a\.example/], F1: 'info', C1: ['pass', /mail\.a\.example/], T3: 'pass' },
  },

  // T1–T4
  { name: 'TLS 1.0 and 1.1 on as well', change: (world) => { world.hello['1.0'] = { bytes: serverHello(0x0301, 0xc013) }; world.hello['1.1'] = { bytes: serverHello(0x0302, 0xc013) }; }, expect: { T1: ['info', /accepts TLS 1\.0/], T2: 'info', T3: 'pass' } },
  { name: 'profile of 2018, TLS 1.0 off', subject: { demandsTls10: true }, expect: { T1: ['info', /demands TLS 1\.0; Microsoft 365 refuses/] } },
  { name: 'profile of 2018, TLS 1.0 on', subject: { demandsTls10: true }, change: (world) => (world.hello['1.0'] = { bytes: serverHello(0x0301, 0xc013) }), expect: { T1: ['info', /demands TLS 1\.0; Microsoft 365 refuses/] } },
  { name: 'TLS 1.0 only', change: (world) => (world.hello = { '1.0': { bytes: serverHello(0x0301, 0x002f) }, '1.1': { bytes: serverHello(0x0301, 0x002f) }, '1.2': { bytes: serverHello(0x0301, 0x002f) }, '1.3': alert('46') }), expect: { T1: 'info', T2: ['pass', /it chose TLS 1\.0/], T3: ['fail', /Neither TLS 1\.2 nor TLS 1\.3/], T4: 'info' } },
  { name: 'TLS 1.3 only', change: (world) => (world.hello['1.2'] = alert('46')), expect: { T3: ['warn', /Only TLS 1\.3/], T4: 'pass' } },
  { name: 'TLS 1.2 only', change: (world) => (world.hello['1.3'] = alert('28')), expect: { T3: 'pass', T4: ['info', /handshake_failure/] } },
  { name: 'silence after old hellos', change: (world) => (world.hello['1.0'] = { bytes: '', end: 'silent' }), expect: { T1: ['unknown', /did not answer/], T3: 'pass' } },
  { name: 'old hello cut off while a newer one works', change: (world) => (world.hello['1.0'] = { bytes: '', end: 'reset' }), expect: { T1: ['pass', /reset/] } },
  { name: 'every hello cut off', change: (world) => (world.hello = Object.fromEntries(['1.0', '1.1', '1.2', '1.3'].map((version) => [version, { bytes: '', end: 'reset' as const }]))), expect: { T1: 'unknown', T2: 'unknown', T3: ['unknown', /turned away/] } },
  { name: 'modern hellos cut off, old one accepted', change: (world) => (world.hello = { '1.0': { bytes: serverHello(0x0301, 0x002f) }, '1.1': alert('46'), '1.2': { bytes: '', end: 'reset' }, '1.3': { bytes: '', end: 'closed' } }), expect: { T3: 'fail' } },
  { name: 'plain http on 443', change: (world) => (world.hello = Object.fromEntries(['1.0', '1.1', '1.2', '1.3'].map((version) => [version, { bytes: Buffer.from('HTTP/1.1 400 Bad Request').toString('hex') }]))), expect: { T1: 'unknown', T3: ['fail', /HTTP\/1\.1 400/], T4: 'unknown' } },
  { name: 'one node without TLS 1.2', change: (world) => { world.hello['2001:db8::10 1.2'] = alert('46'); world.hello['2001:db8::10 1.3'] = alert('46'); }, expect: { T3: ['fail', /1 of 2 addresses/] } },
  { name: 'hello retry request', change: (world) => (world.hello['1.3'] = { bytes: serverHello(0x0304, 0x1301, 'cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c') }), expect: { T4: ['pass', /another group/] } },
  { name: 'server name unknown', change: (world) => (world.hello['1.2'] = alert('70')), expect: { T3: ['unknown', /server name/] } },

  // C1–C3
  { name: 'wrong name', change: (world) => (world.certificates['autodiscover.a.example'] = { names: ['www.a.example'] }), expect: { C1: ['fail', /www\.a\.example/], C2: 'pass', C3: 'pass', F1: ['warn', /ALTNAME/] } },
  { name: 'wildcard', change: (world) => (world.certificates['autodiscover.a.example'] = { names: ['*.a.example'] }), expect: { C1: 'pass' } },
  { name: 'the root domain’s certificate is nobody’s business', change: (world) => (world.certificates['a.example'] = { names: ['elsewhere.example'], trustError: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), expect: { C1: 'pass', C2: 'pass' } },
  { name: 'self-signed', change: (world) => (world.certificates['autodiscover.a.example'] = { trustError: 'DEPTH_ZERO_SELF_SIGNED_CERT', selfSigned: true }), expect: { C2: ['fail', /self-signed/] } },
  { name: 'intermediate missing', change: (world) => (world.certificates['autodiscover.a.example'] = { trustError: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }), expect: { C2: ['warn', /incomplete/] } },
  { name: 'private authority', change: (world) => (world.certificates['autodiscover.a.example'] = { trustError: 'SELF_SIGNED_CERT_IN_CHAIN' }), expect: { C2: 'fail' } },
  { name: 'private authority, system store not readable', change: (world) => (world.certificates['autodiscover.a.example'] = { trustError: 'SELF_SIGNED_CERT_IN_CHAIN', systemStoreRead: false }), expect: { C2: ['unknown', /cannot read/] } },
  { name: 'expired', change: (world) => (world.certificates['autodiscover.a.example'] = { validTo: now - day, trustError: 'CERT_HAS_EXPIRED', reachesTrustedRoot: true }), expect: { C1: 'pass', C2: 'pass', C3: ['fail', /expired on 2026-03-01/], F1: 'warn' } },
  { name: 'expired intermediate', change: (world) => (world.certificates['autodiscover.a.example'] = { trustError: 'CERT_HAS_EXPIRED' }), expect: { C2: ['fail', /above/], C3: 'pass' } },
  { name: 'not yet valid', change: (world) => (world.certificates['autodiscover.a.example'] = { validFrom: now + day, trustError: 'CERT_NOT_YET_VALID', reachesTrustedRoot: true }), expect: { C3: ['fail', /2026-03-03/] } },
  { name: '47-day certificate in its middle', change: (world) => (world.certificates['autodiscover.a.example'] = { validFrom: now - 25 * day, validTo: now + 22 * day }), expect: { C3: 'pass' } },
  { name: 'less than a third left', change: (world) => (world.certificates['autodiscover.a.example'] = { validFrom: now - 70 * day, validTo: now + 20 * day }), expect: { C3: 'info' } },
  { name: 'a week left', change: (world) => (world.certificates['autodiscover.a.example'] = { validFrom: now - 40 * day, validTo: now + 6 * day }), expect: { C3: 'warn' } },
  { name: 'handshake fails', change: (world) => (world.certificates['autodiscover.a.example'] = failure('handshake', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION')), expect: { C1: ['unknown', /PROTOCOL_VERSION/], C2: 'unknown', C3: 'unknown' } },

  // F1
  { name: 'not federated', change: saying({ errorCode: 'NotFederated', errorMessage: 'No trust.' }), expect: { F1: ['fail', /Set-FederatedOrganizationIdentifier -Enabled \$true/], W1: 'pass' } },
  { name: 'asked domain not listed', change: saying({ domains: ['other.example'] }), expect: { F1: ['fail', /other\.example/] } },
  { name: 'no application URI', change: saying({ applicationUri: '' }), expect: { F1: 'fail' } },
  { name: 'consumer issuer', change: saying({ issuer: 'uri:WindowsLiveID' }), expect: { F1: ['fail', /2014/] } },
  { name: 'foreign issuer', change: saying({ issuer: 'urn:federation:Other' }), expect: { F1: 'warn' } },
  { name: 'busy twice', change: saying({ errorCode: 'ServerBusy' }), expect: { F1: ['unknown', /ServerBusy/] } },
  { name: 'partner’s own fault', change: saying({ errorCode: 'InternalServerError' }), expect: { F1: 'unknown' } },
  { name: 'web site everywhere', change: (world) => (world.http = () => webSite), expect: { F1: ['fail', /web site/], W1: ['fail', /web site/], W2: 'fail' } },
  { name: 'login page', change: autodiscover(() => ({ status: 302, headers: { location: 'https://sso.a.example/adfs/ls/?wa=wsignin1.0' } })), expect: { F1: ['fail', /adfs/] } },
  { name: 'Exchange wants credentials', change: autodiscover(() => ({ status: 401, headers: { ...iis401, 'x-feserver': 'EX1' } })), expect: { F1: ['unknown', /asks for credentials/] } },
  { name: 'http redirect to http', change: (world) => (world.http = (request) => (request.secure ? notFound : { status: 302, headers: { location: 'http://evil.example/autodiscover/autodiscover.xml' } })), expect: { F1: ['fail', /not an https/] } },
  { name: 'http redirect to a file', change: (world) => (world.http = (request) => (request.secure ? notFound : { status: 302, headers: { location: 'file:///etc/passwd' } })), expect: { F1: ['fail', /not an https/] } },
  { name: 'POST redirect to http', change: (world) => (world.http = () => ({ status: 302, headers: { location: 'http://autodiscover.a.example/autodiscover/autodiscover.svc' } })), expect: { F1: ['fail', /not followed/] } },
  { name: 'redirects in a circle', change: (world) => (world.http = (request) => ({ status: 302, headers: { location: `https://${request.host === 'mail.a.example' ? 'autodiscover' : 'mail'}.a.example/autodiscover/autodiscover.svc` } })), expect: { F1: ['fail', /circle/] } },
  { name: 'endless redirects', change: endless, expect: { F1: ['fail', /after 10 redirects/] } },
  { name: 'XML bomb', change: autodiscover(() => ({ status: 200, headers: xml, body: '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>' })), expect: { F1: ['fail', /document type declaration/] } },
  { name: 'deep nesting', change: autodiscover(() => ({ status: 200, headers: xml, body: '<a>'.repeat(10_000) })), expect: { F1: ['fail', /nested deeper/] } },
  { name: 'SOAP fault', change: autodiscover(() => ({ status: 500, headers: xml, body: '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><s:Fault><s:Code><s:Value>s:Receiver</s:Value></s:Code><s:Reason><s:Text>oops</s:Text></s:Reason></s:Fault></s:Body></s:Envelope>' })), expect: { F1: ['unknown', /"Receiver": oops/] } },
  {
    name: 'cloud partner: step 3 finds the answer',
    subject: { hosting: 'unknown', federationProofs: [] },
    change: (world) => {
      world.dns = { 'A autodiscover.a.example': ['→ autodiscover.outlook.com', '203.0.113.5'], 'A autodiscover-s.outlook.com': ['203.0.113.6'], 'A a.example': ['192.0.2.80'], 'A mail.a.example': ['192.0.2.20'] };
      world.certificates['autodiscover.a.example'] = { names: ['*.outlook.com'] };
      world.http = cloud;
    },
    expect: { D1: 'pass', N1: 'pass', C1: ['pass', /autodiscover-s\.outlook\.com/], C2: 'pass', C3: 'pass', F1: ['pass', /Exchange Online/], W1: 'skipped', W2: 'skipped' },
  },

  // W1, W2
  { name: 'header says off, 401', change: wsSecurity(() => ({ status: 401, headers: { ...iis401, 'x-wssecurity-enabled': 'False' } })), expect: { W1: ['warn', /Set-AutodiscoverVirtualDirectory -WSSecurityAuthentication \$true/], W2: ['warn', /Set-WebServicesVirtualDirectory/] } },
  { name: 'fix of Exchange 2010', subject: { exchangeVersion: '2010' }, change: wsSecurity(() => ({ status: 401, headers: { ...iis401, 'x-wssecurity-enabled': 'False' } })), expect: { W2: ['warn', /^[^]*Get-ClientAccessServer \| Get-WebServicesVirtualDirectory/] } },
  { name: 'fix of Exchange 2016', subject: { exchangeVersion: '2016' }, change: wsSecurity(() => ({ status: 401, headers: { ...iis401, 'x-wssecurity-enabled': 'False' } })), expect: { W1: ['warn', /Get-ClientAccessService \| Get-AutodiscoverVirtualDirectory/] } },
  { name: 'Exchange 401 tells nothing', change: wsSecurity(() => ({ status: 401, headers: { ...iis401, 'x-feserver': 'EX1' } })), expect: { W1: ['unknown', /front end/], W2: 'unknown' } },
  { name: 'TMG', change: wsSecurity(() => ({ status: 401, statusText: 'Unauthorized ( The server requires authorization to fulfill the request. )', headers: { 'proxy-support': 'Session-Based-Authentication' } })), expect: { W1: ['fail', /pre-authentication/], W2: 'fail' } },
  { name: 'AD FS', change: wsSecurity(() => ({ status: 302, headers: { location: '/adfs/ls/' } })), expect: { W1: ['fail', /login page/] } },
  { name: 'not published', change: wsSecurity(() => notFound), expect: { W1: ['fail', /not published/] } },
  { name: 'handler missing', change: wsSecurity(() => ({ status: 405, headers: html })), expect: { W1: ['fail', /2773628/] } },
  { name: 'application pool stopped', change: wsSecurity(() => ({ status: 503, headers: { server: 'Microsoft-HTTPAPI/2.0' } })), expect: { W1: ['fail', /stopped/] } },
  { name: '403 with Exchange marks', change: wsSecurity(() => ({ status: 403, headers: { 'x-feserver': 'EX1' } })), expect: { W1: 'unknown' } },
  { name: 'another fault', change: wsSecurity(() => ({ status: 500, headers: xml, body: '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault><faultcode xmlns:a="http://schemas.microsoft.com/ws">a:ActionNotSupported</faultcode><faultstring>no</faultstring></s:Fault></s:Body></s:Envelope>' })), expect: { W1: ['unknown', /ActionNotSupported/] } },
  { name: 'fault and header contradict', change: wsSecurity((request) => ({ ...healthyPartner(request), headers: { ...xml, 'x-wssecurity-enabled': 'False' } })), expect: { W1: ['warn', /contradict/] } },
  { name: 'cut on this path only', change: wsSecurity(() => failure('reset', 'ECONNRESET')), expect: { W1: ['warn', /drops this path/], W2: 'unknown' } },
  { name: 'EWS guessed, not there', subject: { webServices: '' }, change: wsSecurity((request) => (request.path.startsWith('/EWS') ? notFound : healthyPartner(request))), expect: { W1: 'pass', W2: ['unknown', /guess/] } },
  { name: 'EWS guessed and right', subject: { webServices: '' }, expect: { W2: ['pass', /guess/] } },
  { name: 'EWS host does not exist', subject: { webServices: 'https://gone.a.example/EWS/Exchange.asmx' }, expect: { W2: ['fail', /gone\.a\.example/] } },
];

function endless(world: FakeWorld): void {
  let hop = 0;
  world.http = () => {
    hop++;
    world.dns[`A h${hop}.example`] = ['192.0.2.30'];
    return { status: 302, headers: { location: `https://h${hop}.example/autodiscover/autodiscover.svc` } };
  };
}

function cloud(request: HttpRequest): ReturnType<Answerer> {
  if (request.host === 'a.example') return notFound;
  if (!request.secure) return { status: 302, headers: { location: 'https://autodiscover-s.outlook.com/autodiscover/autodiscover.xml' } };
  if (request.host === 'autodiscover-s.outlook.com') return { status: 200, headers: xml, body: informationXml({ applicationUri: 'outlook.com', domains: ['a.example'], version: [15, 20, 9000, 1] }) };
  return { status: 404 };
}

for (const { name, subject = {}, change, expect } of cases) {
  test(`verdict: ${name}`, async () => {
    const world = new FakeWorld();
    change?.(world);
    const results = await world.run(subject);
    for (const [check, expected] of Object.entries(expect)) {
      const result = results[check as CheckId];
      const [verdict, words] = typeof expected === 'string' ? [expected, /./] : expected;
      const said = `${result.summary} ${result.cause ?? ''} ${result.fix ?? ''}`;
      assert.equal(result.verdict, verdict, `${check}: ${result.verdict}, ${said}`);
      assert.match(said, words);
    }
  });
}

test('a healthy partner has neither warning nor failure, and nothing is left unknown', async () => {
  const results = await new FakeWorld().run();
  for (const result of Object.values(results)) {
    assert.equal(result.verdict, 'pass', `${result.check}: ${result.summary}`);
    assert.ok(result.evidence.length > 0, `${result.check} shows what it asked`);
    assert.ok(result.doesNotProve !== undefined, `${result.check} says what it does not prove`);
    assert.ok(result.evidence.every(({ via, question, answer }) => via !== '' && question !== '' && answer !== ''));
  }
});

test('federation information is looked for in its own order, and not further than needed', async () => {
  const world = new FakeWorld();
  await world.run();
  assert.deepEqual(
    world.asked.filter((asked) => /^(POST|GET)/.test(asked) && !/wssecurity/i.test(asked)),
    ['POST https://autodiscover.a.example/autodiscover/autodiscover.svc'],
  );
  const silent = new FakeWorld();
  silent.http = () => notFound;
  await silent.run({ autodiscover: 'https://mail.a.example/autodiscover/autodiscover.svc/WSSecurity' }, { only: ['F1'] });
  assert.deepEqual(
    silent.asked.filter((asked) => /^(POST|GET)/.test(asked)),
    [
      'POST https://mail.a.example/autodiscover/autodiscover.svc',
      'POST https://autodiscover.a.example/autodiscover/autodiscover.svc',
      'POST https://a.example/autodiscover/autodiscover.svc',
      'GET http://autodiscover.a.example/autodiscover/autodiscover.xml',
    ],
  );
});

test('a redirect of the service is posted to again, with its own address in the message', async () => {
  const world = new FakeWorld();
  const bodies: string[] = [];
  world.http = (request) => {
    bodies.push(request.body ?? '');
    if (request.host === 'autodiscover.a.example') return { status: 302, headers: { location: 'https://mail.a.example/autodiscover/autodiscover.svc' } };
    return healthyPartner(request);
  };
  const results = await world.run({}, { only: ['F1'] });
  assert.equal(results.F1.verdict, 'pass');
  assert.match(bodies[1] ?? '', /<a:To s:mustUnderstand="1">https:\/\/mail\.a\.example\/autodiscover\/autodiscover\.svc<\/a:To>/);
});
