import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packResults, runChecks, unpackResults } from '../../server/src/checks/index.ts';
import type { CheckResult } from '../../server/src/protocol/checks.ts';
import { FakeWorld, subjectOf } from './fakeWorld.ts';

const subjects = ['a.example', 'b.example', 'a.example'].map((domain) => subjectOf({ domain, webServices: '' }));

/** What a run comes to, and what crosses the boundary, each by JSON as between processes. */
async function crossed(stopAfter: number): Promise<{ readonly results: readonly CheckResult[]; readonly unpacked: readonly CheckResult[]; readonly bytes: number }> {
  const controller = new AbortController();
  const carried: CheckResult[] = [];
  const results = await runChecks(
    { subjects },
    new FakeWorld().ports(),
    (event) => {
      if (event.kind === 'finished') carried.push(event.result);
      if (carried.length === stopAfter) controller.abort();
    },
    controller.signal,
  );
  const packed = JSON.stringify(packResults(results, subjects.length, new Set(carried)));
  const received = JSON.parse(JSON.stringify(carried)) as readonly CheckResult[];
  return { results, unpacked: unpackResults(JSON.parse(packed) as ReturnType<typeof packResults>, subjects, received), bytes: packed.length };
}

/** A stretch of checks that had not started has one time. */
const timeless = (results: readonly CheckResult[]): readonly object[] => results.map((result) => ({ ...result, startedAt: '' }));

for (const stopAfter of [0, 1, 7, 40]) {
  test(`results are the same on both sides, stopped after ${stopAfter === 0 ? 'none' : stopAfter}`, async () => {
    const { results, unpacked, bytes } = await crossed(stopAfter === 0 ? Number.NaN : stopAfter);
    assert.deepEqual(timeless(unpacked), timeless(results));
    assert.ok(bytes < 6_000, `${bytes} bytes`);
  });
}

test('a run without a subject has no result', () => {
  assert.deepEqual(unpackResults(packResults([], 0, new Set()), [], []), []);
});
