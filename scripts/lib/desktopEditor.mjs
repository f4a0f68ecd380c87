// The desktop's VS Code: where it is, and how it is opened on a folder with the extension from this source tree.
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { editorsFolder } from './projectRoot.mjs';

/**
 * The program to start for the `code` command on the PATH, or undefined where there is none that can open an own window here.
 * `machine` is replaced by tests: `{ platform, environment, exists, real, root }`.
 */
export function findDesktopEditor(machine = thisMachine()) {
  if (!canShowWindow(machine)) return undefined;
  const { platform, environment, exists, real } = machine;
  const paths = platform === 'win32' ? path.win32 : path.posix;
  for (const folder of (environment.PATH ?? environment.Path ?? '').split(paths.delimiter).filter(Boolean)) {
    if (platform === 'win32') {
      // `code.cmd` would need a shell; the program stands one folder up.
      const program = paths.join(folder, '..', 'Code.exe');
      if (exists(paths.join(folder, 'code.cmd')) && exists(program)) return program;
      continue;
    }
    const command = paths.join(folder, 'code');
    if (!exists(command)) continue;
    // In the terminal of a remote window, `code` speaks to that window only; under WSL it may be the one of Windows.
    if (/[\\/]remote-cli[\\/]?/.test(real(command)) || real(command).startsWith('/mnt/')) continue;
    return command;
  }
  return undefined;
}

/** Whether a desktop program can open a window: Linux needs a display, and VS Code refuses to start for root. */
export function canShowWindow({ platform, environment, root } = thisMachine()) {
  if (platform !== 'linux') return true;
  return !root && Boolean(environment.DISPLAY ?? environment.WAYLAND_DISPLAY);
}

/** Arguments that open `workspace` in an editor of its own: own settings, own extensions, and the extension from `extension`. */
export function desktopArguments({ workspace, extension, data }) {
  return [
    '--wait',
    '--new-window',
    `--user-data-dir=${path.join(data, 'user')}`,
    `--extensions-dir=${path.join(data, 'extensions')}`,
    `--extensionDevelopmentPath=${extension}`,
    '--disable-workspace-trust',
    '--skip-welcome',
    '--skip-release-notes',
    '--disable-updates',
    workspace,
  ];
}

/** Downloads VS Code into .vscode-test/ where it is not yet and answers its program. `version` is as in `1.96.4` or `stable`. */
export async function downloadDesktopEditor(version) {
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  return downloadAndUnzipVSCode({ version, cachePath: editorsFolder, timeout: 15_000 });
}

function thisMachine() {
  return {
    platform: process.platform,
    environment: process.env,
    exists: existsSync,
    real: realpathSync,
    root: process.getuid?.() === 0,
  };
}
