// Tells whether what was built still fits its sources, by content: a checkout changes times without changing anything.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './projectRoot.mjs';

/** A hash over the content of files and folders (relative to the project); one that is missing counts as missing. */
export function fingerprint(names, root = projectRoot) {
  const hash = createHash('sha256');
  const add = (name) => {
    const full = path.join(root, name);
    const state = statSync(full, { throwIfNoEntry: false });
    if (state?.isDirectory()) {
      for (const entry of readdirSync(full).sort()) add(path.posix.join(name, entry));
    } else {
      hash.update(`${name}\0${state ? createHash('sha256').update(readFileSync(full)).digest('hex') : 'missing'}\n`);
    }
  };
  names.forEach(add);
  return hash.digest('hex');
}

/** What a stamp file says, or undefined. */
export function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
