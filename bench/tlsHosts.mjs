// Debian's nginx as a TLS server for all versions, its certificates, and the hosts that stand for it behind a link.
import { execFile, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { projectRoot } from '../scripts/lib/projectRoot.mjs';

const run = promisify(execFile);

/** A root, an intermediate and a server's certificate for all the hosts; RSA, as nearly all of Exchange's are. */
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

const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

const answers = (port) => new Promise((resolve) => {
  const socket = connect(port, '127.0.0.1').on('connect', () => resolve(true)).on('error', () => resolve(false));
  socket.once('connect', () => socket.destroy());
});

/** Starts the server. OpenSSL serves the old versions at security level 0 only. */
export async function startTlsServer(folder) {
  const made = await certificates(folder);
  const port = await freePort();
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
  writeFileSync(path.join(folder, 'nginx.conf'), `
daemon off; master_process off; pid ${folder}/nginx.pid; error_log /dev/null;
events { worker_connections 8192; }
http {
  access_log off; ${temporary}
  server {
    listen 127.0.0.1:${port} ssl backlog=4096; ssl_certificate ${made.chain}; ssl_certificate_key ${made.key};
    ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3; ssl_ciphers ALL:@SECLEVEL=0; ssl_session_cache off; ssl_session_tickets off;
    location / { add_header X-FEServer EX1 always; return 401 ""; }
  }
}`);
  const child = spawn('nginx', ['-p', folder, '-c', path.join(folder, 'nginx.conf')], { stdio: 'ignore', env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` } });
  for (let tries = 0; !(await answers(port)); tries++) {
    if (child.exitCode !== null || tries > 200) throw new Error('nginx does not start.');
    await new Promise((resolve) => void setTimeout(resolve, 25));
  }
  return { ...made, port, stop: () => child.kill() };
}

/** The hosts in front of it, so many milliseconds away. `cpu()` is what the link and DNS have used so far, in ms. */
export async function startHosts(roundTrip, { port }) {
  const child = spawn(process.execPath, [path.join(projectRoot, 'bench', 'delayedHosts.mjs'), String(roundTrip), String(port)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const next = () => new Promise((resolve) => lines.once('line', (line) => resolve(JSON.parse(line))));
  const ports = await next();
  return {
    ...ports,
    cpu: () => {
      const answer = next();
      child.stdin.write('\n');
      return answer;
    },
    stop: () => child.stdin.end(),
  };
}

/** What leads the hosts hN.hosts.example to a port on this machine. */
export function routeTo(hosts, port, dns, ca) {
  const connections = Object.fromEntries(Array.from({ length: hosts }, (_, at) => [`[2001:db8::${(at + 1).toString(16)}]:443`, `127.0.0.1:${port}`]));
  return { resolvers: [`127.0.0.1:${dns}`], connect: connections, ca };
}
