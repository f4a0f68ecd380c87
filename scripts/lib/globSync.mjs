import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Files below a folder whose name matches, sorted; folders named in `except` are not entered. Node 20 has no `fs.globSync`. */
export function globSync(folder, pattern, except = []) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) return except.includes(entry.name) ? [] : globSync(full, pattern, except);
      return pattern.test(entry.name) ? [full] : [];
    })
    .sort();
}
