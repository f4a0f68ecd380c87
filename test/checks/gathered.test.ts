import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gathered } from '../../server/src/main/gathered.ts';

test('what comes together is handed over together and in its order, and each item once', async () => {
  const handed: (readonly number[])[] = [];
  let first: () => void = () => undefined;
  const handing = new Promise<void>((resolve) => (first = resolve));
  const items = gathered<number>((all) => {
    handed.push(all);
    first();
  });
  for (let item = 0; item < 100; item++) items.add(item);
  assert.deepEqual(handed, []);
  await handing;
  items.add(100);
  items.flush();
  items.flush();
  assert.deepEqual(handed, [Array.from({ length: 100 }, (_, item) => item), [100]]);
});
