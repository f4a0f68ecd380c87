// Runs unit tests: `npm run unit` all of them, `npm run unit -- name…` those whose path contains a name.
// Options: --node PATH runs them on another Node; --list FILE writes one JSON line a test, for `npm test`'s count.
//
// The tests are TypeScript; Node 20 cannot read it, so esbuild bundles each file (30 ms) and `node --test` runs the result.
import { spawn } from 'node:child_process';
import { globSync } from './lib/globSync.mjs';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const args = process.argv.slice(2);
const option = (name) => {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
};
const node = option('--node') ?? process.execPath;
const reporter = option('--reporter');
const destination = option('--destination');
const names = args;

// Those that need an editor, other programs or the packed extension run by name only; `npm test` names them.
const needMore = ['grammar', 'programs', 'package'];
const files = globSync(path.join(root, 'test'), /\.test\.ts$/, names.length === 0 ? ['editor', ...needMore] : ['editor']).filter(
  (file) => names.length === 0 || names.some((name) => path.relative(root, file).split(path.sep).join('/').includes(name)),
);
if (files.length === 0) {
  console.error(`No test file's path contains "${names.join('" or "')}". The tests are test/**/*.test.ts.`);
  process.exit(2);
}

const out = path.join(root, 'out', 'unit', String(process.pid));
mkdirSync(out, { recursive: true });
process.once('exit', () => rmSync(out, { recursive: true, force: true }));
await build({
  entryPoints: files,
  outdir: out,
  outbase: path.join(root, 'test'),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  define: { __projectRoot: JSON.stringify(root) },
  logLevel: 'warning',
});
const compiled = files.map((file) => path.join(out, path.relative(path.join(root, 'test'), file).replace(/\.ts$/, '.mjs')));
const reporters = reporter ? ['--test-reporter', 'spec', '--test-reporter-destination', 'stdout', '--test-reporter', reporter, '--test-reporter-destination', destination] : ['--test-reporter', 'spec'];
// A test that waits for what never comes is a failure, not a hang.
// A property that looks further than the usual hundred inputs takes longer (test/support/fuzz.ts).
const limit = 60_000 * Math.max(1, Math.ceil(Number(process.env.FEDPLAN_FUZZ_RUNS ?? 100) / 100));
const child = spawn(node, ['--enable-source-maps', '--test', '--test-timeout', String(limit), ...reporters, ...compiled], { stdio: 'inherit', cwd: root });
child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
