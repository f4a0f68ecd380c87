// VS Code's server with Chromium on it: a whole editor whose screen can be read, clicked and photographed.
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { atExit } from './processes.mjs';
import { startEditorServer } from './editorServerProcess.mjs';

/** Where Debian and its kin put Chromium; `CHROMIUM` names another. */
export function findChromium(environment = process.env) {
  return [environment.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => file && existsSync(file));
}

const chromiumArguments = [
  '--no-sandbox', // Chromium's sandbox does not start for root, which CI is; it sees nothing but loopback (below).
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/**
 * Starts an editor on a copy of `workspace` and answers `{ page, server, workspace, blocked, open(), stop() }`. `open()` shows
 * it. `development` is `{ extensions: [folder…], tests: file }`: what `--extensionDevelopmentPath` and `--extensionTestsPath` are
 * to a desktop.
 */
export async function startEditorHost({ server, workspace, development, size = { width: 1280, height: 800 }, ...options }) {
  const { chromium } = await import('playwright-core');
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Chromium was not found. Install it (on Debian: apt-get install chromium) or name it in CHROMIUM.');
  const folder = mkdtempSync(path.join(tmpdir(), 'exchange-federation-editor-'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  const release = atExit(remove);
  const copy = path.join(folder, path.basename(workspace));
  cpSync(workspace, copy, { recursive: true });
  let running;
  let context;
  const stop = async () => {
    await context?.close().catch(() => undefined); // Closed with the browser where that has crashed.
    await running?.stop();
    release();
    remove();
  };
  try {
    running = await startEditorServer({ server, data: path.join(folder, 'data'), ...options });
    // Signals are ours (processes.mjs); the browser ends with this process all the same.
    const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
    const profile = path.join(folder, 'chromium');
    context = await chromium.launchPersistentContext(profile, { executablePath, viewport: size, args: chromiumArguments, ...signals });
    const blocked = await answerForFrontEnd(context, `http://127.0.0.1:${running.port}`);
    const page = context.pages()[0] ?? (await context.newPage());
    if (development) await page.addInitScript(patchConfiguration, developmentOptions(development, running.port));
    return { page, server: running, workspace: copy, blocked, stop, open: () => page.goto(running.url(copy)) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Answers what code-server's own front end would; nothing leaves this machine. Answers the set of addresses that were refused. */
async function answerForFrontEnd(context, origin) {
  const blocked = new Set();
  await context.route((url) => /^https?:$/.test(url.protocol) && url.hostname !== '127.0.0.1', (route) => {
    blocked.add(route.request().url());
    return route.abort();
  });
  // The key of the secret storage: always the same one, so that secrets survive a reload.
  await context.route(`${origin}/mint-key`, (route) => route.fulfill({ contentType: 'application/octet-stream', body: Buffer.alloc(32, 7) }));
  await context.route(`${origin}/update/check`, (route) => route.fulfill({ contentType: 'application/json', body: '{"isLatest":true}' }));
  await context.route(`${origin}/manifest.json`, (route) => route.fulfill({ contentType: 'application/json', body: '{}' }));
  await context.route(`${origin}/_static/**`, (route) => route.fulfill({ status: 204, body: '' }));
  return blocked;
}

function developmentOptions({ extensions, tests }, port) {
  const remote = (file) => ({ $mid: 1, scheme: 'vscode-remote', authority: `127.0.0.1:${port}`, path: file });
  return { extensions: extensions.map(remote), ...(tests ? { extensionTestsPath: remote(tests) } : {}) };
}

/**
 * Runs in the page, before the workbench: puts the development options into the configuration that the page carries. The
 * address's `payload` works on old editors only, and `--enable-smoke-test-driver` hides notifications.
 */
function patchConfiguration(options) {
  const original = Document.prototype.getElementById;
  Document.prototype.getElementById = function getElementById(id) {
    const element = original.call(this, id);
    if (id === 'vscode-workbench-web-configuration' && element && !element.dataset.patched) {
      const configuration = JSON.parse(element.dataset.settings);
      configuration.developmentOptions = { ...configuration.developmentOptions, ...options };
      element.dataset.settings = JSON.stringify(configuration);
      element.dataset.patched = 'true';
    }
    return element;
  };
}
