// A block of 30 lines and a megabyte of PowerShell, parsed and bound, beside tree-sitter-pwsh, which parses; each measurement in a fresh process, by turns.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { npm } from '../scripts/lib/npm.mjs';
import { projectRoot } from '../scripts/lib/projectRoot.mjs';

const run = promisify(execFile);
const peersFolder = path.join(projectRoot, '.vscode-test', 'peers');
const catalogue = path.join(projectRoot, 'server', 'data', 'cmdletCatalogue.jsonl');
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Rows `{ what, ours, theirs? }`: milliseconds of CPU time, and megabytes. */
export async function powershell({ rounds = 7 } = {}) {
  if (!existsSync(path.join(peersFolder, 'node_modules', 'tree-sitter-pwsh'))) {
    mkdirSync(peersFolder, { recursive: true });
    await npm(['install', '--prefix', peersFolder, '--no-save', '--ignore-scripts', 'yaml-language-server@2.0.0', 'tree-sitter-pwsh@0.38.1', 'web-tree-sitter@0.27.1'], { cwd: peersFolder });
  }
  const folder = mkdtempSync(path.join(projectRoot, 'node_modules', '.bench-'));
  try {
    await build({ entryPoints: [path.join(projectRoot, 'test', 'support', 'powershellBench.ts')], outfile: path.join(folder, 'powershell.mjs'), bundle: true, minify: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'warning' });
    const found = { ours: [], peer: [] };
    for (let round = 0; round < rounds; round++) {
      for (const who of ['ours', 'peer']) {
        const { stdout } = await run(process.execPath, ['--expose-gc', path.join(projectRoot, 'bench', 'powershellWorker.mjs'), who, who === 'ours' ? folder : peersFolder, path.join(projectRoot, 'bench', 'block.ps1'), catalogue]);
        found[who].push(JSON.parse(stdout));
      }
    }
    return Object.keys(found.ours[0]).map((what) => ({ what, ours: median(found.ours.map((each) => each[what])), theirs: median(found.peer.map((each) => each[what]).filter((value) => value !== undefined)) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
