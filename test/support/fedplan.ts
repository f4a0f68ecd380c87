import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

declare const __projectRoot: string;

export const launcher = path.join(__projectRoot, 'bin', 'fedplan.mjs');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line, as a user would, and resolves when it has ended. */
export function fedplan(args: readonly string[], options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {}): Promise<Ended> {
  if (!existsSync(path.join(__projectRoot, 'dist', 'fedplan.cjs'))) throw new Error('"dist/fedplan.cjs" is missing. Run "npm run build" before these tests.');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [launcher, ...args], { cwd: options.cwd ?? __projectRoot, env: { ...process.env, FEDPLAN_ROUTE: '', ...options.env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}
