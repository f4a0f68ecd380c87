import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Semaphore } from '../../server/src/checks/engine/semaphore.ts';

test('a semaphore lets waiting tasks pass in order and never too many', async () => {
  const semaphore = new Semaphore(2);
  const signal = new AbortController().signal;
  let running = 0;
  let most = 0;
  const order: number[] = [];
  await Promise.all(
    [0, 1, 2, 3, 4].map((number) =>
      semaphore.run(async () => {
        order.push(number);
        most = Math.max(most, ++running);
        await Promise.resolve();
        running--;
      }, signal),
    ),
  );
  assert.deepEqual(order, [0, 1, 2, 3, 4]);
  assert.equal(most, 2);
  assert.ok(semaphore.idle);
});

test('a task that was cancelled while it waited makes no room for another', async () => {
  const semaphore = new Semaphore(1);
  const run = new AbortController().signal;
  const own = new AbortController();
  let running = 0;
  let most = 0;
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  const task = async (): Promise<void> => {
    most = Math.max(most, ++running);
    await gate;
    running--;
  };
  const first = semaphore.run(task, run);
  const cancelled = semaphore.run(() => Promise.resolve(), own.signal);
  const others = [semaphore.run(task, run), semaphore.run(task, run)];
  own.abort();
  await cancelled;
  assert.equal(running, 1);
  release();
  await Promise.all([first, ...others]);
  assert.equal(most, 1);
  assert.ok(semaphore.idle);
});
