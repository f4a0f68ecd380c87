import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { canShowWindow, desktopArguments, findDesktopEditor, type Machine } from '../../../scripts/lib/desktopEditor.mjs';

function machine(platform: string, environment: Record<string, string>, files: readonly string[], more: Partial<Machine> = {}): Machine {
  return { platform, environment, exists: (file) => files.includes(file), real: (file) => file, root: false, ...more };
}

const windowsFolder = 'C:\\Program Files\\Microsoft VS Code';
const linux = { PATH: '/usr/local/bin:/usr/bin', DISPLAY: ':0' };

describe('finding the desktop’s VS Code', () => {
  const cases: [what: string, machine: Machine, program: string | undefined][] = [
    [
      'on Windows, the program beside code.cmd, which no shell has to start',
      machine('win32', { Path: `C:\\Windows;${windowsFolder}\\bin` }, [`${windowsFolder}\\bin\\code.cmd`, `${windowsFolder}\\Code.exe`]),
      `${windowsFolder}\\Code.exe`,
    ],
    ['on Windows, nothing where the program is gone', machine('win32', { Path: `${windowsFolder}\\bin` }, [`${windowsFolder}\\bin\\code.cmd`]), undefined],
    ['on macOS, the command', machine('darwin', { PATH: '/usr/bin:/opt/homebrew/bin' }, ['/opt/homebrew/bin/code']), '/opt/homebrew/bin/code'],
    ['on Linux, the first command of the PATH', machine('linux', linux, ['/usr/bin/code', '/usr/local/bin/code']), '/usr/local/bin/code'],
    ['nothing where the PATH has none', machine('linux', linux, []), undefined],
    ['nothing without a display', machine('linux', { PATH: '/usr/bin' }, ['/usr/bin/code']), undefined],
    ['nothing for root, for whom VS Code does not start', machine('linux', linux, ['/usr/bin/code'], { root: true }), undefined],
    [
      'not the command of a remote window',
      machine('linux', { ...linux, PATH: '/home/a/.vscode-server/bin/1/bin/remote-cli:/usr/bin' }, ['/home/a/.vscode-server/bin/1/bin/remote-cli/code', '/usr/bin/code']),
      '/usr/bin/code',
    ],
    ['not the command of Windows under WSL', machine('linux', { ...linux, PATH: '/mnt/c/VSCode/bin' }, ['/mnt/c/VSCode/bin/code']), undefined],
  ];
  for (const [what, each, program] of cases) it(what, () => assert.equal(findDesktopEditor(each), program));

  it('takes a Wayland display as well', () => assert.ok(canShowWindow(machine('linux', { WAYLAND_DISPLAY: 'wayland-0' }, []))));
});

describe('the arguments of the desktop’s VS Code', () => {
  const args = desktopArguments({ workspace: '/project/examples', extension: '/project', data: '/data' });

  it('keep it apart from the user’s own editor and wait for its end', () => {
    assert.ok(args.includes('--wait'));
    assert.ok(args.includes(`--user-data-dir=${path.join('/data', 'user')}`));
    assert.ok(args.includes(`--extensions-dir=${path.join('/data', 'extensions')}`));
  });

  it('load the extension and open the folder', () => {
    assert.ok(args.includes('--extensionDevelopmentPath=/project'));
    assert.equal(args.at(-1), '/project/examples');
  });
});
