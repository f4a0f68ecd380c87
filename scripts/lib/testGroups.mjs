// The groups of `npm test`, in the order in which they run. Each is `{ name, what, run() }`; `run` answers `{ tests, problem?, notRun? }`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './bundle.mjs';
import { ensurePrograms, isDebian, programNames } from './debianPackages.mjs';
import { canShowWindow } from './desktopEditor.mjs';
import { findChromium } from './editorHost.mjs';
import { editions, editorServerRuns, installEditorServer } from './editorServer.mjs';
import { runOnDesktop, runOnServer } from './editorSuite.mjs';
import { globSync } from './globSync.mjs';
import { atExit, runProcess } from './processes.mjs';
import { projectRoot } from './projectRoot.mjs';
import { ensurePacked } from './vsix.mjs';

const testFolder = path.join(projectRoot, 'test');
const unitFiles = () => globSync(testFolder, /\.test\.ts$/, ['editor', 'grammar', 'package', 'programs']);
/** Tests in a folder `programs` use programs of Debian, or the editor's server. */
const programFiles = () => globSync(testFolder, /\.test\.ts$/, ['editor', 'package']).filter((file) => file.split(path.sep).includes('programs'));

/** `grep` chooses tests of the editor's suite. */
export function testGroups({ grep = '' } = {}) {
  return [
    { name: 'typecheck', run: () => program('tsc -b', ['node_modules/typescript/bin/tsc', '-b']) },
    { name: 'lint', run: () => program('eslint .', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']) },
    { name: 'generated', run: () => program('generated files are up to date', ['scripts/generate.mjs', '--check']) },
    // Before the tests: some start the bundles as processes.
    { name: 'build', run: () => action('the extension builds and packs', () => ensurePacked({ always: true })) },
    { name: 'unit', run: () => unit(unitFiles()) },
    { name: 'unit-newest-node', run: unitOnNewestNode },
    // Recorded answers of PowerShell's own engine; where there is .NET, the engine itself on fresh texts.
    { name: 'conformance', run: () => program('agrees with PowerShell’s own engine', ['scripts/conformance.mjs', '--fresh', '2000']) },
    { name: 'grammar', run: withEditorServers },
    { name: 'programs', run: () => onDebian(() => unit(programFiles())) },
    {
      name: 'package',
      run: async () => {
        await ensurePacked();
        return nodeTests(globSync(path.join(testFolder, 'package'), /\.test\.ts$/));
      },
    },
    { name: 'editor-oldest', run: () => inEditor('oldest', editions.oldest.vscode, grep) },
    { name: 'editor-newest', run: () => inEditor('newest', 'stable', grep) },
  ];
}

/** A program of Node that passes by its exit code, as one test. */
async function program(name, args) {
  const { code } = await runProcess(process.execPath, args, { cwd: projectRoot, show: true });
  return { tests: [code === 0 ? { name, state: 'passed' } : { name, state: 'failed', error: `exit code ${code}; its output stands above` }] };
}

async function action(name, run) {
  try {
    await run();
    return { tests: [{ name, state: 'passed' }] };
  } catch (error) {
    return { tests: [{ name, state: 'failed', error: error.message }] };
  }
}

async function unit(files, node) {
  await ensureBuilt();
  return nodeTests(files, node);
}

async function unitOnNewestNode() {
  if (!editorServerRuns()) return { tests: [], notRun: 'the newest editor’s Node is fetched on Linux only' };
  const { node } = await installEditorServer('newest');
  return unit(unitFiles().filter((file) => ['unit', 'checks'].includes(path.relative(testFolder, file).split(path.sep)[0])), node);
}

/** The colours are tested with the grammars that the editors bring. */
async function withEditorServers() {
  if (!editorServerRuns()) return { tests: [], notRun: 'the editors’ own grammars are fetched on Linux only' };
  for (const edition of Object.keys(editions)) await installEditorServer(edition);
  return nodeTests(globSync(path.join(testFolder, 'grammar'), /\.test\.ts$/));
}

/** Runs test files by scripts/unit.mjs and reads the record that the reporter wrote; the exit code alone proves nothing. */
async function nodeTests(files, node = process.execPath) {
  if (files.length === 0) return { tests: [], problem: 'there is no test file' };
  const folder = mkdtempSync(path.join(tmpdir(), 'exchange-federation-results-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const release = atExit(remove);
  const record = path.join(folder, 'tests.jsonl');
  const reporter = pathToFileURL(path.join(projectRoot, 'scripts', 'lib', 'jsonLinesReporter.mjs')).href;
  const names = files.map((file) => path.relative(testFolder, file).split(path.sep).join('/'));
  try {
    const args = ['scripts/unit.mjs', '--node', node, '--reporter', reporter, '--destination', record, ...names];
    const { code } = await runProcess(process.execPath, args, { cwd: projectRoot, show: true });
    const lines = existsSync(record) ? readFileSync(record, 'utf8').trim().split('\n').filter(Boolean).map((line) => JSON.parse(line)) : [];
    const tests = lines.filter((line) => line.state !== undefined);
    if (!lines.some((line) => line.complete)) return { tests, problem: `the tests broke off (exit code ${code})` };
    if (tests.length === 0) return { tests, problem: 'no test ran' };
    if (code !== 0 && !tests.some((test) => test.state === 'failed')) {
      return { tests, problem: `all tests passed, yet the run ended with exit code ${code}` };
    }
    return { tests };
  } finally {
    release();
    remove();
  }
}

async function onDebian(run) {
  if (!isDebian()) return { tests: [], notRun: `its programs (${programNames.join(', ')}) are those of Debian` };
  await ensurePrograms(programNames);
  return run();
}

/** The suite inside VS Code: on its server where that runs, else on a desktop. */
async function inEditor(edition, desktopVersion, grep) {
  const examples = path.join(projectRoot, 'examples');
  const onServer = editorServerRuns() && !process.env.VSCODE_EXECUTABLE && (isDebian() || findChromium());
  if (onServer) {
    await ensurePrograms(['chromium', 'g++', 'make', 'python3']);
    return runOnServer({ edition, vsix: await ensurePacked(), workspace: examples, grep });
  }
  if (!canShowWindow()) return { tests: [], notRun: 'it needs Debian, Chromium or a desktop' };
  return runOnDesktop({ version: desktopVersion, vsix: await ensurePacked(), workspace: examples, grep });
}
