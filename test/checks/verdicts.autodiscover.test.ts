import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HttpRequest } from '../../server/src/checks/ports.ts';
import { exchangeMarks, failure, FakeWorld, healthyPartner, notFound, webSite, type Answerer } from './fakeWorld.ts';
import { iis401, judge } from './verdictCases.ts';

/** The GET for autodiscover.xml changed, the rest healthy. */
const page =
  (answer: Answerer): ((world: FakeWorld) => void) =>
  (world) => {
    world.http = (request) => (isPage(request) && request.host !== 'a.example' ? answer(request) : healthyPartner(request));
  };
/** Nothing of Exchange anywhere. */
const everywhere =
  (answer: Answerer): ((world: FakeWorld) => void) =>
  (world) => {
    world.http = answer;
  };
const isPage = (request: HttpRequest): boolean => request.method === 'GET' && request.path.endsWith('autodiscover.xml');
const json =
  (answer: Answerer): ((world: FakeWorld) => void) =>
  (world) => {
    world.http = (request) => (request.path.includes('autodiscover.json') ? answer(request) : healthyPartner(request));
  };
const to = (location: string, status = 302): ReturnType<Answerer> => ({ status, headers: { location } });

judge([
  // A1
  { name: 'A1: the "autodiscover." host asks for credentials as Exchange', expect: { A1: ['pass', /autodiscover\.a\.example/] } },
  {
    name: 'A1: the domain itself is Exchange, and comes first',
    change: (world) => (world.http = (request) => (isPage(request) && request.secure ? { status: 401, headers: exchangeMarks } : healthyPartner(request))),
    expect: { A1: ['pass', /^"https:\/\/a\.example/] },
  },
  {
    name: 'A1: an http redirect leads to Exchange, whose own name has no fitting certificate',
    change: (world) => {
      world.dns['A autodiscover-s.cloud.example'] = ['198.51.100.9'];
      world.certificates['autodiscover.a.example'] = { names: ['cloud.example'] };
      page((request) => (request.secure ? { status: 401, headers: exchangeMarks } : to('https://autodiscover-s.cloud.example/autodiscover/autodiscover.xml')))(world);
    },
    expect: { A1: ['pass', /redirects to "https:\/\/autodiscover-s\.cloud\.example/] },
  },
  { name: 'A1: somebody asks for credentials without a mark', change: page((request) => (request.secure ? { status: 401, headers: iis401 } : notFound)), expect: { A1: ['info', /no place shows a mark/] } },
  { name: 'A1: the page is another’s, the federation is found all the same', change: page(() => webSite), expect: { A1: ['info', /federation’s own lookup reaches Exchange/], F1: 'pass' } },
  {
    name: 'A1: Exchange answers over an incomplete chain',
    change: (world) => (world.certificates['autodiscover.a.example'] = { trustError: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }),
    expect: { A1: ['info', /its certificate stands in the way[^]*fetch the missing intermediate/], F1: 'warn' },
  },
  { name: 'A1: Exchange answers with an expired certificate', change: (world) => (world.certificates['autodiscover.a.example'] = { trustError: 'CERT_HAS_EXPIRED' }), expect: { A1: ['info', /turn away/] } },
  { name: 'A1: only web sites', change: everywhere(() => webSite), expect: { A1: ['warn', /not published, or a web site/] } },
  { name: 'A1: a login page', change: everywhere(() => to('/adfs/ls/?x')), expect: { A1: ['warn', /pass-through/] } },
  { name: 'A1: everybody is turned away', change: everywhere(() => ({ status: 403 })), expect: { A1: ['warn', /known networks/], F1: ['fail', /known networks/] } },
  { name: 'A1: silence decides nothing', change: everywhere(() => failure('timeout')), expect: { A1: 'unknown' } },
  { name: 'A1: names that cannot be looked up', change: (world) => Object.assign(world.dns, { 'A autodiscover.a.example': 'SERVFAIL', 'AAAA autodiscover.a.example': 'SERVFAIL' }), expect: { A1: 'unknown' } },
  { name: 'A1: redirect to http', change: everywhere(() => to('http://mail.a.example/autodiscover/autodiscover.xml')), expect: { A1: ['warn', /not an https Autodiscover address/] } },
  { name: 'A1: redirect to a file', change: everywhere(() => to('file:///etc/passwd')), expect: { A1: ['warn', /not an https/] } },
  { name: 'A1: redirect to another port', change: everywhere(() => to('https://mail.a.example:8443/autodiscover/autodiscover.xml')), expect: { A1: ['unknown', /not followed/] } },
  { name: 'A1: redirect that Microsoft’s clients do not follow', change: everywhere(() => to('https://mail.a.example/autodiscover/autodiscover.xml', 308)), expect: { A1: 'warn' } },
  { name: 'A1: a circle', change: everywhere(() => to('https://autodiscover.a.example/autodiscover/autodiscover.xml')), expect: { A1: ['warn', /in a circle/] } },
  {
    name: 'A1: by the SRV record alone',
    change: (world) => {
      world.dns['SRV _autodiscover._tcp.a.example'] = ['0 0 443 mail.a.example'];
      world.http = (request) => (request.host === 'mail.a.example' ? healthyPartner(request) : notFound);
    },
    expect: { A1: ['pass', /by the SRV record alone/] },
  },
  {
    name: 'A1: an SRV record of another port is nobody’s',
    change: (world) => {
      world.dns['SRV _autodiscover._tcp.a.example'] = ['0 0 444 mail.a.example'];
      world.http = (request) => (request.host === 'mail.a.example' ? healthyPartner(request) : notFound);
    },
    expect: { A1: 'warn' },
  },
  // A2
  { name: 'A2: WSSecurity off', change: page(() => ({ status: 401, headers: { ...exchangeMarks, 'x-wssecurity-enabled': 'False' } })), expect: { A2: ['warn', /Set-AutodiscoverVirtualDirectory/] } },
  {
    name: 'A2: two nodes differ',
    change: page((request) => ({
      status: 401,
      headers: { ...exchangeMarks, 'x-feserver': request.to.address.includes(':') ? 'EX2' : 'EX1', 'x-wssecurity-enabled': request.to.address.includes(':') ? 'False' : 'True' },
    })),
    expect: { A2: ['warn', /"EX1" .*true.*"EX2" .*false/] },
  },
  {
    name: 'A2: one of the answers is an error page of a busy front end, which says nothing of the set-up',
    change: page((request) => (request.to.address.includes(':') ? { status: 503, headers: { 'x-feserver': 'EX2', 'retry-after': '30' } } : { status: 401, headers: exchangeMarks })),
    expect: { A2: 'pass' },
  },
  {
    name: 'A2: a publisher that strips one header from one node’s answers is no difference',
    change: page((request) => ({ status: 401, headers: { ...exchangeMarks, 'x-wssecurity-enabled': request.to.address.includes(':') ? [] : 'True' } })),
    expect: { A2: 'pass' },
  },
  { name: 'A2: a front end that is starting', change: page(() => ({ status: 503, headers: { 'x-feserver': 'EX1' } })), expect: { A2: ['unknown', /HTTP 503/] } },
  {
    name: 'A2: SOAP on one node alone',
    change: page((request) => ({ status: 401, headers: { ...exchangeMarks, 'x-soap-enabled': request.to.address.includes(':') ? [] : 'True' } })),
    expect: { A2: ['warn', /x-soap-enabled/] },
  },
  { name: 'A2: the state is written in capitals', change: page(() => ({ status: 401, headers: { ...exchangeMarks, 'x-wssecurity-enabled': 'TRUE' } })), expect: { A2: 'pass' } },
  { name: 'A2: headers stripped, federation well', change: page(() => ({ status: 401, headers: iis401 })), expect: { A2: ['info', /strips its headers/] } },
  { name: 'A2: nothing of Exchange', change: everywhere(() => webSite), expect: { A2: 'unknown' } },
  { name: 'A2: silence', change: page(() => failure('timeout')), expect: { A2: 'unknown' } },
  { name: 'A2: one of the questions is lost', change: page((request) => (request.to.address.includes(':') ? failure('reset') : { status: 401, headers: exchangeMarks })), expect: { A2: ['info', /Not every question/] } },
  { name: 'A2: SOAP not advertised, yet it answers', change: page(() => ({ status: 401, headers: { ...exchangeMarks, 'x-soap-enabled': [] } })), expect: { A2: 'info' } },
  // A3
  { name: 'A3: an inner address', change: json(() => ({ body: '{"Protocol":"EWS","Url":"https://ex01.a.local/EWS/Exchange.asmx"}' })), expect: { A3: ['warn', /ExternalUrl/] } },
  { name: 'A3: a private address', change: json(() => ({ body: '{"Protocol":"EWS","Url":"https://10.1.2.3/EWS/Exchange.asmx"}' })), expect: { A3: 'warn' } },
  { name: 'A3: not https', change: json(() => ({ body: '{"Protocol":"EWS","Url":"http://mail.a.example/EWS/Exchange.asmx"}' })), expect: { A3: ['warn', /not an https/] } },
  { name: 'A3: another host than the plan’s', change: json(() => ({ body: '{"Protocol":"EWS","Url":"https://ews.a.example/EWS/Exchange.asmx"}' })), expect: { A3: ['info', /the plan states/] } },
  { name: 'A3: unknown mailbox', change: json(() => ({ status: 404, body: '{"ErrorCode":"UserNotFound","ErrorMessage":"no"}' })), expect: { A3: ['info', /UserNotFound/] } },
  { name: 'A3: an old Exchange', change: json(() => ({ status: 401, headers: exchangeMarks })), expect: { A3: ['info', /before 2016 CU3/] } },
  { name: 'A3: no JSON', change: json(() => ({ body: '[1,2' })), expect: { A3: 'info' } },
  { name: 'A3: JSON of another kind', change: json(() => ({ body: 'null' })), expect: { A3: 'info' } },
]);

test('nobody is asked about a mailbox that the plan does not name', async () => {
  const world = new FakeWorld();
  const { A3 } = await world.run({ testMailbox: undefined } as never);
  assert.equal(A3.verdict, 'skipped');
  assert.ok(!world.asked.some((asked) => asked.includes('autodiscover.json')));
});

test('headers are asked for three times at least, and at each address', async () => {
  const world = new FakeWorld();
  await world.run({}, { only: ['A2'] });
  assert.equal(world.asked.filter((asked) => asked.startsWith('GET https://autodiscover.a.example')).length, 4);
});
