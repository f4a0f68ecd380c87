import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { runs } from '../support/fuzz.ts';
import { healthyFederation } from '../support/healthyFederations.ts';
import { service } from '../support/service.ts';

test('nothing above information is said of a federation in which nothing is wrong, however it is written', () => {
  fc.assert(
    fc.property(healthyFederation, (text) => {
      const found = service.read(text).findings.filter(({ severity }) => severity !== 'information');
      assert.deepEqual(found.map(({ code, message, range }) => `${code} at ${JSON.stringify(text.slice(range.start, range.end).slice(0, 80))}: ${message}`), []);
    }),
    { numRuns: Math.ceil(runs / 4) },
  );
});
