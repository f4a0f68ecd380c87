// Runs the mocha suite of test/editor inside a real VS Code: the server with Chromium where there is one, else a desktop.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openControlChannel } from './controlChannel.mjs';
import { downloadDesktopEditor } from './desktopEditor.mjs';
import { startEditorHost } from './editorHost.mjs';
import { installEditorServer } from './editorServer.mjs';
import { atExit } from './processes.mjs';
import { say } from './progress.mjs';
import { editorsFolder, projectRoot } from './projectRoot.mjs';
import { unpackVsix } from './vsix.mjs';

const suiteLimit = 10 * 60_000;
const suiteFolder = path.join(projectRoot, 'test', 'editor');
const harness = path.join(suiteFolder, 'harness');

/**
 * Runs the suite on the edition's VS Code server with the packed extension installed. Answers `{ tests, problem }`; `problem`
 * says why the run does not count although no test failed.
 */
export async function runOnServer({ edition, vsix, workspace, suite = suiteFolder, grep = '', env = {} }) {
  const server = await installEditorServer(edition);
  if (!server.logs) {
    const remedy = `Run "apt-get install g++ make python3", delete ${path.relative(projectRoot, editorsFolder)} and run the command again.`;
    return { tests: [], problem: `VS Code ${server.vscode} has no output channels here. ${remedy}` };
  }
  const pictures = path.join(editorsFolder, 'pictures', server.vscode);
  rmSync(pictures, { recursive: true, force: true });
  const results = resultsFile();
  let host;
  const control = await openControlChannel(() => host.page, pictures);
  try {
    host = await startEditorHost({
      server,
      workspace,
      vsix: [vsix],
      development: { extensions: [harness], tests: path.join(suiteFolder, 'index.cjs') },
      env: {
        ...env,
        ...{ FEDPLAN_TEST_CONTROL: control.url, FEDPLAN_TEST_RESULTS: results.file },
        ...{ FEDPLAN_TEST_SUITE: suite, FEDPLAN_TEST_GREP: grep },
      },
    });
    const ending = await untilSuiteEnds(host);
    const report = readResults(results.file, ending);
    if (report.problem || report.tests.some((test) => test.state === 'failed')) {
      mkdirSync(pictures, { recursive: true });
      const picture = path.join(pictures, 'at-the-end.png');
      await host.page.screenshot({ path: picture }).then(() => say(`  the screen at the end: ${path.relative(projectRoot, picture)}`), () => undefined);
    }
    if (host.blocked.size > 0) say(`  refused to contact: ${[...host.blocked].join(' ')}`);
    return report;
  } finally {
    await host?.stop();
    control.close();
    results.remove();
  }
}

/** Shows the editor and waits for the page's word that the suite has ended, or for what keeps it from coming. */
async function untilSuiteEnds(host) {
  let end;
  const ended = new Promise((resolve) => (end = resolve));
  const verbose = Boolean(process.env.FEDPLAN_TEST_VERBOSE);
  await host.page.exposeFunction('codeAutomationLog', (_level, texts) => verbose && say(`    ${texts.join(' ')}`));
  await host.page.exposeFunction('codeAutomationExit', (code) => end({ code }));
  host.page.on('crash', () => end({ problem: 'Chromium crashed' }));
  void host.server.gone.then(() => end({ problem: `VS Code's server ended by itself:\n${host.server.log()}` }));
  const limit = setTimeout(() => end({ problem: `the suite did not end within ${suiteLimit / 60_000} minutes` }), suiteLimit);
  await host.open();
  const ending = await ended;
  clearTimeout(limit);
  return ending;
}

/** Runs the suite on a desktop's VS Code, downloaded unless VSCODE_EXECUTABLE names one, on the unpacked content of the packed extension. */
export async function runOnDesktop({ version, vsix, workspace, suite = suiteFolder, grep = '', env = {} }) {
  const { runTests } = await import('@vscode/test-electron');
  const folder = mkdtempSync(path.join(tmpdir(), 'exchange-federation-editor-'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  const release = atExit(remove);
  const results = resultsFile();
  try {
    const vscodeExecutablePath = process.env.VSCODE_EXECUTABLE ?? (await downloadDesktopEditor(version));
    const extension = unpackVsix(vsix, path.join(folder, 'extension'));
    cpSync(workspace, path.join(folder, 'workspace'), { recursive: true });
    const ending = await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: extension,
      extensionTestsPath: path.join(suiteFolder, 'index.cjs'),
      extensionTestsEnv: { ...env, FEDPLAN_TEST_RESULTS: results.file, FEDPLAN_TEST_SUITE: suite, FEDPLAN_TEST_GREP: grep },
      launchArgs: [
        path.join(folder, 'workspace'),
        ...['--disable-extensions', '--disable-workspace-trust', '--disable-updates', '--user-data-dir', path.join(folder, 'user')],
      ],
    }).then((code) => ({ code }), (error) => ({ problem: error.message }));
    return readResults(results.file, ending);
  } finally {
    results.remove();
    release();
    remove();
  }
}

function resultsFile() {
  const folder = mkdtempSync(path.join(tmpdir(), 'exchange-federation-results-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const release = atExit(remove);
  return { file: path.join(folder, 'results.json'), remove: () => (release(), remove()) };
}

/** What ran, from the suite's own record: the editor's exit code is 0 even where its extension host has died. */
function readResults(file, ending) {
  const record = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { complete: false, tests: [] };
  const failed = record.tests.some((test) => test.state === 'failed');
  let problem;
  if (!record.complete) problem = ending.problem ?? `the editor ended (exit code ${ending.code}) before the suite was complete`;
  else if (!record.tests.some((test) => test.state === 'passed') && !failed) problem = 'the suite ran no test';
  else if (!failed && (ending.problem || ending.code !== 0)) problem = ending.problem ?? `the editor ended with exit code ${ending.code}`;
  return { tests: record.tests, ...(problem ? { problem } : {}) };
}
