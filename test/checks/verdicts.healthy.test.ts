import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeWorld } from './fakeWorld.ts';

test('a healthy partner has neither warning nor failure, and nothing is left unknown', async () => {
  const results = await new FakeWorld().run();
  for (const result of Object.values(results)) {
    assert.equal(result.verdict, 'pass', `${result.check}: ${result.summary}`);
    assert.ok(result.evidence.length > 0, `${result.check} shows what it asked`);
    assert.ok(result.doesNotProve !== undefined, `${result.check} says what it does not prove`);
    assert.ok(result.evidence.every(({ via, question, answer }) => via !== '' && question !== '' && answer !== ''));
  }
});
