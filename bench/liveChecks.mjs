// Live checks of many hosts by the language server, as the editor runs them: what typing feels of them, and how soon a stop reaches everything.
import path from 'node:path';
import { projectRoot } from '../scripts/lib/projectRoot.mjs';
import { startServer } from './languageClient.mjs';

const uri = 'file:///bench/checks.fedplan.yaml';

/** A plan of so many partners, each with a host of its own. */
function planOf(hosts) {
  const parts = ['federationPlan: 1', 'title: Partners to probe', 'profile: generic', 'organizations:'];
  for (let at = 1; at <= hosts; at++) {
    parts.push(`  partner${at}:`, '    role: partner', '    acceptedDomains:', `      - name: d${at}.example`, `    autodiscover: https://h${at}.hosts.example/autodiscover/autodiscover.svc`);
  }
  return `${parts.join('\n')}\n`;
}

const percentile = (values, share) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const pause = (ms) => new Promise((resolve) => void setTimeout(resolve, ms));

/**
 * Types into the plan while nothing runs, then while its hosts are probed, then stops the run.
 *
 * @param route Leads the plan's hosts to servers on this machine.
 */
export async function liveChecks({ hosts = 1_000, route, edits = 60 }) {
  const events = { count: 0 };
  const server = await startServer({
    command: process.execPath,
    args: ['--max-semi-space-size=4', path.join(projectRoot, 'dist', 'server.cjs'), '--stdio'],
    settings: { 'exchangeFederation': {} },
    onNotification: (method, params) => {
      if (method !== 'federationPlan/checkEvents') return;
      events.count += params.events.length;
    },
  });
  const text = planOf(hosts);
  const first = server.diagnostics(() => true);
  server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'federation-plan', version: 1, text } });
  await first;
  await server.lastDiagnostics(1_500);
  // Typed is into the title, so that the plan's hosts stay those that the run was agreed for; asked for is a key in the middle.
  const title = { line: 1, character: text.split('\n')[1].length };
  const position = { line: 4 + 5 * Math.floor(hosts / 2) + 1, character: 4 };
  let version = 1;
  const completions = async (until) => {
    const times = [];
    for (let at = 0; !until(at); at++) {
      const range = { start: title, end: { ...title, character: title.character + at % 2 } };
      server.notify('textDocument/didChange', { textDocument: { uri, version: ++version }, contentChanges: [{ range, text: at % 2 === 0 ? 'x' : '' }] });
      const begun = performance.now();
      await server.request('textDocument/completion', { textDocument: { uri }, position });
      times.push(performance.now() - begun);
      await pause(60);
    }
    return times;
  };
  await completions((at) => at === 10);
  const alone = await completions((at) => at === edits);
  // As the user would agree to it.
  const targets = await server.request('federationPlan/checkTargets', { uri, route });
  const agreed = targets.organizations.flatMap(({ id, domains }) => domains.map(({ name, hosts: named }) => ({ organization: id, domain: name, hosts: named.map(({ host }) => host) })));
  const run = (runId, only) => server.request('federationPlan/runChecks', { uri, runId, agreed, route, ...(only ? { only } : {}) });
  let done = false;
  const begun = performance.now();
  const whole = run('typing').then(() => (done = performance.now()));
  const during = await completions(() => done !== false);
  await whole;
  const seconds = (done - begun) / 1_000;
  // Stopped in the middle: from the stop to the run's end, when every socket is closed.
  const stops = [];
  for (const [at, share] of [0.15, 0.3, 0.5].entries()) {
    const runId = `stop${at}`;
    const running = run(runId);
    await pause(seconds * 1_000 * share);
    const stoppedAt = performance.now();
    server.notify('federationPlan/stopChecks', { runId });
    const { stopped } = await running;
    if (stopped) stops.push(performance.now() - stoppedAt);
    await pause(500);
  }
  const memory = server.memory();
  const checksMemory = server.childMemory();
  await server.stop();
  return {
    alone: { median: percentile(alone, 0.5), p95: percentile(alone, 0.95) },
    during: { median: percentile(during, 0.5), p95: percentile(during, 0.95), most: Math.max(...during), count: during.length },
    seconds, perSecond: hosts / seconds, stops, memory, checksMemory, events,
  };
}
