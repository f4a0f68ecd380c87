// The npm packages that may end up in the bundles: package.json's dependencies and theirs.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** As Node finds a package from a folder; undefined for an optional one that is not installed here. */
function folderOf(name, from) {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const found = path.join(folder, 'node_modules', name);
    if (existsSync(path.join(found, 'package.json'))) return found;
    if (folder === path.dirname(folder)) return undefined;
  }
}

/** By name and version; a package of one version in two places counts once. */
export function bundledPackages(root) {
  const packages = new Map();
  const visited = new Set();
  const visit = (name, from) => {
    const folder = folderOf(name, from);
    if (folder === undefined) throw new Error(`The package "${name}" is not installed. Run "npm install" first.`);
    if (visited.has(folder)) return;
    visited.add(folder);
    const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    packages.set(`${manifest.name}@${manifest.version}`, { folder, manifest });
    for (const dependency of Object.keys(manifest.dependencies ?? {})) visit(dependency, folder);
  };
  const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  for (const dependency of Object.keys(dependencies ?? {})) visit(dependency, root);
  return [...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, found]) => found);
}

/** Every notice that the package ships; for one that ships none, the text kept in `licences/`. */
export function noticesOf({ folder, manifest }) {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice|copyrightnotice|thirdpartynotices)/i.test(file)).sort();
  const own = new URL(`./licences/${manifest.name.replace('/', '__')}.txt`, import.meta.url);
  const sources = files.length > 0 ? files.map((file) => path.join(folder, file)) : [own];
  return sources.map((source) => {
    try {
      return readFileSync(source, 'utf8').replaceAll('\r\n', '\n').replace(/^\uFEFF/, '').trim();
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
      throw new Error(`"${manifest.name}" ships no licence text. Put its repository's text into scripts/generators/lib/licences/.`, { cause: error });
    }
  });
}
