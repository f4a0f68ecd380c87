// Child processes of the scripts: none of them outlives its parent, whichever way the parent ends.
import { spawn, spawnSync } from 'node:child_process';

const cleanups = new Set();
let listening = false;

/**
 * Runs `cleanup` (synchronous) when this process ends: by return, `process.exit`, Ctrl-C, a signal or an uncaught error.
 * Answers a function that takes it back.
 */
export function atExit(cleanup) {
  if (!listening) {
    listening = true;
    for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]]) process.once(signal, () => process.exit(code));
    process.once('exit', () => {
      for (const each of [...cleanups].reverse()) {
        try {
          each();
        } catch {
          // The others must still run.
        }
      }
    });
  }
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

/** Ends a process and all that it started. Nothing happens where it is gone already. */
export function killTree(pid, signal = 'SIGKILL') {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, signal); // The process group: children of `startProcess` lead their own.
  } catch {
    // Gone already.
  }
}

/**
 * Starts a long-lived child in a process group of its own; it is ended with this process at the latest.
 * Answers the child with `stop()`, which asks first and forces after `patience` milliseconds.
 */
export function startProcess(file, args, options = {}) {
  const child = spawn(file, args, { windowsHide: true, ...options, detached: process.platform !== 'win32' });
  const gone = new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', resolve);
  });
  const release = atExit(() => child.pid !== undefined && killTree(child.pid));
  const stop = async (patience = 3000) => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      killTree(child.pid, 'SIGTERM');
      const force = setTimeout(() => killTree(child.pid), patience);
      await gone;
      clearTimeout(force);
    }
    // Grandchildren that outlived the child.
    if (child.pid !== undefined && process.platform !== 'win32') killTree(child.pid);
    release();
  };
  return { child, gone, stop };
}

/**
 * Runs a program to its end and answers `{ code, output }`; `code` is 1 where a signal ended it. `show: true` lets it write
 * to this terminal instead (`output` is empty then).
 */
export async function runProcess(file, args, { show = false, ...options } = {}) {
  const child = spawn(file, args, { windowsHide: true, ...options, stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'] });
  const release = atExit(() => child.kill('SIGKILL'));
  let output = '';
  const collect = (chunk) => (output += chunk.toString());
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code: code ?? 1, output }));
    });
  } finally {
    release();
  }
}
