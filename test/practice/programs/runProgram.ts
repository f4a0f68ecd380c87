import { spawn } from 'node:child_process';

export interface Output {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program without a shell, its input empty. Throws a sentence that names the program where it is not installed. */
export function runProgram(program: 'dig' | 'curl' | 'openssl' | 'dnssec-keygen' | 'dnssec-signzone' | 'sslscan' | 'testssl', args: readonly string[], timeout = 20_000): Promise<Output> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], timeout });
    const texts = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.stderr += text));
    child.stdin.on('error', () => undefined).end();
    child.once('error', (error: NodeJS.ErrnoException) => {
      const missing = `The program "${program}" is not installed; on Debian: apt install bind9 bind9-dnsutils curl openssl sslscan testssl.sh`;
      reject(error.code === 'ENOENT' ? new Error(missing) : error);
    });
    child.once('close', (code) => resolve({ code: code ?? -1, ...texts }));
  });
}
