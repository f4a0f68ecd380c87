/** BIND's `named` on loopback: as a zone's own server, or as a resolver that validates. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { runProgram } from '../../practice/programs/runProgram.ts';

const program = '/usr/sbin/named';

export interface Zone {
  readonly name: string;
  /** Lines of a zone file, names relative to the zone; SOA and NS are there already. Absent: the file is missing, so that the zone fails. */
  readonly records?: readonly string[];
  /** Signed (DNSSEC); `broken`: records were changed after they had been signed. */
  readonly signed?: 'rightly' | 'broken';
}

export interface NamedServers {
  /** `127.0.0.1:port` of the zones' own server. */
  readonly nameServer: string;
  /** Of the resolver, which knows the keys of all signed zones. */
  readonly resolver: string;
  stop(): Promise<void>;
}

/** Every zone has one name server, `ns1` at this address. */
export const nameServerAddress = '192.0.2.53';

export async function startNamed(zones: readonly Zone[]): Promise<NamedServers> {
  if (!existsSync(program)) throw new Error('The program "named" is not installed; on Debian: apt install bind9');
  const folder = mkdtempSync(path.join(tmpdir(), 'exchange-federation-named-'));
  const running: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(running.map(ended));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    // A copy, since Debian lets the program at its own place read no configuration but /etc/bind (AppArmor).
    copyFileSync(program, path.join(folder, 'named'));
    const anchors: string[] = [];
    const statements: string[] = [];
    for (const zone of zones) {
      const { file, anchor } = await zoneFile(folder, zone);
      statements.push(`zone "${zone.name}" { type primary; file "${file}"; };`);
      if (anchor !== undefined) anchors.push(anchor);
    }
    const ports = [await freePort(), await freePort()] as const;
    const forwards = zones.map(({ name }) => `zone "${name}" { type forward; forward only; forwarders { 127.0.0.1 port ${ports[0]}; }; };`);
    running.push(await start(folder, 'nameServer', ports[0], 'recursion no; dnssec-validation no;', statements));
    const anchored = `trust-anchors { ${anchors.join(' ')} };`;
    running.push(await start(folder, 'resolver', ports[1], 'recursion yes; dnssec-validation yes;', [...forwards, anchored]));
    return { nameServer: `127.0.0.1:${ports[0]}`, resolver: `127.0.0.1:${ports[1]}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function zoneFile(folder: string, { name, records, signed }: Zone): Promise<{ readonly file: string; readonly anchor?: string }> {
  const file = path.join(folder, `${name}.zone`);
  if (records === undefined) return { file };
  const head = ['$TTL 300', '@ IN SOA ns1 hostmaster 1 3600 600 86400 60', '@ IN NS ns1', `ns1 IN A ${nameServerAddress}`];
  writeFileSync(file, `${[...head, ...records].join('\n')}\n`);
  if (signed === undefined) return { file };
  await succeed('dnssec-keygen', ['-q', '-a', 'ECDSAP256SHA256', '-f', 'KSK', '-K', folder, name]);
  // -z: one key signs everything; -S: the keys of the folder are taken.
  await succeed('dnssec-signzone', ['-S', '-z', '-x', '-K', folder, '-d', folder, '-o', name, '-f', `${file}.signed`, file]);
  if (signed === 'broken') writeFileSync(`${file}.signed`, readFileSync(`${file}.signed`, 'utf8').replaceAll('before-signing', 'after-signing'));
  const key = readdirSync(folder).find((each) => each.startsWith(`K${name}.`) && each.endsWith('.key')) ?? '';
  const [, flags, protocol, algorithm, value] = /DNSKEY\s+(\d+)\s+(\d+)\s+(\d+)\s+(.+)$/m.exec(readFileSync(path.join(folder, key), 'utf8')) ?? [];
  return { file: `${file}.signed`, anchor: `"${name}" static-key ${flags} ${protocol} ${algorithm} "${value}";` };
}

async function succeed(name: 'dnssec-keygen' | 'dnssec-signzone', args: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await runProgram(name, args);
  if (code !== 0) throw new Error(`"${name}" ended with exit code ${code}: ${stdout}${stderr}`);
}

async function start(folder: string, role: string, port: number, options: string, statements: readonly string[]): Promise<ChildProcess> {
  const own = path.join(folder, role);
  mkdirSync(own);
  const file = path.join(own, 'named.conf');
  const places = `directory "${own}"; pid-file none; session-keyfile none; managed-keys-directory "${own}";`;
  const listens = `listen-on port ${port} { 127.0.0.1; }; listen-on-v6 { none; }; empty-zones-enable no; allow-query { any; };`;
  writeFileSync(file, `${[`options { ${places} ${listens} ${options} };`, 'controls { };', ...statements].join('\n')}\n`);
  const child = spawn(path.join(folder, 'named'), ['-g', '-n', '1', '-c', file], { stdio: ['ignore', 'ignore', 'pipe'] });
  const said: string[] = [];
  await new Promise<void>((resolve, reject) => {
    createInterface(child.stderr).on('line', (line) => {
      said.push(line);
      if (line.endsWith(' running')) resolve();
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`"named" (${role}) ended with exit code ${code ?? '?'}:\n${said.slice(-12).join('\n')}`)));
  });
  return child;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

/** A loopback port that is free for TCP and UDP now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const datagram = createSocket('udp4');
  try {
    datagram.bind(port, '127.0.0.1');
    await once(datagram, 'listening');
    return port;
  } finally {
    datagram.close();
    server.close();
    await once(server, 'close');
  }
}
