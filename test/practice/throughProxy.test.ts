/** The healthy partner behind a proxy that speaks CONNECT: every verdict stays what it is, and evidence names the proxy. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { domainToASCII } from 'node:url';
import { healthyWorld } from '../../practice/src/healthy.ts';
import { scenarios } from '../../practice/src/index.ts';
import { changeWorld } from '../../practice/src/scenario.ts';
import { runChecks } from '../../server/src/checks/index.ts';
import { createPorts } from '../../server/src/network/index.ts';
import type { CheckEvent, CheckId, Verdict } from '../../server/src/protocol/checks.ts';
import type { Route } from '../../server/src/protocol/route.ts';
import { checkSubjects } from '../../server/src/service/checkSubjects.ts';
import { readPlan } from '../../server/src/service/readPlan.ts';
import { listening } from '../checks/loopback.ts';
import { portBehind } from './askPartner.ts';
import { scenarioNamed, withScenario } from './runningScenario.ts';

declare const __projectRoot: string;

/** Stands where the partner's addresses are; asked for a name over plain HTTP, it looks the name up in the scenario's DNS. */
async function proxyTo(context: TestContext, scenario: string, route: Route): Promise<number> {
  const { names } = changeWorld(healthyWorld, scenarioNamed(scenario).change);
  const addressOf = (name: string): string => names[name]?.A?.[0] ?? (names[name]?.CNAME === undefined ? '' : addressOf(names[name].CNAME));
  const server = createServer((asked, answer) => {
    const url = new URL(asked.url ?? '');
    const onward = request({ host: '127.0.0.1', port: portBehind(route, `${addressOf(url.hostname)}:80`), path: url.pathname, method: asked.method, headers: { ...asked.headers, host: url.hostname } }, (came) => {
      answer.writeHead(came.statusCode ?? 502, came.headers);
      came.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  });
  server.on('connect', (asked, socket, head) => {
    // As most proxies do: no way but to port 443.
    if (asked.url?.endsWith(':443') !== true) {
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    const target = connect(portBehind(route, asked.url ?? ''), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.write(head);
      target.pipe(socket).pipe(target);
    });
    target.on('error', () => socket.destroy());
    socket.on('error', () => target.destroy());
    socket.on('close', () => target.destroy());
  });
  return (await listening(context, server)).port;
}

/** Refuses every way, as a proxy does that lets nobody out. */
async function refusingProxy(context: TestContext): Promise<number> {
  const server = createServer((_asked, answer) => answer.writeHead(403).end());
  server.on('connect', (_asked, socket) => socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n'));
  return (await listening(context, server)).port;
}

async function judge(scenario: string, route: Route, proxyPort: number): Promise<{ said: unknown; causes: readonly string[]; ways: ReadonlySet<string> }> {
  const { plan, microsoftServices } = scenarioNamed(scenario);
  const { model } = readPlan(readFileSync(path.join(__projectRoot, 'examples', plan), 'utf8'));
  // What the route leads elsewhere goes by no proxy, so only DNS is left in it.
  const dns = Object.fromEntries(Object.entries(route.connect ?? {}).filter(([endpoint]) => endpoint.endsWith(':53')));
  const proxied: Route = { ...route, connect: dns };
  const proxy = { url: `http://127.0.0.1:${proxyPort}`, except: [] };
  const settings = { connectTimeout: 15_000, answerTimeout: 15_000, microsoftServices: microsoftServices === true, proxy };
  const causes: string[] = [];
  const emit = (event: CheckEvent): void => {
    if (event.kind === 'diagnosed') causes.push(event.diagnosis.id);
  };
  const request = { subjects: checkSubjects(model, domainToASCII), route: proxied, settings };
  const results = await runChecks(request, createPorts({ route: proxied, settings }), emit, new AbortController().signal);
  const said: Record<string, Record<string, Partial<Record<CheckId, Verdict>>>> = {};
  for (const { organization, domain, check, verdict } of results) ((said[organization] ??= {})[domain] ??= {})[check] = verdict;
  const ways = new Set(results.filter(({ check }) => check === 'F1' || check === 'T3' || check === 'C1').flatMap(({ evidence }) => evidence.map(({ via }) => via)));
  return { said, causes: [...new Set(causes)], ways };
}

for (const name of ['healthy', 'exchange-online', 'two-nodes']) {
  test(`by way of a proxy "${name}" has the same verdicts`, (context) =>
    withScenario(name, async (route) => {
      const { said, causes, ways } = await judge(name, route, await proxyTo(context, name, route));
      assert.deepEqual(said, scenarios.find((each) => each.name === name)?.expected);
      assert.deepEqual(causes, []);
      assert.ok([...ways].some((via) => /by proxy 127\.0\.0\.1:\d+/.test(via)), [...ways].join('; '));
    }));
}

test('a proxy that opens no way is told as the cause, and nothing is said against the partner', (context) =>
  withScenario('healthy', async (route) => {
    const { said, causes } = await judge('healthy', route, await refusingProxy(context));
    assert.deepEqual(causes, ['proxy-here']);
    const verdicts = Object.values(said as Record<string, Record<string, Record<CheckId, Verdict>>>).flatMap((domains) => Object.values(domains).flatMap((checks) => Object.values(checks)));
    assert.ok(verdicts.includes('unknown') && !verdicts.includes('fail') && !verdicts.includes('warn'), JSON.stringify(said));
  }));
