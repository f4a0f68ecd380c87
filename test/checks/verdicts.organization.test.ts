import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostsToContact } from '../../server/src/checks/index.ts';
import { exchangeMarks, failure, FakeWorld, healthyPartner, informationXml, isWsSecurity, notFound, now, subjectOf, webSite, xml, type Answerer } from './fakeWorld.ts';
import { judge, saying, wsSecurity } from './verdictCases.ts';

const relationship = (stated: object): { relationships: { name: string }[] } => ({ relationships: [{ name: 'To A', ...stated }] });
const dated =
  (seconds: number, headers: object = {}): ((world: FakeWorld) => void) =>
  (world) => {
    world.http = (request) => {
      const answer = healthyPartner(request);
      if (!request.host.endsWith('.a.example')) return answer;
      return { ...answer, headers: { ...answer.headers, date: new Date(now + seconds * 1_000).toUTCString(), ...headers } };
    };
  };

judge([
  // F2
  { name: 'F2: nothing stated', subject: { relationships: [], federatedDomains: undefined } as never, expect: { F2: 'skipped' } },
  { name: 'F2: same URI, written otherwise', subject: relationship({ targetApplicationUri: 'http://fydibohf25spdlt.A.example/' }), expect: { F2: 'pass' } },
  { name: 'F2: another URI', subject: relationship({ targetApplicationUri: 'FYDIBOHF25SPDLT.b.example' }), expect: { F2: ['fail', /-TargetApplicationUri FYDIBOHF25SPDLT\.a\.example/] } },
  { name: 'F2: the cloud’s URI, answered on premises', subject: relationship({ targetApplicationUri: 'outlook.com' }), expect: { F2: ['warn', /hybrid/i] } },
  {
    name: 'F2: a relationship that aims at the cloud with the cloud’s URI, while Autodiscover answers on premises',
    subject: relationship({ targetApplicationUri: 'outlook.com', targetAutodiscoverEpr: 'https://autodiscover-s.outlook.com/autodiscover/autodiscover.svc/WSSecurity' }),
    expect: { F2: ['info', /aims at Exchange Online/], E1: 'skipped' },
  },
  {
    name: 'F2: a sharing endpoint on premises overrides the cloud’s Autodiscover',
    subject: relationship({ targetApplicationUri: 'outlook.com', targetAutodiscoverEpr: 'https://autodiscover-s.outlook.com/autodiscover/autodiscover.svc/WSSecurity', targetSharingEpr: 'https://mail.a.example/EWS/Exchange.asmx' }),
    expect: { F2: ['warn', /hybrid/i] },
  },
  {
    name: 'F2: cloud, both of its hosts are right, its list says nothing',
    subject: { hosting: 'online', federatedDomains: ['a.example', 'b.example'], ...relationship({ targetApplicationUri: 'Outlook.com', targetAutodiscoverEpr: 'https://autodiscover.outlook.com/autodiscover/autodiscover.svc/WSSecurity' }) },
    change: saying({ applicationUri: 'outlook.com', domains: ['a.example'], version: [15, 20, 1, 1] }),
    expect: { F2: 'pass' },
  },
  {
    name: 'F2: a relationship by way of a Hybrid Agent has the relay’s URI',
    subject: relationship({ targetApplicationUri: 'http://outlook.office.com/', targetSharingEpr: 'https://1234.resource.mailboxmigration.his.msappproxy.net/EWS/Exchange.asmx' }),
    expect: { F2: ['pass', /Hybrid Agent/] },
  },
  { name: 'F2: the relay’s URI without a relay', subject: relationship({ targetApplicationUri: 'http://outlook.office.com/' }), expect: { F2: 'fail' } },
  { name: 'F2: domains are listed with a trailing dot', change: saying({ domains: ['A.Example.'] }), expect: { F1: 'pass', F2: 'pass' } },
  {
    name: 'F2: domains are listed in letters of their own',
    subject: { domain: 'xn--mller-kva.example', federatedDomains: ['xn--mller-kva.example'] },
    change: (world) => {
      world.dns['A autodiscover.xn--mller-kva.example'] = ['192.0.2.10'];
      world.http = (request) => (isWsSecurity(request) || !request.host.startsWith('autodiscover.') ? healthyPartner(request) : { headers: xml, body: informationXml({ domains: ['müller.example'] }) });
    },
    expect: { F1: ['unknown', /letters of their own/], F2: 'skipped' },
  },
  { name: 'F2: a federated domain is missing', subject: { federatedDomains: ['a.example', 'b.example'] }, expect: { F2: ['warn', /Add-FederatedDomain -DomainName b\.example/] } },
  { name: 'F2: another endpoint is a note', subject: relationship({ targetAutodiscoverEpr: 'https://mail.a.example/autodiscover/autodiscover.svc/WSSecurity' }), expect: { F2: 'info', E1: 'pass' } },
  // F4
  { name: 'F4: as planned', subject: { exchangeVersion: '2016' }, expect: { F4: ['pass', /Exchange Server 2016, build 15\.1\.2507\.55, as the plan states/] } },
  { name: 'F4: another version', subject: { exchangeVersion: '2013' }, expect: { F4: 'info' } },
  { name: 'F4: 2010 SP2', change: saying({ version: [14, 2, 390, 3] }), expect: { F4: ['warn', /SP3/] } },
  { name: 'F4: 2010 SP3', change: saying({ version: [14, 3, 123, 4] }), expect: { F4: 'pass' } },
  { name: 'F4: 2013 CU6', subject: { exchangeVersion: '2013' }, change: saying({ version: [15, 0, 995, 29] }), expect: { F4: ['info', /CU6.*older servers.*CU23/s] } },
  { name: 'F4: 2013 CU23', subject: { exchangeVersion: '2013' }, change: saying({ version: [15, 0, 1497, 2] }), expect: { F4: 'pass' } },
  { name: 'F4: 2019 and SE share their first numbers', subject: { exchangeVersion: 'SE' }, change: saying({ version: [15, 2, 2562, 17] }), expect: { F4: 'pass' } },
  { name: 'F4: a version of the future', change: saying({ version: [16, 0, 1, 1] }), expect: { F4: 'unknown', R1: 'skipped' } },
  // E1
  { name: 'E1: none stated', subject: { relationships: [{ name: 'To A' }] }, expect: { E1: 'skipped' } },
  {
    name: 'E1: the stated Autodiscover path is not there',
    subject: relationship({ targetAutodiscoverEpr: 'https://autodiscover.a.example/other.svc/WSSecurity' }),
    change: wsSecurity((request) => (request.path.startsWith('/other') ? notFound : healthyPartner(request))),
    expect: { E1: ['fail', /TargetAutodiscoverEpr <url>/], W1: 'pass' },
  },
  {
    name: 'E1: the sharing endpoint has moved',
    subject: { webServices: '', ...relationship({ targetSharingEpr: 'https://mail.a.example/EWS/Exchange.asmx' }) },
    change: wsSecurity((request) => (request.host === 'mail.a.example' ? { status: 302, headers: { location: 'https://mail2.a.example/EWS' } } : healthyPartner(request))),
    expect: { E1: ['warn', /overrides what Autodiscover says[^]*-TargetSharingEpr \$null/] },
  },
  { name: 'E1: the path is appended once', subject: relationship({ targetSharingEpr: 'https://mail.a.example/EWS/Exchange.asmx/WSSecurity' }), expect: { E1: ['pass', /asmx\/WSSecurity" wants/] } },
  { name: 'E1: not an https address', subject: relationship({ targetSharingEpr: 'http://user:secret@mail.a.example/x' }), expect: { E1: ['unknown', /"http:\/\/mail\.a\.example\/x"/] } },
  { name: 'E1: in the cloud', subject: relationship({ targetAutodiscoverEpr: 'https://autodiscover-s.outlook.com/autodiscover/autodiscover.svc/WSSecurity' }), expect: { E1: 'skipped' } },
  // K1
  { name: 'K1: half a minute', change: dated(30), expect: { K1: 'pass' } },
  { name: 'K1: two minutes', change: dated(-120), expect: { K1: ['warn', /120 s behind/] } },
  { name: 'K1: seven minutes, and nobody to compare with', change: dated(420), expect: { K1: ['warn', /five minutes[^]*this machine’s clock is wrong/] } },
  { name: 'K1: no date', change: (world) => (world.http = (request) => ({ ...healthyPartner(request), headers: { ...healthyPartner(request).headers, date: [] } })), expect: { K1: 'unknown' } },
  // R1
  { name: 'R1: support has ended', expect: { R1: ['info', /ended on 2025-10-14/] } },
  { name: 'R1: supported', change: saying({ version: [15, 2, 2562, 17] }), expect: { R1: ['pass', /supported until/] } },
  { name: 'R1: the cloud', subject: { hosting: 'online' }, change: saying({ applicationUri: 'outlook.com', version: [15, 20, 1, 1] }), expect: { R1: ['info', /1 April 2027/] } },
  // Without the setting nobody at Microsoft is asked.
  { name: 'F3, G1–G3 are off', expect: { F3: ['skipped', /microsoftServices/], G1: 'skipped', G2: 'skipped', G3: 'skipped' } },
]);

/** The same table with Microsoft's hosts asked. */
const cloud =
  (answer: Answerer): Answerer =>
  (request) =>
    request.host === 'autodiscover-s.outlook.com' ? answer(request) : healthyPartner(request);
const known: Answerer = () => ({ headers: xml, body: informationXml({ applicationUri: 'outlook.com', domains: ['a.example'], version: [15, 20, 1, 1] }) });
const gateway =
  (host: RegExp, answer: Answerer): Answerer =>
  (request) =>
    host.test(request.host) ? answer(request) : healthyPartner(request);

const withMicrosoft: readonly { name: string; subject?: object; http?: Answerer; change?: (world: FakeWorld) => void; expect: Record<string, readonly [string, RegExp]> }[] = [
  { name: 'hybrid', http: cloud(known), expect: { F3: ['info', /hybrid/], R1: ['info', /1 April 2027/] } },
  { name: 'plan says cloud, cloud does not know it', subject: { hosting: 'online' }, expect: { F3: ['warn', /does not know/] } },
  {
    name: 'a tenant of another cloud',
    subject: { hosting: 'online' },
    http: (request) => (request.method === 'POST' && request.host === 'autodiscover.a.example' ? { headers: xml, body: informationXml({ applicationUri: 'outlook.office365.us', domains: ['a.example'], version: [15, 20, 1, 1] }) } : healthyPartner(request)),
    expect: { F1: ['pass', /./], F3: ['info', /another cloud/] },
  },
  { name: 'throttled', http: cloud(() => ({ status: 429 })), expect: { F3: ['unknown', /throttling/] } },
  { name: 'cloud out of reach', http: cloud(() => failure('timeout')), expect: { F3: ['unknown', /did not answer/] } },
  { name: 'gateway out of reach', http: gateway(/microsoftonline|live\.com/, () => failure('refused')), expect: { G1: ['unknown', /Test-NetConnection/], G2: ['unknown', /./], G3: ['unknown', /./] } },
  { name: 'gateway behind inspection', change: (world) => (world.certificates['login.microsoftonline.com'] = { trustError: 'SELF_SIGNED_CERT_IN_CHAIN' }), expect: { G1: ['pass', /./], G2: ['warn', /inspection/] } },
  {
    name: 'gateway behind inspection by an authority that this machine’s store knows',
    change: (world) => (world.certificates['login.microsoftonline.com'] = { anchor: 'system', logged: false, issuers: [{ subject: 'CN=Works Proxy', selfSigned: true }] }),
    expect: { G1: ['pass', /./], G2: ['warn', /Works Proxy.*system account/s] },
  },
  {
    name: 'gateway with a public certificate that Mozilla does not list',
    change: (world) => (world.certificates['login.microsoftonline.com'] = { anchor: 'system', logged: true }),
    expect: { G2: ['pass', /./] },
  },
  { name: 'a page in the token issuer’s place', http: gateway(/login/, () => webSite), expect: { G2: ['unknown', /web page/], G3: ['pass', /./] } },
  { name: 'gateway behind a filter', http: gateway(/nexus/, () => webSite), expect: { G1: ['warn', /web page/] } },
  { name: 'gateway in trouble', http: gateway(/./, () => ({ status: 502 })), expect: { G1: ['unknown', /502/], G2: ['unknown', /502/] } },
  { name: 'metadata without certificates', http: gateway(/nexus/, () => ({ body: '<EntityDescriptor xmlns="x"/>' })), expect: { G1: ['unknown', /without metadata/] } },
  { name: 'seven minutes against two clocks', change: dated(420), expect: { K1: ['fail', /five minutes/] } },
  { name: 'seven minutes by way of a cache', change: dated(420, { via: '1.1 cache' }), expect: { K1: ['warn', /by way of 1\.1 cache/] } },
  {
    name: 'this machine’s own clock is wrong',
    change: (world) => (world.clock.time += 600_000),
    expect: { K1: ['pass', /this machine’s clock that is wrong/] },
  },
];
for (const { name, subject = {}, http, change, expect } of withMicrosoft) {
  test(`verdict with Microsoft's hosts: ${name}`, async () => {
    const world = new FakeWorld();
    if (http !== undefined) world.http = http;
    change?.(world);
    const results = await world.run(subject, { settings: { microsoftServices: true } });
    for (const [check, [verdict, words]] of Object.entries(expect)) {
      const result = results[check as keyof typeof results];
      const said = `${result.summary} ${result.cause ?? ''} ${result.fix ?? ''}`;
      assert.equal(result.verdict, verdict, `${check}: ${said}`);
      assert.match(said, words);
    }
  });
}

test('the gateway is asked once in a run, whatever the number of domains', async () => {
  const world = new FakeWorld();
  const { runChecks } = await import('../../server/src/checks/index.ts');
  const subjects = ['a.example', 'b.example'].map((domain) => subjectOf({ domain }));
  await runChecks({ subjects, only: ['G2'], settings: { microsoftServices: true } }, world.ports(), () => undefined, new AbortController().signal);
  assert.equal(world.asked.filter((asked) => asked.startsWith('GET')).length, 1);
});

test('Microsoft’s hosts and the relationships’ endpoints are named before a run, the former only where they are asked', () => {
  const subject = subjectOf({ ...relationship({ targetSharingEpr: 'https://share.a.example:8443/EWS/Exchange.asmx' }) });
  const hosts = (microsoftServices: boolean): string[] => hostsToContact({ subjects: [subject], settings: { microsoftServices } }).map(({ host }) => host);
  assert.ok(hosts(false).includes('share.a.example:8443'));
  assert.ok(!hosts(false).some((host) => /microsoft|outlook|live/.test(host)));
  for (const host of ['autodiscover-s.outlook.com', 'nexus.microsoftonline-p.com', 'login.microsoftonline.com', 'domains.live.com']) assert.ok(hosts(true).includes(host), host);
});

test('without the setting no host of Microsoft’s is looked up or asked', async () => {
  const world = new FakeWorld();
  await world.run();
  assert.ok(!world.asked.some((asked) => /outlook|microsoftonline|live\.com/.test(asked)));
});

test('what is read from the answer of F1 shows that answer, wherever the lookup went on to', async () => {
  const world = new FakeWorld();
  world.certificates['autodiscover.a.example'] = { trustError: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' };
  const { F2, F4, R1 } = await world.run();
  for (const { check, evidence } of [F2, F4, R1]) assert.match(evidence[0]?.answer ?? '', /build 15\.1\.2507\.55/, check);
});

test('a WSSecurity endpoint that is asked by two checks gives both the same verdict', async () => {
  const world = new FakeWorld();
  world.http = (request) => (isWsSecurity(request) ? { status: 401, headers: { ...exchangeMarks, 'x-wssecurity-enabled': 'False' } } : healthyPartner(request));
  const { W1, E1 } = await world.run();
  assert.equal(W1.verdict, E1.verdict);
});
