/** `openssl s_server` and certificates made by `openssl`, in a folder of their own. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { runProgram } from '../../practice/programs/runProgram.ts';

export const host = 'mail.a.example';

export interface Workshop {
  readonly folder: string;
  /** Runs openssl there and gives what it said; throws where it failed. */
  openssl(...args: readonly string[]): Promise<string>;
  file(name: string): string;
  write(name: string, text: string): Promise<void>;
  read(name: string): Promise<Buffer>;
}

export interface Leaf {
  readonly name: string;
  readonly issuer?: 'root' | 'middle';
  readonly key?: readonly string[];
  readonly hash?: '-sha1' | '-sha256' | '-sha384';
  /** `-days` of openssl; negative ends in the past. */
  readonly days?: number;
  readonly extensions?: readonly string[];
  readonly names?: readonly string[];
}

export async function workshop(): Promise<Workshop> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'fedplan-tls-'));
  const file = (name: string): string => path.join(folder, name);
  const shop: Workshop = {
    folder,
    file,
    write: (name, text) => writeFile(file(name), text),
    read: (name) => readFile(file(name)),
    async openssl(...args) {
      const { code, stdout, stderr } = await runProgram('openssl', args);
      if (code !== 0) throw new Error(`openssl ${args.join(' ')}: ${stderr}`);
      return stdout;
    },
  };
  await issue(shop, { name: 'root', days: 900, extensions: ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign,cRLSign'] }, 'itself');
  await issue(shop, { name: 'middle', issuer: 'root', days: 800, extensions: ['basicConstraints=critical,CA:TRUE,pathlen:0', 'keyUsage=critical,keyCertSign,cRLSign,digitalSignature'] });
  return shop;
}

export async function removeWorkshop(shop: Workshop): Promise<void> {
  await rm(shop.folder, { recursive: true, force: true });
}

/** Makes `<name>.key` and `<name>.pem`. */
export async function issue(shop: Workshop, leaf: Leaf, by: 'issuer' | 'itself' = 'issuer'): Promise<void> {
  const { name, issuer = 'middle', hash = '-sha256', days = 90, names = [host], key = ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'] } = leaf;
  const extensions = leaf.extensions ?? ['basicConstraints=critical,CA:FALSE', 'extendedKeyUsage=serverAuth', `subjectAltName=${names.map((each) => `DNS:${each}`).join(',')}`];
  await shop.write(`${name}.cnf`, `[req]\ndistinguished_name=dn\nprompt=no\n[dn]\nCN=${name === 'root' || name === 'middle' ? name : host}\n[ext]\n${extensions.join('\n')}\n`);
  await shop.openssl('genpkey', ...key, '-out', shop.file(`${name}.key`));
  await shop.openssl('req', '-new', '-config', shop.file(`${name}.cnf`), '-key', shop.file(`${name}.key`), '-out', shop.file(`${name}.csr`));
  const signer = by === 'itself' ? ['-signkey', shop.file(`${name}.key`)] : ['-CA', shop.file(`${issuer}.pem`), '-CAkey', shop.file(`${issuer}.key`), '-CAcreateserial'];
  const extension = ['-extfile', shop.file(`${name}.cnf`), '-extensions', 'ext'];
  await shop.openssl('x509', '-req', '-in', shop.file(`${name}.csr`), ...signer, hash, '-days', String(days), ...extension, '-out', shop.file(`${name}.pem`));
}

/** Serves until the test ends; every suite and key size is allowed. Gives the port. */
export async function serve(context: TestContext, shop: Workshop, name: string, ...args: readonly string[]): Promise<number> {
  const fixed = ['s_server', '-accept', '127.0.0.1:0', '-www', '-key', shop.file(`${name}.key`), '-cert', shop.file(`${name}.pem`)];
  const child = spawn('openssl', [...fixed, '-cipher', 'ALL:@SECLEVEL=0', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  context.after(() => void child.kill());
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (text: string): void => {
      said += text;
      const port = /^ACCEPT .*:(\d+)$/m.exec(said)?.[1];
      if (port !== undefined) resolve(Number(port));
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.once('error', reject);
    child.once('close', () => reject(new Error(said)));
  });
}
