import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Considered } from '../../server/src/checks/engine/check.ts';
import { askThePartner, runChecks } from '../../server/src/checks/index.ts';
import { diagnose, diagnosisRows } from '../../server/src/checks/diagnosis/index.ts';
import type { CheckEvent, CheckId, CheckSubject, Diagnosis } from '../../server/src/protocol/checks.ts';
import { certificateAnswer, exchangeMarks, failure, FakeWorld, healthyPartner, informationXml, isWsSecurity, notFound, subjectOf, webSite, xml, type Answerer } from './fakeWorld.ts';
import { iis401, saying, wsSecurity } from './verdictCases.ts';

declare const __projectRoot: string;

async function diagnosed(change: (world: FakeWorld) => void, subject: Partial<CheckSubject> = {}, microsoftServices = false): Promise<readonly Diagnosis[]> {
  const world = new FakeWorld();
  change(world);
  const events: CheckEvent[] = [];
  const request = { subjects: [subjectOf(subject)], settings: { microsoftServices } };
  await runChecks(request, world.ports(), (event) => void events.push(event), new AbortController().signal);
  const last = events.findLastIndex(({ kind }) => kind === 'finished');
  assert.ok(events.slice(0, last).every(({ kind }) => kind !== 'diagnosed'), 'diagnoses come after the last result');
  return events.flatMap((event) => (event.kind === 'diagnosed' ? [event.diagnosis] : []));
}

const everywhere =
  (answer: Answerer): ((world: FakeWorld) => void) =>
  (world) => {
    world.http = answer;
  };
const allPorts = (world: FakeWorld, reason: 'refused' | 'proxy' | 'timeout'): void => {
  for (const address of ['192.0.2.10', '192.0.2.20', '192.0.2.80', '[2001:db8::10]']) for (const port of [80, 443]) world.tcp[`${address}:${port}`] = failure(reason);
};
const off = { ...exchangeMarks, 'x-wssecurity-enabled': 'False' };

