import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import * as dnsPacket from 'dns-packet';
import { build } from 'esbuild';
import { checkCatalogue, unpackResults } from '../../server/src/checks/index.ts';
import type { ChecksProcessReply, ChecksProcessRequest } from '../../server/src/checks/process.ts';
import type { CheckResult } from '../../server/src/protocol/checks.ts';
import { subjectOf } from './fakeWorld.ts';
import { tcpServer, udpServer } from './loopback.ts';

declare const __projectRoot: string;

let folder = '';
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'checks-process-'));
  const options = { bundle: true, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'silent' } as const;
  const entry = path.join(__projectRoot, 'server/src/main/checksProcess.ts');
  // The same process with a fault that can be asked for.
  const contents =
    `import ${JSON.stringify(entry)};\n` +
    "process.on('message', ({ runId }) => { if (runId === 'fault') setImmediate(() => { throw new Error('thrown where nobody listens'); }); });";
  await build({ ...options, entryPoints: [entry], outfile: path.join(folder, 'checks.cjs') });
  await build({ ...options, stdin: { contents, resolveDir: __projectRoot }, outfile: path.join(folder, 'faulty.cjs') });
});
after(() => rm(folder, { recursive: true, force: true }));

function forkChecks(context: TestContext, file = 'checks.cjs'): {
  readonly child: ChildProcess;
  readonly replies: ChecksProcessReply[];
  send(message: ChecksProcessRequest): void;
  /** The next reply of this kind. */
  next<K extends ChecksProcessReply['kind']>(kind: K): Promise<Extract<ChecksProcessReply, { kind: K }>>;
} {
  const child = fork(path.join(folder, file), [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const replies: ChecksProcessReply[] = [];
  child.on('message', (reply: ChecksProcessReply) => replies.push(reply));
  context.after(() => child.kill());
  return {
    child,
    replies,
    send: (message) => child.send(message),
    next: (kind) =>
      new Promise((resolve) => {
        const listen = (reply: ChecksProcessReply): void => {
          if (reply.kind !== kind) return;
          child.off('message', listen);
          resolve(reply as Extract<ChecksProcessReply, { kind: typeof kind }>);
        };
        child.on('message', listen);
      }),
  };
}

function finishedOf(replies: readonly ChecksProcessReply[]): readonly CheckResult[] {
  return replies.flatMap((reply) => (reply.kind === 'events' ? reply.events.flatMap((event) => (event.kind === 'finished' ? [event.result] : [])) : []));
}

/** The results of a run of one subject, put together from what the process said. */
function resultsOf(replies: readonly ChecksProcessReply[], runId: string): readonly CheckResult[] {
  const own = replies.filter((reply) => reply.runId === runId);
  const done = own.find((reply) => reply.kind === 'done');
  assert.ok(done);
  return unpackResults(done.results, [subjectOf({})], finishedOf(own));
}

function nameServer(context: TestContext, address: string): Promise<number> {
  return udpServer(context, (message) => {
    const { id = 0, questions = [] } = dnsPacket.decode(message);
    const answers = questions[0]?.type === 'A' ? [{ type: 'A' as const, name: questions[0].name, ttl: 60, data: address }] : [];
    return [dnsPacket.encode({ type: 'response', id, questions, answers })];
  });
}

test('a run answers with events and a result for each check, and the process stays for the next', async (context) => {
  const port = await nameServer(context, '10.0.0.1');
  const process = forkChecks(context);
  for (const runId of ['first', 'second']) {
    process.send({ kind: 'run', runId, request: { subjects: [subjectOf({})], only: ['N1'] }, resolvers: [`127.0.0.1:${port}`] });
    const done = await process.next('done');
    assert.equal(done.runId, runId);
    assert.equal(done.stopped, false);
    assert.deepEqual(
      resultsOf(process.replies, runId).map(({ check, verdict }) => `${check} ${verdict}`),
      ['D1 warn', 'N1 unknown', 'F1 unknown'],
    );
    const own = process.replies.filter((reply) => reply.runId === runId);
    assert.equal(finishedOf(own).length, 3);
    assert.equal(own.at(-1)?.kind, 'done');
  }
});

test('a stop ends a run that waits for a silent server', async (context) => {
  const silent = await tcpServer(context, () => undefined);
  const port = await nameServer(context, '192.0.2.10');
  const process = forkChecks(context);
  const request = {
    subjects: [subjectOf({})],
    route: { resolvers: [`127.0.0.1:${port}`], connect: { '192.0.2.10:443': `127.0.0.1:${silent.port}` } },
    // Longer than the test may take: only the stop can end the run.
    settings: { answerTimeout: 300_000, connectTimeout: 300_000 },
  };
  const connected = silent.nextConnection();
  process.send({ kind: 'run', runId: 'r', request, resolvers: [] });
  await connected;
  process.send({ kind: 'stop', runId: 'r' });
  const done = await process.next('done');
  assert.equal(done.stopped, true);
  const results = resultsOf(process.replies, 'r');
  assert.equal(results.length, checkCatalogue.length);
  assert.ok(results.some(({ summary }) => summary === 'The run was stopped before this check had ended.'));
});

const noSignals = process.platform === 'win32' && 'Windows has no signals';
test('Ctrl-C in the terminal does not end the process before its results', { skip: noSignals }, async (context) => {
  const silent = await tcpServer(context, () => undefined);
  const port = await nameServer(context, '192.0.2.10');
  const checks = forkChecks(context);
  const route = { resolvers: [`127.0.0.1:${port}`], connect: { '192.0.2.10:443': `127.0.0.1:${silent.port}` } };
  const connected = silent.nextConnection();
  checks.send({ kind: 'run', runId: 'r', request: { subjects: [subjectOf({})], route, settings: { answerTimeout: 60_000 } }, resolvers: [] });
  await connected;
  checks.child.kill('SIGINT');
  checks.send({ kind: 'stop', runId: 'r' });
  assert.equal((await checks.next('done')).stopped, true);
});

test('a fault that nobody caught is an error reply for every run, and the process ends', async (context) => {
  const port = await udpServer(context, () => []);
  const checks = forkChecks(context, 'faulty.cjs');
  const started = [checks.next('events'), checks.next('events')];
  for (const runId of ['a', 'b']) {
    checks.send({ kind: 'run', runId, request: { subjects: [subjectOf({})] }, resolvers: [`127.0.0.1:${port}`] });
    await started.shift();
  }
  const errors: ChecksProcessReply[] = [];
  const ended = new Promise((resolve) => checks.child.once('exit', resolve));
  checks.child.on('message', (reply: ChecksProcessReply) => reply.kind === 'error' && errors.push(reply));
  checks.send({ kind: 'stop', runId: 'fault' });
  assert.equal(await ended, 1);
  assert.deepEqual(errors, [
    { kind: 'error', runId: 'a', message: 'The checks process met a fault: thrown where nobody listens' },
    { kind: 'error', runId: 'b', message: 'The checks process met a fault: thrown where nobody listens' },
  ]);
});

test('a resolver that cannot be reached ends no run', async (context) => {
  const checks = forkChecks(context);
  checks.send({ kind: 'run', runId: 'r', request: { subjects: [subjectOf({})], only: ['D1'] }, resolvers: ['255.255.255.255'] });
  await checks.next('done');
  assert.equal(resultsOf(checks.replies, 'r')[0]?.verdict, 'unknown');
});

test('a broken message is an error reply for its run', async (context) => {
  const process = forkChecks(context);
  process.send({ kind: 'run', runId: 'r', request: {} as never, resolvers: [] });
  const error = await process.next('error');
  assert.equal(error.runId, 'r');
  assert.notEqual(error.message, '');
});

test('the process ends with its parent’s channel', async (context) => {
  const port = await udpServer(context, () => []);
  const process = forkChecks(context);
  process.send({ kind: 'run', runId: 'r', request: { subjects: [subjectOf({})] }, resolvers: [`127.0.0.1:${port}`] });
  await process.next('events');
  const ended = new Promise((resolve) => process.child.once('exit', resolve));
  process.child.disconnect();
  assert.equal(await ended, 0);
});
