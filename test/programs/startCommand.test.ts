import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';

declare const __projectRoot: string;

/** Starts `npm start -- --no-open` and resolves to its process and the editor's address as soon as it is printed. */
async function start(): Promise<{ child: ChildProcess; address: URL }> {
  const child = spawn(process.execPath, [path.join(__projectRoot, 'scripts', 'start.mjs'), '--no-open'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  for await (const line of createInterface({ input: child.stdout })) {
    output += `${line}\n`;
    const address = /^\s*(http:\/\/127\.0\.0\.1:\d+\/\S+)/.exec(line)?.[1];
    if (address !== undefined) return { child, address: new URL(address) };
  }
  throw new Error(`no address was printed:\n${output}`);
}

/** Ids of the processes that descend from one, from Linux's table of processes. */
function descendants(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // The name in brackets may hold blanks; the parent is the second field after it.
        const fields = readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
        return [{ id: Number(name), parent: Number(fields[1]) }];
      } catch {
        return []; // It has ended meanwhile.
      }
    });
  const children = (of: number): number[] => parents.filter(({ parent }) => parent === of).flatMap(({ id }) => [id, ...children(id)]);
  return children(pid);
}

const runs = (pid: number): boolean => {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

/** Those that run on after 10 s: a process that was killed takes a moment to go, and tells nobody but its parent. */
async function stillRunning(pids: readonly number[]): Promise<number[]> {
  const end = performance.now() + 10_000;
  let left = pids.filter(runs);
  while (left.length > 0 && performance.now() < end) {
    await setTimeout(20);
    left = left.filter(runs);
  }
  return left;
}

describe('npm start -- --no-open', { timeout: 300_000 }, () => {
  it('serves VS Code to the holder of its token alone, and ends all that it started at Ctrl-C', async () => {
    const { child, address } = await start();
    try {
      assert.ok((address.searchParams.get('tkn') ?? '').length >= 32, 'the token is too short');
      assert.equal(address.searchParams.get('folder'), path.join(__projectRoot, 'examples'));
      assert.equal((await fetch(new URL('/', address))).status, 403, 'a page without the token');
      // The server turns the token into a cookie and leads on to the address without it.
      const redirection = await fetch(address, { redirect: 'manual' });
      const cookie = redirection.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      const page = await fetch(new URL(redirection.headers.get('location') ?? '/', address), { headers: { cookie } });
      assert.equal(page.status, 200);
      assert.match(await page.text(), /vscode-workbench-web-configuration/);

      const started = descendants(child.pid ?? 0);
      assert.ok(started.length >= 2, 'the editor and the practice partner are processes of their own');
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      assert.deepEqual((await ended)[0], 130);
      assert.deepEqual(await stillRunning(started), []);
    } finally {
      child.kill('SIGTERM'); // It ends its own children; killed outright it could not.
    }
  });
});
