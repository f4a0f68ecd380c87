import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { projectRoot } from './projectRoot.mjs';

/** Imports a TypeScript module of the project, bundled for this Node; packages are loaded as they are. */
export async function importTypeScript(file) {
  // Beside node_modules, so that packages are found.
  const folder = mkdtempSync(path.join(projectRoot, 'node_modules', '.generate-'));
  const outfile = path.join(folder, 'module.mjs');
  try {
    await build({ entryPoints: [path.join(projectRoot, file)], outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'warning' });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
