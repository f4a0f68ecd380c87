// A real VS Code without the Internet: the npm package code-server carries VS Code's own server (workbench and Node extension
// host). It is installed by npm into .vscode-test/, never into the project's node_modules.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm } from './npm.mjs';
import { runProcess } from './processes.mjs';
import { say, step } from './progress.mjs';
import { editorsFolder, projectRoot } from './projectRoot.mjs';

/**
 * The editors that the project runs on. `oldest` is `engines.vscode` of package.json; raise both together. `node` is the
 * major version that the server's native modules are made for, and the npm release fetched where this Node is another.
 */
export const editions = {
  oldest: { codeServer: '4.96.4', vscode: '1.96.4', node: { major: 20, release: '20.20.2' }, ripgrep: '1.18.0', seconds: 40 },
  newest: { codeServer: '4.139.1', vscode: '1.139.1', node: { major: 24, release: '24.21.0' }, seconds: 60 },
};

/** Whether code-server's packages exist for this machine. */
export function editorServerRuns() {
  return process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch);
}

/**
 * Installs an edition where it is not yet and answers `{ edition, vscode, root, node, logs }`: the folder of VS Code's server,
 * the Node to run it with, and whether output channels have content (the log module needs a compiler).
 */
export async function installEditorServer(edition) {
  if (!editorServerRuns()) {
    const here = `${process.platform} ${process.arch}`;
    throw new Error(`The VS Code server of npm's code-server runs on Linux (x64, arm64), not on ${here}. Run "npm start" without --no-open.`);
  }
  const facts = editions[edition];
  const folder = path.join(editorsFolder, `server-${facts.vscode}`);
  const stamp = path.join(folder, 'installed.json');
  if (!existsSync(stamp)) {
    const what = `VS Code ${facts.vscode} (code-server ${facts.codeServer} from npm; about ${facts.seconds} s, once)`;
    await step(`Installing ${what}`, () => install(edition, folder));
  }
  const { logs, ownNode } = JSON.parse(readFileSync(stamp, 'utf8'));
  return {
    edition,
    vscode: facts.vscode,
    root: path.join(folder, 'code-server', 'lib', 'vscode'),
    node: ownNode ? path.join(folder, 'node', 'bin', 'node') : process.execPath,
    logs,
  };
}

/** Installs into a folder beside the final one and renames it at last: an interrupted installation leaves nothing that looks whole. */
async function install(edition, folder) {
  const facts = editions[edition];
  const work = `${folder}.installing-${process.pid}`;
  mkdirSync(work, { recursive: true });
  try {
    await unpack(`code-server@${facts.codeServer}`, work, 'code-server', ['package/lib/vscode', 'package/package.json', 'package/LICENSE']);
    const vscode = path.join(work, 'code-server', 'lib', 'vscode');
    say('  the packages of VS Code');
    // The lock file that the package ships names a Git address, so exact versions come from our own. No install scripts: they
    // would download binaries and want Kerberos' headers.
    rmSync(path.join(vscode, 'npm-shrinkwrap.json'), { force: true });
    cpSync(path.join(projectRoot, 'scripts', 'editors', edition, 'package-lock.json'), path.join(vscode, 'package-lock.json'));
    // `npm ci` refuses the newest edition, some of whose optional packages npm no longer has; `install` keeps to the lock file as well.
    await npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: vscode });
    const ownNode = Number(process.versions.node.split('.')[0]) !== facts.node.major;
    if (ownNode) await unpack(`node-linux-${process.arch}@${facts.node.release}`, work, 'node', ['package/bin']);
    if (facts.ripgrep) {
      await unpack(`@vscode/ripgrep-linux-${process.arch}@${facts.ripgrep}`, work, 'ripgrep', ['package/bin']);
      cpSync(path.join(work, 'ripgrep', 'bin', 'rg'), path.join(vscode, 'node_modules', '@vscode', 'ripgrep', 'bin', 'rg'), { recursive: true });
    }
    say('  the modules of VS Code that are compiled here (log files, terminals)');
    const logs = await compile(vscode);
    writeFileSync(path.join(work, 'installed.json'), JSON.stringify({ ...facts, ownNode, logs }, null, 2));
    rmSync(folder, { recursive: true, force: true });
    renameSync(work, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Fetches an exact version by npm (which checks its integrity) and unpacks some of its folders to `into/name`. */
async function unpack(spec, into, name, members) {
  say(`  ${spec}`);
  await npm(['pack', spec, '--silent', '--ignore-scripts', '--pack-destination', into], { cwd: into });
  const tarball = readdirSync(into).find((file) => file.endsWith('.tgz'));
  const target = path.join(into, name);
  mkdirSync(target);
  const { code, output } = await runProcess('tar', ['-xzf', path.join(into, tarball), '-C', target, '--strip-components=1', ...members]);
  if (code !== 0) throw new Error(`${spec} could not be unpacked: ${output.trim()}`);
  rmSync(path.join(into, tarball));
}

/** Compiles the log module, without which every output channel stays empty, and the terminal module. Answers whether logs work. */
async function compile(vscode) {
  // Node's headers beside this Node spare a download.
  const headers = path.resolve(path.dirname(process.execPath), '..');
  const env = existsSync(path.join(headers, 'include', 'node', 'node.h')) ? { npm_config_nodedir: headers } : {};
  const build = async (name) => {
    try {
      await npm(['rebuild', name], { cwd: vscode, env });
      return true;
    } catch (error) {
      say(`  "${name}" could not be compiled (it needs g++, make and python3): ${error.message.split('\n').at(-1)}`);
      return false;
    }
  };
  const terminals = existsSync(path.join(vscode, 'node_modules', 'node-pty', 'prebuilds', `linux-${process.arch}`)) || (await build('node-pty'));
  if (!terminals) say('  This editor has no terminal.');
  return build('@vscode/spdlog');
}