const cases: readonly [name: string, change: (world: FakeWorld) => void, ids: readonly string[], subject?: Partial<CheckSubject>, microsoftServices?: boolean][] = [
  ['all is well', () => undefined, []],
  ['silence means nothing', (world) => allPorts(world, 'timeout'), []],
  ['the proxy of this side', (world) => allPorts(world, 'proxy'), ['proxy-here']],
  ['nothing listens', (world) => allPorts(world, 'refused'), ['port-closed']],
  ['a login page for everybody', everywhere(() => ({ status: 302, headers: { location: '/adfs/ls/' } })), ['pre-authentication']],
  ['everybody is turned away', everywhere(() => ({ status: 403 })), ['publisher-forbids']],
  ['a pool that is stopped', everywhere(() => ({ status: 503, headers: { server: 'Microsoft-HTTPAPI/2.0' } })), ['pool-stopped']],
  ['no binding', everywhere(() => ({ status: 400, body: 'Bad Request - Invalid Hostname' })), ['host-name-unbound']],
  ['a web site', everywhere(() => webSite), ['web-site-answers']],
  ['a redirect to http', everywhere(() => ({ status: 302, headers: { location: 'http://mail.a.example/autodiscover/autodiscover.xml' } })), ['redirect-not-followed']],
  ['WSSecurity paths alone are missing', wsSecurity(() => notFound), ['path-not-published']],
  ['a page in place of the WSSecurity paths', wsSecurity(() => webSite), ['page-in-between']],
  ['an intermediate certificate that is not sent', (world) => {
    world.certificates['autodiscover.a.example'] = { trustError: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', issuerUrls: ['http://ca.example/i.cer'] };
    world.completed['autodiscover.a.example'] = () => certificateAnswer('autodiscover.a.example', { issuers: [{ fingerprint: 'I' }, { selfSigned: true }] });
  }, ['incomplete-chain']],
  ['only an http redirect leads there', (world) => {
    for (const address of ['192.0.2.10', '[2001:db8::10]']) world.tcp[`${address}:443`] = failure('refused', 'ECONNREFUSED');
    world.http = (request) => (request.secure ? healthyPartner(request) : { status: 302, headers: { location: 'https://mail.a.example/autodiscover/autodiscover.xml' } });
  }, ['redirect-only'], { relationships: [] }],
  ['the same in the cloud, where it is the usual way', (world) => {
    world.certificates['autodiscover.a.example'] = { names: ['*.outlook.com'] };
    world.http = (request) => {
      if (!request.secure) return { status: 302, headers: { location: 'https://autodiscover-s.outlook.com/autodiscover/autodiscover.xml' } };
      return request.host === 'a.example' ? notFound : { headers: xml, body: informationXml({ applicationUri: 'outlook.com', domains: ['a.example'], version: [15, 20, 1, 1] }) };
    };
  }, [], { hosting: 'online', relationships: [] }],
  ['no POST', (world) => (world.http = (request) => (request.method === 'POST' && request.path.includes('.svc') ? { status: 405, headers: { server: 'Microsoft-IIS/10.0' } } : healthyPartner(request))), ['handler-missing']],
  ['not federated', saying({ errorCode: 'NotFederated' }), ['not-federated']],
  ['not a federated domain', saying({ errorCode: 'InvalidDomain' }), ['domain-not-federated']],
  ['no proof, therefore not a federated domain', (world) => {
    world.dns['TXT a.example'] = ['v=spf1 -all'];
    saying({ errorCode: 'InvalidDomain' })(world);
  }, ['proof-not-taken']],
  ['WSSecurity off by all headers', (world) => (world.http = (request) => (isWsSecurity(request) || (request.method === 'GET' && request.host !== 'a.example' && request.secure) ? { status: 401, headers: off } : healthyPartner(request))), ['wssecurity-off']],
  ['one header alone is no diagnosis', wsSecurity((request) => (request.path.startsWith('/EWS') ? { status: 401, headers: off } : healthyPartner(request))), []],
  ['Windows authentication alone is no diagnosis', wsSecurity(() => ({ status: 401, headers: iis401 })), []],
  ['another URI', () => undefined, ['other-application-uri'], { relationships: [{ name: 'x', targetApplicationUri: 'FYDIBOHF25SPDLT.b.example' }] }],
  ['an inner EWS address', (world) => (world.http = (request) => (request.path.includes('.json') ? { body: '{"Url":"https://ex01/EWS/Exchange.asmx"}' } : healthyPartner(request))), ['inner-web-services-address']],
  ['an endpoint that moved', wsSecurity((request) => (request.path.startsWith('/old') ? { status: 301, headers: { location: 'https://b.example/' } } : healthyPartner(request))), ['sharing-endpoint-moved'], { relationships: [{ name: 'x', targetSharingEpr: 'https://mail.a.example/old' }] }],
  ['a domain that was left out', () => undefined, ['domains-left-out'], { federatedDomains: ['a.example', 'b.example'] }],
  ['a relationship that leads to the web site', wsSecurity((request) => (request.host === 'a.example' ? notFound : healthyPartner(request))), ['autodiscover-endpoint-wrong'], { relationships: [{ name: 'x', targetAutodiscoverEpr: 'https://a.example/autodiscover/autodiscover.svc/WSSecurity' }] }],
  ['a path that is missing where Autodiscover answers is no wrong endpoint', wsSecurity((request) => (request.path.startsWith('/autodiscover') ? notFound : healthyPartner(request))), ['path-not-published'], { relationships: [{ name: 'x', targetAutodiscoverEpr: 'https://autodiscover.a.example/autodiscover/autodiscover.svc/WSSecurity' }] }],
  ['a server error at no relay is no diagnosis', wsSecurity((request) => (request.path.startsWith('/slow') ? { status: 504 } : healthyPartner(request))), [], { relationships: [{ name: 'x', targetSharingEpr: 'https://mail.a.example/slow' }] }],
  ['the consumer instance of the gateway', saying({ issuer: 'uri:WindowsLiveID' }), ['consumer-gateway']],
  ['a build with a fault of its own', saying({ version: [15, 0, 913, 22] }), ['faulty-build']],
  ['hybrid', (world) => (world.http = (request) => (request.host === 'autodiscover-s.outlook.com' ? { headers: xml, body: informationXml({ applicationUri: 'outlook.com', version: [15, 20, 1, 1] }) } : healthyPartner(request))), ['hybrid-partner'], {}, true],
  ['inspection of TLS', (world) => {
    for (const host of ['login.microsoftonline.com', 'nexus.microsoftonline-p.com', 'domains.live.com']) world.certificates[host] = { trustError: 'SELF_SIGNED_CERT_IN_CHAIN' };
  }, ['tls-inspection'], {}, true],
  ['a node that is down', (world) => {
    world.dns['A autodiscover.a.example'] = ['192.0.2.10', '192.0.2.11'];
    world.tcp['192.0.2.11:443'] = failure('refused');
  }, ['nodes-differ']],
];
for (const [name, change, ids, subject, microsoftServices] of cases) {
  test(`diagnosis: ${name}`, async () => {
    const found = await diagnosed(change, subject, microsoftServices);
    assert.deepEqual(found.map(({ id }) => id), ids);
    for (const { cause, fix, explains, symptom } of found) assert.ok(cause.endsWith('.') && fix !== '' && symptom !== '' && explains.length > 0, cause);
  });
}

test('a row whose findings an earlier one explains is left out, and nothing is diagnosed of nothing', () => {
  assert.deepEqual(diagnose(subjectOf({}), () => undefined), []);
  const fail = (ids: readonly CheckId[]) => (id: CheckId): Considered | undefined => (ids.includes(id) ? { verdict: 'fail', facts: {} } : undefined);
  assert.deepEqual(diagnose(subjectOf({}), fail(['D1', 'N1'])).map(({ id }) => id), ['name-missing']);
  assert.deepEqual(diagnose(subjectOf({}), fail(['T3'])).map(({ id }) => id), ['no-common-tls']);
  assert.equal(new Set(diagnosisRows.map(({ id }) => id)).size, diagnosisRows.length);
});

test('docs/checks.md names every row of the table and every question for the partner', () => {
  const page = readFileSync(path.join(__projectRoot, 'docs', 'checks.md'), 'utf8');
  for (const { id } of diagnosisRows) assert.ok(page.includes(`\`${id}\``), id);
  for (const { symptom, cmdlet } of askThePartner) assert.ok(page.includes(`| ${symptom} |`) && page.includes(cmdlet.replaceAll('|', '\\|')), symptom);
});
