// Brings node_modules to the state of package-lock.json. Runs before anything is installed, so it imports nothing but Node.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm } from './npm.mjs';
import { step } from './progress.mjs';
import { projectRoot } from './projectRoot.mjs';

/** Fails with the line to act on where this Node is older than `package.json` demands. */
export function demandNode(version = process.versions.node, demanded = readPackage().engines.node.replace(/^>=\s*/, '')) {
  const [have, want] = [version, demanded].map((text) => text.split('.').map(Number));
  const older = want.findIndex((part, at) => (have[at] ?? 0) !== part);
  if (older >= 0 && (have[older] ?? 0) < want[older]) {
    throw new Error(`This is Node ${version}; the project needs ${demanded} or newer. Install it from https://nodejs.org and try again.`);
  }
}

/** Runs `npm ci` where node_modules is missing or was installed from another package-lock.json. Answers whether it did. */
export async function ensureDependencies(root = projectRoot) {
  demandNode();
  const lock = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json'))).digest('hex');
  const modules = path.join(root, 'node_modules');
  const stamp = path.join(modules, '.installed-from');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return false;
  const why = existsSync(modules) ? 'package-lock.json has changed since the last installation' : 'node_modules is missing';
  await step(`Installing the npm packages (${why})`, () => npm(['ci', '--no-audit', '--no-fund'], { cwd: root, show: true }));
  writeFileSync(stamp, lock);
  return true;
}

function readPackage() {
  return JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));
}
