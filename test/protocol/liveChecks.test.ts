import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import test from 'node:test';
import { scenarios, startPracticePartner } from '../../practice/src/index.ts';
import type { CheckEvent, CheckResult } from '../../server/src/protocol/checks.ts';
import { checkEventsNotification, type AgreedDomain, checkTargetsRequest, runChecksRequest, stopChecksNotification, type CheckEventsParams, type CheckTargets, type RunChecksResult } from '../../server/src/protocol/messages.ts';
import type { Route } from '../../server/src/protocol/route.ts';
import { languageServer, type Session } from '../support/languageServer.ts';

declare const __projectRoot: string;

function scenario(name: string): (typeof scenarios)[number] {
  const found = scenarios.find((each) => each.name === name);
  assert.ok(found);
  return found;
}
const planOf = (name: string): string => readFileSync(path.join(__projectRoot, 'examples', scenario(name).plan), 'utf8');

/** All that the plan names now. */
async function agreedTo(session: Session, uri: string, route?: Route): Promise<AgreedDomain[]> {
  const { organizations } = await session.connection.sendRequest<CheckTargets>(checkTargetsRequest, { uri, route });
  return organizations.flatMap(({ id, domains }) => domains.map(({ name, hosts }) => ({ organization: id, domain: name, hosts: hosts.map(({ host }) => host) })));
}

test('a run answers with events and results, and red becomes a diagnostic that turns green with the scenario', async () => {
  const session = await languageServer();
  const uri = session.open('checks.fedplan.yaml', planOf('expired-certificate'));
  const events: { readonly runId: string; readonly event: CheckEvent }[] = [];
  session.connection.onNotification(checkEventsNotification, ({ runId, events: newest }: CheckEventsParams) => void events.push(...newest.map((event) => ({ runId, event }))));
  const run = async (name: string, runId: string): Promise<readonly CheckResult[]> => {
    const partner = await startPracticePartner(scenario(name));
    try {
      await session.connection.sendRequest<RunChecksResult>(runChecksRequest, { uri, runId, route: partner.route, only: ['C3'], agreed: await agreedTo(session, uri, partner.route) });
      return events.flatMap(({ runId: own, event }) => (own === runId && event.kind === 'finished' ? [event.result] : []));
    } finally {
      await partner.stop();
    }
  };

  const targets = await session.connection.sendRequest<CheckTargets>(checkTargetsRequest, { uri });
  assert.deepEqual(targets.organizations.map(({ id, domains }) => [id, domains.map(({ name }) => name)]), [['battlecalfed', ['battlecalfed1.example']], ['practicemail', ['practicemail.example']]]);
  assert.ok(targets.organizations[0]?.domains[0]?.hosts.some(({ host }) => host === 'autodiscover.battlecalfed1.example'));

  assert.match(targets.partnerQuestions, /^"\{domain\}": these causes cannot be seen from outside[^]*Test-FederationTrust/);

  const red = (await run('expired-certificate', 'red')).find(({ check, organization }) => check === 'C3' && organization === 'battlecalfed');
  assert.equal(red?.verdict, 'fail');
  assert.ok(red.evidence.length > 0 && red.evidence.every(({ via }) => via.includes('practice partner "expired-certificate"')));
  const finished = events.filter(({ runId, event }) => runId === 'red' && event.kind === 'finished');
  const started = events.filter(({ runId, event }) => runId === 'red' && event.kind === 'started');
  assert.ok(finished.length > 0 && started.length > 0);
  const shown = await session.diagnostics(uri, (all) => all.some(({ code }) => code === 'check/C3'));
  assert.equal(shown.find(({ code }) => code === 'check/C3')?.source, 'Federation Checks');

  const green = (await run('healthy', 'green')).find(({ check, organization }) => check === 'C3' && organization === 'battlecalfed');
  assert.equal(green?.verdict, 'pass');
  await session.diagnostics(uri, (all) => all.every(({ code }) => code !== 'check/C3'));
  assert.equal(await session.end(), 0);
});

