// Live checks of many hosts by the language server, as the editor runs them: what typing feels of them, and how soon a stop reaches everything.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensurePrograms } from '../scripts/lib/debianPackages.mjs';
import { projectRoot } from '../scripts/lib/projectRoot.mjs';
import { startServer } from './languageClient.mjs';
import { routeTo, startHosts, startTlsServer } from './tlsHosts.mjs';

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

/** Types into the plan while nothing runs, then beside two busy processes, then while its hosts are probed; then stops runs in their middle. */
export async function liveChecks({ hosts = 1_000, edits = 60 } = {}) {
  await ensurePrograms(['openssl', 'nginx']);
  const folder = mkdtempSync(path.join(tmpdir(), 'fedplan-bench-'));
  const tls = await startTlsServer(folder);
  const link = await startHosts(0, tls);
  try {
    // Without cryptography at the hosts, which would take the processor from both that are measured; what asks by HTTPS ends there at once.
    return await measure(hosts, edits, routeTo(hosts, link.replayPort, link.dns, tls.root));
  } finally {
    link.stop();
    tls.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(hosts, edits, route) {
  const server = await startServer({
    command: process.execPath,
    args: ['--max-semi-space-size=4', path.join(projectRoot, 'dist', 'server.cjs'), '--stdio'],
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
  // What any two busy programs on the machine would do to it.
  const others = [1, 2].map(() => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));
  const busy = await completions((at) => at === edits);
  for (const each of others) each.kill();
  // As the user would agree to it.
  const targets = await server.request('federationPlan/checkTargets', { uri, route });
  const agreed = targets.organizations.flatMap(({ id, domains }) => domains.map(({ name, hosts: named }) => ({ organization: id, domain: name, hosts: named.map(({ host }) => host) })));
  const run = (runId) => server.request('federationPlan/runChecks', { uri, runId, agreed, route });
  let done = false;
  const begun = performance.now();
  const running = run('typing').then(() => (done = performance.now()));
  const during = await completions(() => done !== false);
  await running;
  const whole = done - begun;
  // Stopped in the middle: from the stop to the run's end, when every socket is closed.
  const stops = [];
  for (const [at, share] of [0.1, 0.2, 0.4].entries()) {
    const runId = `stop${at}`;
    const stopping = run(runId);
    await pause(whole * share);
    const stoppedAt = performance.now();
    server.notify('federationPlan/stopChecks', { runId });
    const { stopped } = await stopping;
    if (stopped) stops.push(performance.now() - stoppedAt);
    await pause(500);
  }
  const memory = server.memory();
  const checksMemory = server.childMemory();
  await server.stop();
  const times = (values) => ({ median: percentile(values, 0.5), p95: percentile(values, 0.95) });
  return { alone: times(alone), busy: times(busy), during: times(during), hosts, seconds: whole / 1_000, stops, memory, checksMemory };
}
