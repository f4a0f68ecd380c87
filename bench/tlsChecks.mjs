// Four TLS versions and the chain, beside sslscan, nmap and testssl.sh on the same hosts and over the same link.
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { ensurePrograms } from '../scripts/lib/debianPackages.mjs';
import { projectRoot } from '../scripts/lib/projectRoot.mjs';
import { routeTo, startHosts, startTlsServer } from './tlsHosts.mjs';

const run = promisify(execFile);
const atOnce = 64;
const sslscanLess = ['--no-ciphersuites', '--no-fallback', '--no-renegotiation', '--no-compression', '--no-heartbleed', '--no-groups', '--no-colour'];

function startClient() {
  const child = spawn(process.execPath, [path.join(projectRoot, 'bench', 'tlsTableProcess.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const next = () => new Promise((resolve) => lines.once('line', (line) => resolve(JSON.parse(line))));
  const ready = next();
  return {
    table: async (hosts, route) => {
      await ready;
      const answer = next();
      child.stdin.write(`${JSON.stringify({ hosts, route })}\n`);
      const said = await answer;
      if (said.odd !== undefined) throw new Error(said.odd);
      return said;
    },
    stop: () => child.stdin.end(),
  };
}

async function timed(task) {
  const begun = performance.now();
  await task();
  return performance.now() - begun;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** What others take for one host; their processes are started for each, as by whoever uses them. */
const peers = {
  sslscan: ({ port }) => run('sslscan', [...sslscanLess, '--sni-name=h1.hosts.example', `127.0.0.1:${port}`]),
  nmap: ({ port }) => run('nmap', ['-Pn', '-n', '-p', String(port), '--script', 'ssl-enum-ciphers,ssl-cert', '127.0.0.1']),
  testssl: ({ port }) => run('testssl', ['--color', '0', '--warnings', 'batch', '--nodns', 'none', '--quiet', '-p', '-S', `127.0.0.1:${port}`]).catch(() => undefined),
};

/** Rows `{ what, ours, sslscan?, nmap?, testssl?, floor? }` in milliseconds; `roundTrips` by the difference of two links. */
export async function tlsChecks({ rounds = 3, manyHosts = [100, 1_000] } = {}) {
  await ensurePrograms(['openssl', 'sslscan', 'nmap', 'testssl', 'nginx']);
  const folder = mkdtempSync(path.join(tmpdir(), 'fedplan-bench-'));
  const rows = [];
  const server = await startTlsServer(folder);
  const client = startClient();
  try {
    const one = {};
    for (const roundTrip of [0, 40, 200]) {
      const hosts = await startHosts(roundTrip, server);
      const route = (count, port = hosts.port) => routeTo(count, port, hosts.dns, server.root);
      await client.table(1, route(1));
      const times = { ours: [], sslscan: [], nmap: [], testssl: [] };
      for (let round = 0; round < rounds; round++) {
        times.ours.push((await client.table(1, route(1))).ms);
        times.sslscan.push(await timed(() => peers.sslscan(hosts)));
        times.nmap.push(await timed(() => peers.nmap(hosts)));
        // It takes tens of seconds, and what is to be seen of that is seen once.
        if (round === 0 && roundTrip === 40) times.testssl.push(await timed(() => peers.testssl(hosts)));
      }
      one[roundTrip] = Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
      rows.push({ what: `1 host, ${roundTrip} ms`, ...one[roundTrip], floor: 3 * roundTrip });
      for (const count of roundTrip === 200 ? [] : manyHosts) {
        const linkBefore = await hosts.cpu();
        const { ms, cpu, memory } = await client.table(count, route(count));
        const link = (await hosts.cpu()) - linkBefore;
        const jobs = Array.from({ length: count }, () => hosts);
        const scans = count > 100 ? undefined : await timed(() => Promise.all(Array.from({ length: atOnce }, async () => { while (jobs.length > 0) await peers.sslscan(jobs.pop()); })));
        rows.push({ what: `${count} hosts, ${roundTrip} ms`, ours: ms, sslscan: scans, floor: Math.ceil(count / atOnce) * 2 * roundTrip, perSecond: count / ms * 1_000, memory, cpu: cpu / count, link: link / count });
      }
      if (roundTrip === 0) {
        await client.table(4, route(4, hosts.replayPort));
        for (const count of [250, 1_000, 2_000]) {
          const linkBefore = await hosts.cpu();
          const { ms, cpu, memory } = await client.table(count, route(count, hosts.replayPort));
          rows.push({ what: `${count} hosts, replayed`, ours: ms, floor: 0, perSecond: count / ms * 1_000, memory, cpu: cpu / count, link: ((await hosts.cpu()) - linkBefore) / count });
        }
      }
      hosts.stop();
    }
    const trips = (who) => (one[200][who] - one[40][who]) / 160;
    return { rows, roundTrips: { ours: trips('ours'), sslscan: trips('sslscan'), nmap: trips('nmap') } };
  } finally {
    client.stop();
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
