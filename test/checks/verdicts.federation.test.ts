import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HttpRequest } from '../../server/src/checks/ports.ts';
import { failure, FakeWorld, healthyPartner, informationXml, notFound, webSite, xml, type Answerer } from './fakeWorld.ts';
import { iis401, saying, autodiscover, judge } from './verdictCases.ts';

judge([
  // F1
  {
    name: 'not federated',
    change: saying({ errorCode: 'NotFederated', errorMessage: 'No trust.' }),
    expect: { F1: ['fail', /Set-FederatedOrganizationIdentifier -Enabled \$true/], W1: 'pass' },
  },
  { name: 'asked domain not listed', change: saying({ domains: ['other.example'] }), expect: { F1: ['fail', /other\.example/] } },
  { name: 'no application URI', change: saying({ applicationUri: '' }), expect: { F1: 'fail' } },
  { name: 'consumer issuer', change: saying({ issuer: 'uri:WindowsLiveID' }), expect: { F1: ['fail', /2014/] } },
  { name: 'foreign issuer', change: saying({ issuer: 'urn:federation:Other' }), expect: { F1: 'warn' } },
  { name: 'busy twice', change: saying({ errorCode: 'ServerBusy' }), expect: { F1: ['unknown', /ServerBusy/] } },
  { name: 'partner’s own fault', change: saying({ errorCode: 'InternalServerError' }), expect: { F1: 'unknown' } },
  {
    name: 'web site everywhere',
    change: (world) => (world.http = () => webSite),
    expect: { F1: ['fail', /web site/], W1: ['fail', /web site/], W2: 'fail' },
  },
  {
    name: 'login page',
    change: autodiscover(() => ({ status: 302, headers: { location: 'https://sso.a.example/adfs/ls/?wa=wsignin1.0' } })),
    expect: { F1: ['fail', /adfs[^]*wants a login of its own/] },
  },
  { name: 'a certificate that only this TLS library’s own levels refuse', change: (world) => (world.certificates['autodiscover.a.example'] = { trustError: 'UNSPECIFIED' }), expect: { F1: 'pass', A1: 'pass' } },
  { name: 'no POST is taken', change: autodiscover(() => ({ status: 405 })), expect: { F1: ['fail', /2773628/] } },
  { name: 'no site for the name', change: autodiscover(() => ({ status: 400, body: 'Bad Request - Invalid Hostname' })), expect: { F1: ['fail', /binding of the site/] } },
  { name: 'TMG in front', change: autodiscover(() => ({ status: 401, headers: { 'proxy-support': 'Session-Based-Authentication' } })), expect: { F1: ['fail', /wants a login of its own/] } },

  {
    name: 'Exchange wants credentials',
    change: autodiscover(() => ({ status: 401, headers: { ...iis401, 'x-feserver': 'EX1' } })),
    expect: { F1: ['unknown', /asks for credentials/] },
  },
  {
    name: 'http redirect to http',
    change: (world) =>
      (world.http = (request) =>
        request.secure ? notFound : { status: 302, headers: { location: 'http://evil.example/autodiscover/autodiscover.xml' } }),
    expect: { F1: ['fail', /not an https/] },
  },
  {
    name: 'http redirect to a file',
    change: (world) => (world.http = (request) => (request.secure ? notFound : { status: 302, headers: { location: 'file:///etc/passwd' } })),
    expect: { F1: ['fail', /not an https/] },
  },
  {
    name: 'POST redirect to http',
    change: (world) => (world.http = () => ({ status: 302, headers: { location: 'http://autodiscover.a.example/autodiscover/autodiscover.svc' } })),
    expect: { F1: ['fail', /not followed/] },
  },
  {
    name: 'redirect to loopback',
    change: (world) => {
      world.tcp['127.0.0.1:443'] = failure('forbidden');
      autodiscover(() => ({ status: 302, headers: { location: 'https://127.0.0.1/autodiscover/autodiscover.svc' } }))(world);
    },
    expect: { F1: ['unknown', /127\.0\.0\.1\S* has a private, loopback or other special address/] },
  },
  {
    name: 'redirects in a circle',
    change: (world) =>
      (world.http = (request) => ({
        status: 302,
        headers: { location: `https://${request.host === 'mail.a.example' ? 'autodiscover' : 'mail'}.a.example/autodiscover/autodiscover.svc` },
      })),
    expect: { F1: ['fail', /circle/] },
  },
  { name: 'endless redirects', change: endless, expect: { F1: ['fail', /after 10 redirects/] } },
  {
    name: 'XML bomb',
    change: autodiscover(() => ({ status: 200, headers: xml, body: '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>' })),
    expect: { F1: ['fail', /document type declaration/] },
  },
  {
    name: 'deep nesting',
    change: autodiscover(() => ({ status: 200, headers: xml, body: '<a>'.repeat(10_000) })),
    expect: { F1: ['unknown', /nested deeper/] },
  },
  {
    name: 'five thousand domains',
    change: saying({ domains: ['a.example', ...Array.from({ length: 5_000 }, (_, at) => `d${at}.a.example`)] }),
    expect: { F1: 'pass' },
  },
  {
    name: 'a body that was not read to its end',
    change: autodiscover(() => ({ status: 200, headers: xml, body: '<a>', truncated: true })),
    expect: { F1: ['unknown', /more than 256 KB/] },
  },
  {
    name: 'a web site with a very long page',
    change: autodiscover(() => ({ ...webSite, truncated: true })),
    expect: { F1: ['fail', /web site/] },
  },
  {
    name: 'a body that could not be decoded',
    change: autodiscover(() => ({ status: 200, headers: xml, undecoded: 'zstd' })),
    expect: { F1: ['unknown', /could not be decoded \(Content-Encoding "zstd"\)/] },
  },
  {
    name: 'more headers than are read',
    change: autodiscover(() => failure('limit', '32 KB of headers')),
    expect: { F1: ['unknown', /more than these checks read/] },
  },
  {
    name: 'cut in mid-answer',
    change: autodiscover(() => failure('closed', 'mid-answer')),
    expect: { F1: ['unknown', /in the middle of its answer/] },
  },
  {
    name: 'Exchange answers 400 before it looks',
    change: autodiscover(() => ({ status: 400, headers: { 'x-feserver': 'EX1' } })),
    expect: { F1: ['unknown', /is an Exchange front end that answers HTTP 400/] },
  },
  { name: '400 by something else', change: autodiscover(() => ({ status: 400 })), expect: { F1: ['fail', /HTTP 400/] } },
  { name: 'stopped for the moment', change: autodiscover(() => ({ status: 503 })), expect: { F1: ['unknown', /HTTP 503/] } },
  {
    name: 'paths missing, port 80 silent: behind it the last step may stand',
    change: (world) => (world.http = (request) => (request.secure ? notFound : failure('timeout'))),
    expect: { F1: ['unknown', /http:\/\/autodiscover\.a\.example\S+ did not answer/] },
  },
  {
    name: 'paths missing, port 80 refuses',
    change: (world) => (world.http = (request) => (request.secure ? notFound : failure('refused', 'ECONNREFUSED'))),
    expect: { F1: 'fail' },
  },
  {
    name: 'redirect to another port',
    change: autodiscover(() => ({ status: 302, headers: { location: 'https://mail.a.example:22/autodiscover/autodiscover.svc' } })),
    expect: { F1: ['unknown', /not port 443/] },
  },
  {
    name: 'http redirect to another port',
    change: (world) =>
      (world.http = (request) =>
        request.secure ? notFound : { status: 302, headers: { location: 'https://mail.a.example:22/autodiscover/autodiscover.xml' } }),
    expect: { F1: ['unknown', /not port 443/] },
  },
  {
    name: 'redirect with a user name in it',
    change: autodiscover(() => ({ status: 302, headers: { location: 'https://a:secret@mail.a.example/autodiscover/autodiscover.svc' } })),
    expect: { F1: ['unknown', /"https:\/\/mail\.a\.example\S+", an address with a user name/] },
  },
  {
    name: 'relative redirect',
    change: autodiscover((request) =>
      request.path.startsWith('/autodiscover') ? { status: 302, headers: { location: '../other/autodiscover.svc' } } : healthyPartner(request),
    ),
    expect: { F1: ['pass', /\/other\/autodiscover\.svc/] },
  },
  {
    name: 'the domain redirects to a host that was asked already: no circle',
    change: (world) =>
      (world.http = (request) => {
        if (request.host !== 'a.example') return notFound;
        return { status: 301, headers: { location: `https://autodiscover.a.example${request.path}` } };
      }),
    expect: { F1: ['fail', /^(?![^]*circle)/] },
  },
  {
    name: 'the cloud’s own certificate, and port 80 closed from here',
    subject: { hosting: 'unknown', federationProofs: [] },
    change: (world) => {
      saying({ applicationUri: 'outlook.com', domains: ['a.example'], version: [15, 20, 9000, 1] })(world);
      world.certificates['autodiscover.a.example'] = { names: ['*.outlook.com'] };
      for (const address of ['192.0.2.10', '[2001:db8::10]']) world.tcp[`${address}:80`] = failure('refused', 'ECONNREFUSED');
    },
    expect: { F1: ['info', /Exchange Online has no certificate for its customers/] },
  },
  {
    name: 'stated with the cloud’s own certificate: a relationship cannot call it',
    subject: { hosting: 'online', federationProofs: [], autodiscover: 'https://autodiscover.a.example/autodiscover/autodiscover.svc' },
    change: (world) => {
      saying({ applicationUri: 'outlook.com', domains: ['a.example'], version: [15, 20, 9000, 1] })(world);
      world.certificates['autodiscover.a.example'] = { names: ['*.outlook.com'] };
    },
    expect: { F1: ['warn', /ALTNAME/] },
  },
  {
    name: 'first hop with the cloud’s certificate redirects to where the http redirect leads as well',
    subject: { hosting: 'unknown', federationProofs: [] },
    change: (world) => {
      world.dns['A autodiscover-s.outlook.com'] = ['203.0.113.6'];
      world.certificates['autodiscover.a.example'] = { names: ['*.outlook.com'] };
      world.http = (request) =>
        request.secure && request.host === 'autodiscover.a.example'
          ? { status: 302, headers: { location: 'https://autodiscover-s.outlook.com/autodiscover/autodiscover.svc' } }
          : cloud(request);
    },
    expect: { F1: ['pass', /autodiscover-s\.outlook\.com/], C1: ['pass', /autodiscover-s\.outlook\.com/] },
  },
  {
    name: 'the plan’s URL is silent, the usual place answers',
    subject: { autodiscover: 'https://mail.a.example/autodiscover/autodiscover.svc' },
    change: (world) => (world.http = (request) => (request.host === 'mail.a.example' ? failure('timeout') : healthyPartner(request))),
    expect: { F1: ['info', /mail\.a\.example\S+ did not answer/] },
  },
  {
    name: 'SOAP fault',
    change: autodiscover(() => ({
      status: 500,
      headers: xml,
      body:
        '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><s:Fault>' +
        '<s:Code><s:Value>s:Receiver</s:Value></s:Code><s:Reason><s:Text>oops</s:Text></s:Reason></s:Fault></s:Body></s:Envelope>',
    })),
    expect: { F1: ['unknown', /"Receiver": oops/] },
  },
  {
    name: 'cloud partner: step 3 finds the answer',
    subject: { hosting: 'unknown', federationProofs: [], webServices: 'https://outlook.office365.com/EWS/Exchange.asmx' },
    change: (world) => {
      world.dns = {
        'A autodiscover.a.example': ['→ autodiscover.outlook.com', '203.0.113.5'],
        'A autodiscover-s.outlook.com': ['203.0.113.6'],
        'A a.example': ['192.0.2.80'],
        'A mail.a.example': ['192.0.2.20'],
      };
      world.certificates['autodiscover.a.example'] = { names: ['*.outlook.com'] };
      world.http = cloud;
    },
    expect: {
      D1: 'pass',
      N1: 'pass',
      C1: ['pass', /autodiscover-s\.outlook\.com/],
      C2: 'pass',
      C3: 'pass',
      F1: ['pass', /Exchange Online/],
      W1: 'skipped',
      W2: 'skipped',
    },
  },
]);

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
  if (request.host === 'autodiscover-s.outlook.com')
    return { status: 200, headers: xml, body: informationXml({ applicationUri: 'outlook.com', domains: ['a.example'], version: [15, 20, 9000, 1] }) };
  return { status: 404 };
}

