// The programs that some tests need besides Node, and the Debian packages that bring them.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from './editorHost.mjs';
import { runProcess } from './processes.mjs';
import { step } from './progress.mjs';

const packages = {
  chromium: ['chromium', 'fonts-liberation'],
  dig: ['dnsutils'],
  openssl: ['openssl'],
  curl: ['curl'],
  sslscan: ['sslscan'],
  nmap: ['nmap'],
  testssl: ['testssl.sh'],
  squid: ['squid'],
  nginx: ['nginx'],
  named: ['bind9'],
  nvim: ['neovim'],
  // For the editor's log module, which npm ships as source.
  'g++': ['g++'],
  make: ['make'],
  python3: ['python3'],
};

export const programNames = Object.keys(packages);

/** Whether this is Debian or a kin that has its packages. */
export function isDebian() {
  return process.platform === 'linux' && existsSync('/etc/debian_version');
}

/** Which of the programs are not on this machine. */
export function missingPrograms(names, environment = process.env) {
  // Servers lie in /usr/sbin, which not every user's PATH names.
  const folders = [...(environment.PATH ?? '').split(path.delimiter).filter(Boolean), ...(process.platform === 'linux' ? ['/usr/sbin'] : [])];
  return names.filter((name) => (name === 'chromium' ? !findChromium(environment) : !folders.some((folder) => existsSync(path.join(folder, name)))));
}

/** Installs what is missing, saying so; where that is not possible, fails with the line to run. */
export async function ensurePrograms(names) {
  const missing = missingPrograms(names);
  if (missing.length === 0) return;
  const wanted = missing.flatMap((name) => packages[name]);
  const line = `apt-get update && apt-get install -y --no-install-recommends ${wanted.join(' ')}`;
  if (!isDebian()) throw new Error(`Missing on this machine: ${missing.join(', ')}. Install them; on Debian this line does it:\n  ${line}`);
  if (process.getuid() !== 0) throw new Error(`Missing on this machine: ${missing.join(', ')}. Run as root:\n  ${line}`);
  await step(`Installing the Debian packages ${wanted.join(', ')} (missing: ${missing.join(', ')})`, async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...wanted]]) {
      const { code, output } = await runProcess('apt-get', args, { env });
      if (code !== 0) throw new Error(`"apt-get ${args.join(' ')}" ended with exit code ${code}.\n${lastLines(output)}`);
    }
  });
  const still = missingPrograms(names);
  if (still.length > 0) throw new Error(`Still missing after the installation: ${still.join(', ')}. Run this and read what it says:\n  ${line}`);
}

function lastLines(text) {
  return text.trim().split('\n').slice(-10).join('\n');
}
