// Which editor `npm start` opens, and how: the desktop's own, a downloaded one, or VS Code's server.
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './bundle.mjs';
import { canShowWindow, desktopArguments, downloadDesktopEditor, findDesktopEditor } from './desktopEditor.mjs';
import { editorServerRuns, installEditorServer } from './editorServer.mjs';
import { startEditorServer, withoutEditor } from './editorServerProcess.mjs';
import { quietSettings, writeOnce } from './editorSettings.mjs';
import { atExit, startProcess } from './processes.mjs';
import { say } from './progress.mjs';
import { editorsFolder, projectRoot } from './projectRoot.mjs';
import { ensurePacked } from './vsix.mjs';

const workspace = path.join(projectRoot, 'examples');
const data = path.join(editorsFolder, 'start');

/**
 * Builds what the editor needs and answers `{ open(environment) }`, which opens it and resolves to `{ gone }` as soon as it is
 * there; `gone` resolves when it was closed.
 */
export async function prepareEditor({ open }) {
  const program = open ? await findOrDownload() : undefined;
  if (program) {
    await ensureBuilt();
    return { open: (environment) => openDesktop(program, environment) };
  }
  const server = await installEditorServer('newest');
  if (!server.logs) say('This editor’s output channels stay empty, because its log module could not be compiled.');
  const vsix = await ensurePacked();
  return { open: (environment) => openServer(server, vsix, environment) };
}

/** The program of a desktop editor, or undefined where VS Code's server is to be taken; says why. */
async function findOrDownload() {
  const installed = findDesktopEditor();
  if (installed) {
    say(`Found VS Code: ${installed}`);
    return installed;
  }
  if (!canShowWindow()) {
    say('No desktop to open a window on: VS Code’s server is taken.');
    return undefined;
  }
  say('No command "code" on the PATH: VS Code is downloaded into .vscode-test/ …');
  try {
    return await downloadDesktopEditor('stable');
  } catch (error) {
    if (!editorServerRuns()) {
      const remedy = 'Install it from https://code.visualstudio.com, with "code" on the PATH, and run "npm start" again.';
      throw new Error(`VS Code could not be downloaded (${error.message}). ${remedy}`, { cause: error });
    }
    say(`VS Code could not be downloaded (${error.message}): its server is taken from npm.`);
    return undefined;
  }
}

function openDesktop(program, environment) {
  const user = path.join(data, 'desktop', 'user');
  writeOnce(path.join(user, 'User', 'settings.json'), quietSettings);
  // On Linux and macOS `code` only waits for the editor, a process of its own that writes its id here.
  const lock = path.join(user, 'code.lock');
  rmSync(lock, { force: true });
  atExit(() => {
    const id = Number(readFileSync(lock, 'utf8'));
    if (id > 1) process.kill(id);
  });
  const { child, gone } = startProcess(program, desktopArguments({ workspace, extension: projectRoot, data: path.join(data, 'desktop') }), {
    env: { ...withoutEditor(process.env), ...environment },
    stdio: 'ignore',
  });
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`VS Code could not be started: ${error.message}`)));
    child.once('spawn', () => {
      say('VS Code opens on examples/. Close its window, or press Ctrl-C here, to end.');
      resolve({ gone });
    });
  });
}

async function openServer(server, vsix, env) {
  const token = randomBytes(24).toString('base64url');
  const running = await startEditorServer({ server, data: path.join(data, `server-${server.vscode}`), token, vsix: [vsix], env });
  say(`VS Code ${server.vscode} runs on examples/ with the extension. Open this address in a browser on this machine:`);
  say(`\n  ${running.url(workspace)}\n\nPress Ctrl-C to end.`);
  const gone = running.gone.then(() => {
    throw new Error(`VS Code’s server has ended by itself.\n${running.log().trim()}`);
  });
  return { gone };
}
