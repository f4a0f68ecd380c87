// Starts VS Code's server (see editorServer.mjs) on a loopback port.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { URLSearchParams } from 'node:url';
import { quietSettings, writeOnce } from './editorSettings.mjs';
import { runProcess, startProcess } from './processes.mjs';

const startLimit = 60_000;

/**
 * Starts the server with its data in `data` and answers `{ port, url(folder), log(), gone, stop() }`.
 *
 * `token` guards every request. Only tests go without (`undefined`): any web page could open such an editor's sockets and
 * read files with it.
 */
export async function startEditorServer({ server, data, token, vsix = [], env = {}, settings = {}, machineSettings = {}, trust = false }) {
  const folder = (...names) => {
    const made = path.join(data, ...names);
    mkdirSync(made, { recursive: true });
    return made;
  };
  writeOnce(path.join(data, 'user', 'User', 'settings.json'), { ...quietSettings, ...settings });
  writeOnce(path.join(data, 'user', 'Machine', 'settings.json'), machineSettings);
  const environment = { ...withoutEditor(process.env), EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...env };
  const common = [
    path.join(server.root, 'out', 'server-main.js'),
    '--accept-server-license-terms',
    ...['--server-data-dir', folder('server'), '--user-data-dir', folder('user'), '--extensions-dir', folder('extensions')],
  ];
  for (const file of vsix) {
    const { code, output } = await runProcess(server.node, [...common, '--install-extension', file, '--force'], { env: environment });
    if (code !== 0 || !/successfully installed/i.test(output)) {
      throw new Error(`VS Code ${server.vscode} did not install "${file}":\n${output.trim()}`);
    }
  }

  const access = token === undefined ? ['--without-connection-token'] : ['--connection-token-file', secretFile(path.join(data, 'token'), token)];
  const { child, gone, stop } = startProcess(
    server.node,
    [
      ...common,
      ...['--host', '127.0.0.1', '--port', '0', ...access, '--telemetry-level', 'off', '--disable-telemetry'],
      ...(trust ? [] : ['--disable-workspace-trust']),
    ],
    { env: environment, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let log = '';
  let limit;
  const port = await new Promise((resolve, reject) => {
    const fail = (what) => reject(new Error(`VS Code's server ${what}.\n${log.trim()}`));
    limit = setTimeout(() => fail(`said no port within ${startLimit / 1000} s`), startLimit);
    const read = (chunk) => {
      log += chunk.toString();
      const match = /Extension host agent listening on (\d+)/.exec(log);
      if (match) resolve(Number(match[1]));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void gone.then(() => fail('ended before it listened'));
  }).catch(async (error) => {
    await stop();
    throw error;
  }).finally(() => clearTimeout(limit));

  return {
    port,
    gone,
    stop,
    log: () => log,
    url: (workspace) => {
      const query = new URLSearchParams({ ...(token === undefined ? {} : { tkn: token }), folder: workspace });
      return `http://127.0.0.1:${port}/?${query.toString()}`;
    },
  };
}

/** A file that only its owner reads: a token among the arguments would show in every process list. */
function secretFile(file, text) {
  writeFileSync(file, text, { mode: 0o600 });
  return file;
}

/** The environment without what an editor around this terminal has set for its own children. */
export function withoutEditor(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(VSCODE_|ELECTRON_)/i.test(name)));
}
