// Four TLS versions and the chain, beside sslscan on the same hosts and over the same link.
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ensurePrograms } from '../scripts/lib/debianPackages.mjs';
import { importTypeScript } from '../scripts/lib/importTypeScript.mjs';
import { projectRoot } from '../scripts/lib/projectRoot.mjs';

const run = promisify(execFile);
const atOnce = 64;
const sslscanLess = ['--no-ciphersuites', '--no-fallback', '--no-renegotiation', '--no-compression', '--no-heartbleed', '--no-groups', '--no-colour'];

/** A root, an intermediate and a server's certificate for all the hosts. */
async function certificates(folder) {
  const file = (name) => path.join(folder, name);
  const make = async (name, extensions, signer) => {
    writeFileSync(file(`${name}.cnf`), `[req]\ndistinguished_name=dn\nprompt=no\n[dn]\nCN=${name}\n[ext]\n${extensions.join('\n')}\n`);
    await run('openssl', ['req', '-new', '-newkey', 'rsa:2048', '-nodes', '-config', file(`${name}.cnf`), '-keyout', file(`${name}.key`), '-out', file(`${name}.csr`)]);
    const by = signer === undefined ? ['-signkey', file(`${name}.key`)] : ['-CA', file(`${signer}.pem`), '-CAkey', file(`${signer}.key`), '-CAcreateserial'];
    await run('openssl', ['x509', '-req', '-in', file(`${name}.csr`), ...by, '-days', '90', '-extfile', file(`${name}.cnf`), '-extensions', 'ext', '-out', file(`${name}.pem`)]);
  };
  const authority = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign'];
  await make('root', authority);
  await make('middle', authority, 'root');
  await make('server', ['extendedKeyUsage=serverAuth', 'subjectAltName=DNS:*.hosts.example'], 'middle');
  writeFileSync(file('chain.pem'), readFileSync(file('server.pem'), 'utf8') + readFileSync(file('middle.pem'), 'utf8'));
  return { key: file('server.key'), chain: file('chain.pem'), root: readFileSync(file('root.pem'), 'utf8') };
}

async function startHosts(roundTrip, { key, chain }) {
  const child = spawn(process.execPath, [path.join(projectRoot, 'bench', 'delayedHosts.mjs'), String(roundTrip), key, chain], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = await new Promise((resolve) => child.stdout.once('data', (data) => resolve(String(data).split('\n'))));
  return { ...JSON.parse(line), stop: () => child.stdin.end() };
}

async function timed(task) {
  const begun = performance.now();
  await task();
  return performance.now() - begun;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Rows `{ what, ours, theirs?, floor? }` in milliseconds; `roundTrips` by the difference of two links. */
export async function tlsChecks({ rounds = 3, manyHosts = [100, 1_000] } = {}) {
  await ensurePrograms(['openssl', 'sslscan']);
  const folder = mkdtempSync(path.join(tmpdir(), 'fedplan-bench-'));
  const { tlsTable } = await importTypeScript('test/support/tlsTable.ts');
  const rows = [];
  try {
    const made = await certificates(folder);
    const table = async (hosts, { port, dns }) => {
      const results = await tlsTable(hosts, port, dns, made.root);
      const odd = results.find(({ check, verdict }) => verdict !== (check === 'T1' || check === 'T2' ? 'info' : check === 'D1' ? verdict : 'pass'));
      if (odd) throw new Error(`${odd.domain} ${odd.check} ${odd.verdict}: ${odd.summary}`);
    };
    const sslscan = ({ port }) => run('sslscan', [...sslscanLess, '--sni-name=h1.hosts.example', `127.0.0.1:${port}`]);
    const one = {};
    for (const roundTrip of [0, 40, 200]) {
      const hosts = await startHosts(roundTrip, made);
      await table(1, hosts);
      const ours = [];
      const theirs = [];
      for (let round = 0; round < rounds; round++) {
        ours.push(await timed(() => table(1, hosts)));
        theirs.push(await timed(() => sslscan(hosts)));
      }
      one[roundTrip] = { ours: median(ours), theirs: median(theirs) };
      rows.push({ what: `1 host, ${roundTrip} ms`, ...one[roundTrip], floor: 2 * roundTrip });
      if (roundTrip !== 200) {
        for (const count of manyHosts) {
          const all = await timed(() => table(count, hosts));
          const jobs = Array.from({ length: count }, () => hosts);
          const scans = count > 100 ? undefined : await timed(() => Promise.all(Array.from({ length: atOnce }, async () => { while (jobs.length > 0) await sslscan(jobs.pop()); })));
          rows.push({ what: `${count} hosts, ${roundTrip} ms`, ours: all, theirs: scans, floor: Math.ceil(count / atOnce) * 2 * roundTrip, perSecond: count / all * 1_000, memory: process.memoryUsage().rss / 1e6 });
        }
      }
      if (roundTrip === 0) {
        const replayed = { ...hosts, port: hosts.replayPort };
        await table(1, replayed);
        const count = manyHosts.at(-1);
        const cpu = process.cpuUsage();
        const all = await timed(() => table(count, replayed));
        const { user, system } = process.cpuUsage(cpu);
        rows.push({ what: `${count} hosts, replayed`, ours: all, floor: 0, perSecond: count / all * 1_000, memory: process.memoryUsage().rss / 1e6, cpu: (user + system) / 1_000 / count });
      }
      hosts.stop();
    }
    const trips = (who) => (one[200][who] - one[40][who]) / 160;
    return { rows, roundTrips: { ours: trips('ours'), theirs: trips('theirs') } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
