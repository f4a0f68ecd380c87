// Bundles the product into dist/: one file a process, and the data files that the processes read.
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprint, readStamp } from './freshness.mjs';
import { step } from './progress.mjs';
import { projectRoot } from './projectRoot.mjs';

/** Entry points by the name of their bundle: `dist/<name>.cjs`. CommonJS, because VS Code 1.96 cannot load an ES module as extension. */
const entryPoints = {
  client: 'client/src/extension.ts',
  server: 'server/src/main/languageServer.ts',
  checks: 'server/src/main/checksProcess.ts',
  fedplan: 'server/src/main/fedplan.ts',
};

/** All that a bundle depends on. */
const inputs = [
  ...['client/src', 'server/src', 'practice/src', 'server/data'],
  ...['package.json', 'package-lock.json', 'tsconfig.base.json', 'scripts/lib/bundle.mjs'],
];

const dist = path.join(projectRoot, 'dist');
const stampFile = path.join(dist, '.built-from');

/** esbuild's options; shared by building once and by watching. */
function options(production) {
  return {
    absWorkingDir: projectRoot,
    entryPoints,
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    // Some packages' CommonJS files are UMD, whose `require` no bundler follows.
    mainFields: ['module', 'main'],
    sourcemap: production ? false : 'linked',
    // A stack trace of a user's machine keeps its names. esbuild's `keepNames` would give each function its name when it is made, which is a tenth of
    // the time that opening a plan takes.
    minifyWhitespace: production,
    minifySyntax: production,
    // yaml's build for Node asks the environment at each token whether to log it.
    alias: { yaml: path.join(projectRoot, 'node_modules', 'yaml', 'browser', 'index.js') },
    legalComments: 'none', // THIRD-PARTY-NOTICES.md has them.
    logLevel: 'warning',
  };
}

function copyData() {
  const sources = path.join(projectRoot, 'server', 'data', 'sources');
  rmSync(path.join(dist, 'data'), { recursive: true, force: true });
  cpSync(path.join(projectRoot, 'server', 'data'), path.join(dist, 'data'), { recursive: true, filter: (file) => file !== sources });
}

/** Builds dist/ anew. A missing entry point, or one that does not compile, is an error that esbuild has printed. */
export async function build({ production = false } = {}) {
  const esbuild = await import('esbuild');
  const state = fingerprint(inputs);
  rmSync(dist, { recursive: true, force: true });
  await esbuild.build(options(production));
  copyData();
  writeFileSync(stampFile, `${production ? 'production' : 'development'} ${state}`);
}

/** Builds where dist/ does not fit the sources. A production build serves development as well, not the other way round. */
export async function ensureBuilt({ production = false } = {}) {
  const state = fingerprint(inputs);
  const stamp = readStamp(stampFile);
  const complete = Object.keys(entryPoints).every((name) => existsSync(path.join(dist, `${name}.cjs`)));
  if (complete && (stamp === `production ${state}` || (!production && stamp === `development ${state}`))) return false;
  await step('Building', () => build({ production }));
  return true;
}

/** Builds at each change until this process ends; writes `[watch]` lines that .vscode/tasks.json waits for. */
export async function watch() {
  const esbuild = await import('esbuild');
  rmSync(dist, { recursive: true, force: true });
  const report = {
    name: 'report',
    setup(setup) {
      setup.onStart(() => console.log('[watch] build started'));
      setup.onEnd((result) => {
        for (const { text, location } of result.errors) {
          // The form that .vscode/tasks.json reads.
          console.error(`✘ [ERROR] ${text}\n    ${location ? `${location.file}:${location.line}:${location.column}:` : ''}`);
        }
        copyData();
        console.log(`[watch] build finished${result.errors.length > 0 ? ' with errors' : ''}`);
      });
    },
  };
  const context = await esbuild.context({ ...options(false), logLevel: 'silent', plugins: [report] });
  await context.watch();
}
