import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runChecks, runChecksPacked, unpackResults, type PackedResults } from '../../server/src/checks/index.ts';
import type { CheckEvent, CheckResult } from '../../server/src/protocol/checks.ts';
import { FakeWorld, subjectOf } from './fakeWorld.ts';

const subjects = ['a.example', 'b.example', 'a.example'].map((domain) => subjectOf({ domain, webServices: '' }));

/** What a run comes to, and what crosses the boundary, each by JSON as between processes. */
async function crossed(stopAfter: number): Promise<{ readonly results: readonly CheckResult[]; readonly unpacked: readonly CheckResult[]; readonly bytes: number }> {
  const run = async <T>(how: (...args: Parameters<typeof runChecks>) => Promise<T>): Promise<{ readonly ended: T; readonly carried: readonly CheckResult[] }> => {
    const controller = new AbortController();
    const carried: CheckResult[] = [];
    const emit = (event: CheckEvent): void => {
      if (event.kind === 'finished') carried.push(event.result);
      if (carried.length === stopAfter) controller.abort();
    };
    const ended = await how({ subjects }, new FakeWorld().ports(), emit, controller.signal);
    return { ended, carried };
  };
  const kept = await run(runChecks);
  const apart = await run(runChecksPacked);
  const packed = JSON.stringify(apart.ended);
  const received = JSON.parse(JSON.stringify(apart.carried)) as readonly CheckResult[];
  return { results: kept.ended, unpacked: unpackResults(JSON.parse(packed) as PackedResults, subjects, received), bytes: packed.length };
}

const timeless = (results: readonly CheckResult[]): readonly object[] =>
  results.map((result) => ({ ...result, startedAt: '', elapsedMs: 0, evidence: result.evidence.map((each) => ({ ...each, elapsedMs: 0 })) }));

for (const stopAfter of [0, 1, 7, 40]) {
  test(`results are the same on both sides, stopped after ${stopAfter === 0 ? 'none' : stopAfter}`, async () => {
    const { results, unpacked, bytes } = await crossed(stopAfter === 0 ? Number.NaN : stopAfter);
    assert.deepEqual(timeless(unpacked), timeless(results));
    assert.ok(bytes < 6_000, `${bytes} bytes`);
  });
}

test('a run without a subject has no result', async () => {
  const packed = await runChecksPacked({ subjects: [] }, new FakeWorld().ports(), () => undefined, new AbortController().signal);
  assert.deepEqual(unpackResults(packed, [], []), []);
});
