// Runs npm by this very Node. `npm` itself is a `.cmd` on Windows, which Node refuses to start without a shell.
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { runProcess } from './processes.mjs';

/** Path of npm's `npm-cli.js`; an error says what to do where there is none. */
export function npmCli(environment = process.env, execPath = process.execPath) {
  const bin = path.dirname(execPath);
  const onPath = (environment.PATH ?? environment.Path ?? '').split(path.delimiter).filter(Boolean);
  const candidates = [
    // Set by `npm run`; another package manager's does not know npm's options.
    ...(/npm-cli\.c?js$/.test(environment.npm_execpath ?? '') ? [environment.npm_execpath] : []),
    path.join(bin, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(bin, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    ...onPath.map((folder) => path.join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js')),
    ...onPath.map((folder) => path.join(folder, 'npm')).filter((file) => existsSync(file)).map((file) => realpathSync(file)),
  ];
  const found = candidates.find((file) => file.endsWith('.js') && existsSync(file));
  if (!found) throw new Error('npm was not found beside Node nor on the PATH. Install npm, which comes with Node.js.');
  return found;
}

/** Runs npm to its end; an exit code other than 0 becomes an error with the last lines of what it wrote. */
export async function npm(args, { cwd, show = false, env = {} }) {
  const { code, output } = await runProcess(process.execPath, [npmCli(), ...args], { cwd, show, env: { ...process.env, ...env } });
  if (code !== 0) {
    // Its reason stands first, then a page of usage.
    const reason = output.split('\n').filter((line) => /\b(error|ERR!)\b/i.test(line) && !/npm error\s*$/.test(line)).slice(0, 12);
    throw new Error(`"npm ${args.join(' ')}" ended with exit code ${code}.\n${reason.join('\n')}`.trim());
  }
  return output;
}