test('a firewall that lets known programs in only is asked once more in Exchange’s name, and nothing is held against Exchange', async () => {
  const world = new FakeWorld();
  world.http = (request) => (request.headers['user-agent'] === 'AutodiscoverClient' || request.host === 'a.example' ? healthyPartner(request) : { status: 403, headers: { server: 'cloudflare' } });
  const { F1, W1, W2, A1, A2 } = await world.run();
  for (const { check, verdict, summary } of [F1, W1, W2, A1, A2]) assert.equal(verdict, 'pass', `${check}: ${summary}`);
  assert.match(JSON.stringify(F1.evidence), /HTTP 403.*as \\"AutodiscoverClient\\".*HTTP 200/);
});

test('federation information is looked for in its own order, and not further than needed', async () => {
  const world = new FakeWorld();
  await world.run({}, { only: ['F1'] });
  assert.deepEqual(
    world.asked.filter((asked) => /^(POST|GET)/.test(asked)),
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
    bodies.push(typeof request.body === 'string' ? request.body : '');
    if (request.host === 'autodiscover.a.example')
      return { status: 302, headers: { location: 'https://mail.a.example/autodiscover/autodiscover.svc' } };
    return healthyPartner(request);
  };
  const results = await world.run({}, { only: ['F1'] });
  assert.equal(results.F1.verdict, 'pass');
  assert.match(bodies[1] ?? '', /<a:To s:mustUnderstand="1">https:\/\/mail\.a\.example\/autodiscover\/autodiscover\.svc<\/a:To>/);
});

test('a password in a plan’s URL stands in no result', async () => {
  const autodiscover = 'https://user:s3cret@mail.a.example/autodiscover/autodiscover.svc';
  const results = await new FakeWorld().run({ autodiscover, webServices: 'https://s3cret@mail.a.example/EWS/Exchange.asmx' });
  assert.match(JSON.stringify(results), /mail\.a\.example/);
  assert.doesNotMatch(JSON.stringify(results), /s3cret/);
});

test('words of a stranger’s server cannot forge lines or turn the writing direction', async () => {
  const world = new FakeWorld();
  const reset = '\u001b[2J\u202e';
  world.http = () => ({
    status: 200,
    headers: xml,
    body: informationXml({ errorCode: 'NotFederated', errorMessage: `a\n\nPASS ${reset.slice(-1)}b` }),
  });
  const { F1 } = await world.run({}, { only: ['F1'] });
  assert.match(F1.summary, /\("a PASS b"\)/);
  world.http = () => ({ status: 302, headers: { location: `https://x.example/${reset}` } });
  const shown = JSON.stringify(await world.run({}, { only: ['F1'] }));
  assert.doesNotMatch(shown, /\\u001b|\u202e/);
});
