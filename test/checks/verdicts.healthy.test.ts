import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeWorld, isWsSecurity, healthyPartner, informationXml, xml } from './fakeWorld.ts';

test('a healthy partner has neither warning nor failure, and nothing is left unknown', async () => {
  const world = new FakeWorld();
  // A version whose support has not ended.
  world.http = (request) =>
    request.method === 'POST' && request.host.endsWith('.a.example') && !isWsSecurity(request)
      ? { status: 200, headers: xml, body: informationXml({ version: [15, 2, 2562, 17] }) }
      : healthyPartner(request);
  const results = await world.run({}, { settings: { microsoftServices: true } });
  for (const result of Object.values(results)) {
    assert.equal(result.verdict, 'pass', `${result.check}: ${result.summary}`);
    assert.ok(result.evidence.length > 0, `${result.check} shows what it asked`);
    assert.ok(result.doesNotProve !== undefined, `${result.check} says what it does not prove`);
    assert.ok(result.evidence.every(({ via, question, answer }) => via !== '' && question !== '' && answer !== ''));
  }
});