test('the editor’s http.proxy arrives, with its exceptions, and connections go by it', async () => {
  const heads: string[] = [];
  const proxy = createServer((socket) => {
    socket.on('error', () => undefined).once('data', (piece) => {
      heads.push(piece.toString('latin1').split('\r\n')[0] ?? '');
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
    });
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = proxy.address() as AddressInfo;
  const session = await languageServer({}, { workspace: { configuration: true } });
  let [checks, http]: readonly [object, object] = [{}, { proxy: `http://127.0.0.1:${port}`, noProxy: ['.practicemail.example'], proxySupport: 'override' }];
  const sections: unknown[] = [];
  session.connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section: string }[] }) => {
    sections.push(...items.map(({ section }) => section));
    return [checks, http];
  });
  const uri = session.open('proxy.fedplan.yaml', planOf('healthy'));
  const partner = await startPracticePartner(scenario('healthy'));
  try {
    // Practicemail's connections would be direct by the exceptions; the route leads them to the practice partner, the others' not.
    const connect = Object.fromEntries(Object.entries(partner.route.connect ?? {}).filter(([from]) => from.endsWith(':53') || from.startsWith('192.0.2.20') || from.startsWith('[2001:db8:2:') || from.startsWith('192.0.2.90')));
    const route: Route = { ...partner.route, connect };
    const results: CheckResult[] = [];
    session.connection.onNotification(checkEventsNotification, ({ events }: CheckEventsParams) => void results.push(...events.flatMap((event) => (event.kind === 'finished' ? event.result : []))));
    await session.connection.sendRequest<RunChecksResult>(runChecksRequest, { uri, runId: 'proxied', route, only: ['N1'], agreed: await agreedTo(session, uri, route) });
    const [ours, theirs] = ['practicemail', 'battlecalfed'].map((id) => results.find(({ check, organization }) => check === 'N1' && organization === id));
    assert.deepEqual([ours?.verdict, theirs?.verdict], ['pass', 'unknown'], `${ours?.summary ?? ''} ${theirs?.summary ?? ''}`);
    assert.ok(theirs?.evidence.every(({ via }) => via.startsWith(`by proxy 127.0.0.1:${port} to `)), JSON.stringify(theirs?.evidence));
    assert.ok(heads.length > 0 && heads.every((head) => /^(CONNECT (192\.0\.2\.(10|80)|\[2001:db8:1::10\]|(autodiscover\.)?battlecalfed1\.example):443|GET http:\/\/autodiscover\.battlecalfed1\.example\/\S+) /.test(head)), heads.join('; '));
    assert.ok(sections.includes('http'));
  } finally {
    await partner.stop();
    proxy.close();
  }
  const named = async (...configuration: readonly [object, object]): Promise<boolean> => {
    [checks, http] = configuration;
    await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    return (await agreedTo(session, uri)).flatMap(({ hosts }) => hosts).some((host) => /:31(28|29)$/.test(host));
  };
  assert.equal(await named({}, { proxy: 'http://proxy.example:3128' }), true);
  assert.equal(await named({}, { proxy: 'http://proxy.example:3128', proxySupport: 'off' }), false);
  assert.equal(await named({ checks: { proxy: 'none' } }, { proxy: 'http://proxy.example:3128' }), false);
  assert.equal(await named({ checks: { proxy: 'http://own.example:3129' } }, { proxy: '' }), true);
  assert.equal(await session.end(), 0);
});

test('nothing is dialled for opening, typing and asking for targets; a run that is stopped ends at once', async () => {
  const dns = createSocket('udp4');
  dns.bind(0, '127.0.0.1');
  await once(dns, 'listening');
  let asked = 0;
  const firstQuestion = new Promise<void>((resolve) =>
    dns.on('message', () => {
      asked += 1;
      resolve();
    }),
  );
  const route = { name: 'a silent resolver', resolvers: [`127.0.0.1:${dns.address().port}`] };
  const session = await languageServer({ FEDPLAN_ROUTE: JSON.stringify(route) });
  const text = planOf('healthy');
  const uri = session.open('silent.fedplan.yaml', `${text}titel: x\n`);
  await session.diagnostics(uri, (all) => all.length > 0);
  session.change(uri, 2, text);
  await session.connection.sendRequest<CheckTargets>(checkTargetsRequest, { uri });
  assert.equal(asked, 0);

  const agreed = await agreedTo(session, uri);
  const run = session.connection.sendRequest<RunChecksResult>(runChecksRequest, { uri, runId: 'one', agreed });
  await firstQuestion;
  await session.connection.sendNotification(stopChecksNotification, { runId: 'one' });
  const { stopped } = await run;
  assert.equal(stopped, true);
  assert.equal(await session.end(), 0);
  dns.close();
});

