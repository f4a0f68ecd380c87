import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CheckResult } from '../../../server/src/protocol/checks.ts';
import { createLanguageService } from '../../../server/src/service/index.ts';
import { catalogueText, service } from '../../support/service.ts';

const domains = Array.from({ length: 200 }, (_, at) => `d${at}.example`);
const plan = `federationPlan: 1\norganizations:\n  partner:\n    acceptedDomains: [${domains.join(', ')}]\n`;

function resultOf(domain: string, verdict: CheckResult['verdict']): CheckResult {
  const startedAt = '2026-03-02T09:00:00.000Z';
  return { check: 'N1', organization: 'partner', domain, verdict, summary: 'It is so.', evidence: [], guidance: [], about: 'domain', startedAt, elapsedMs: 1 };
}

test('results find their lines without each of them looking through all domains', () => {
  let asked = 0;
  const counting = createLanguageService({
    catalogueText,
    toAscii: (name) => {
      asked++;
      return name;
    },
  });
  const read = counting.read(plan);
  asked = 0;
  const found = domains.flatMap((domain) => counting.checkFindings(read, [resultOf(domain, 'fail')]));
  assert.deepEqual(found.map(({ finding }) => plan.slice(finding.range.start, finding.range.end)), domains);
  assert.ok(asked <= 2 * domains.length, `${asked} names were converted`);
});

test('a result with nothing to tell is no finding', () => {
  const quiet = (['pass', 'info', 'skipped'] as const).map((verdict) => resultOf('d1.example', verdict));
  assert.deepEqual(service.checkFindings(service.read(plan), quiet), []);
});