test('a run that contacts other hosts than were agreed to is refused, and so is one that cannot be made', async () => {
  const session = await languageServer();
  const uri = session.open('agreed.fedplan.yaml', 'federationPlan: 1\norganizations:\n  a: { acceptedDomains: [a.example] }\n');
  const agreed = await agreedTo(session, uri);
  session.change(uri, 2, 'federationPlan: 1\norganizations:\n  a: { acceptedDomains: [a.example], webServices: "https://elsewhere.example/EWS/Exchange.asmx" }\n');
  await assert.rejects(session.connection.sendRequest(runChecksRequest, { uri, runId: 'one', agreed }), /The plan has changed since the checks were agreed to \("elsewhere\.example"\)/);
  session.change(uri, 3, 'federationPlan: 1\norganizations:\n  a: { acceptedDomains: [b.example] }\n');
  await assert.rejects(session.connection.sendRequest(runChecksRequest, { uri, runId: 'two', agreed }), /"a\.example"/);
  await assert.rejects(session.connection.sendRequest(runChecksRequest, { uri: 'file:///nowhere', runId: 'three', agreed }), /not open any more/);
  assert.equal(await session.end(), 0);
});

test('a certificate file that cannot be read is said by its setting', async () => {
  const session = await languageServer({}, { workspace: { configuration: true } });
  session.connection.onRequest('workspace/configuration', () => [{ checks: { extraCaFile: '/nowhere/ca.pem', resolvers: 'x', dnsTimeout: 'soon' } }]);
  const uri = session.open('ca.fedplan.yaml', 'federationPlan: 1\norganizations:\n  a: { acceptedDomains: [a.example] }\n');
  const agreed = await agreedTo(session, uri);
  await assert.rejects(session.connection.sendRequest(runChecksRequest, { uri, runId: 'one', agreed }), /"exchangeFederation\.checks\.extraCaFile", cannot be read/);
  assert.equal(await session.end(), 0);
});

test('DNS servers of the settings are named before a run: of the machine’s own network, over HTTPS, of the zones', async () => {
  const session = await languageServer({}, { workspace: { configuration: true } });
  let checks: object = { resolvers: ['https://192.0.2.53/dns-query', 7], innerResolvers: ['10.0.0.53', null], askNameServers: 'no' };
  session.connection.onRequest('workspace/configuration', () => [{ checks }]);
  const uri = session.open('dns.fedplan.yaml', planOf('healthy'));
  const named = async (): Promise<readonly string[]> => {
    const answer = await session.connection.sendRequest<CheckTargets>(checkTargetsRequest, { uri });
    const hosts = answer.organizations.flatMap(({ domains }) => domains.flatMap((domain) => domain.hosts));
    return [...new Set(hosts.map(({ host }) => host))].filter((host) => /DNS|dns|^10\.|name servers/.test(host));
  };
  assert.deepEqual(await named(), ['the name servers of these domains’ zones', 'https://192.0.2.53/dns-query', '10.0.0.53']);
  checks = { resolvers: 'x', innerResolvers: 'y', askNameServers: false };
  await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
  assert.deepEqual(await named(), ['this system’s DNS resolvers']);
  assert.equal(await session.end(), 0);
});

test('a run that is stopped at once does not begin', async () => {
  const session = await languageServer({ FEDPLAN_ROUTE: JSON.stringify({ resolvers: ['127.0.0.1:9'] }) });
  const uri = session.open('stop.fedplan.yaml', planOf('healthy'));
  const agreed = await agreedTo(session, uri);
  const run = session.connection.sendRequest<RunChecksResult>(runChecksRequest, { uri, runId: 'one', agreed });
  await session.connection.sendNotification(stopChecksNotification, { runId: 'one' });
  const { stopped } = await run;
  assert.equal(stopped, true);
  assert.equal(await session.end(), 0);
});

test('a live finding goes when the value that it speaks of changes', async () => {
  const session = await languageServer();
  const plan = planOf('expired-certificate');
  const uri = session.open('outlived.fedplan.yaml', plan);
  const partner = await startPracticePartner(scenario('expired-certificate'));
  await session.connection.sendRequest<RunChecksResult>(runChecksRequest, { uri, runId: 'one', route: partner.route, only: ['C3'], agreed: await agreedTo(session, uri, partner.route) });
  await partner.stop();
  await session.diagnostics(uri, (all) => all.some(({ code }) => code === 'check/C3'));
  session.change(uri, 2, `# a line above\n${plan}`);
  await session.diagnostics(uri, (all) => all.some(({ code, range }) => code === 'check/C3' && range.start.line > 0));
  session.change(uri, 3, plan.replace('https://autodiscover.battlecalfed1.example/', 'https://mail.battlecalfed1.example/'));
  await session.diagnostics(uri, (all) => all.every(({ code }) => code !== 'check/C3'));
  assert.equal(await session.end(), 0);
});
