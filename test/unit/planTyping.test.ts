import assert from 'node:assert/strict';
import test from 'node:test';
import type { ReadPlan } from '../../server/src/service/index.ts';
import { examples } from '../support/examples.ts';
import { runs } from '../support/fuzz.ts';
import { service } from '../support/service.ts';

/** What may be said above the cursor while a plan is typed from its top and does not hold any more when it is finished: that something is not there yet. */
const notThereYet = ['plan/empty', 'plan/missing-key', 'plan/no-domain', 'plan/value-missing', 'profile/not-stated', 'proxy/loopback', 'relationship/not-reciprocated'];

/** Each 1,700th of a hundred runs' worth: a share in the suite, every prefix by FEDPLAN_FUZZ_RUNS=2000. */
const stride = Math.max(1, Math.floor(1700 / runs));

for (const [file, text] of Object.entries(examples)) {
  // Broken YAML is told where it breaks, and that moves with each line: such a plan has no finished form.
  if (service.read(text).findings.some(({ code }) => code === 'yaml/syntax')) continue;
  test(`${file}, typed from its top: nothing is said above the cursor that the finished plan contradicts`, () => {
    const atLast = new Set(service.read(text).findings.map(({ code, range }) => `${code} at ${range.start}`));
    let plan: ReadPlan | undefined;
    for (let end = 0; end < text.length; end += stride) {
      const typed = text.slice(0, end);
      plan = service.read(typed, plan);
      // A bar at the end of a line goes on with the line that is begun.
      const lineOfCursor = typed.trimEnd().lastIndexOf('\n') + 1;
      for (const { code, range, message } of plan.findings) {
        if (range.end > lineOfCursor || notThereYet.includes(code)) continue;
        assert.ok(atLast.has(`${code} at ${range.start}`), `after ${JSON.stringify(typed.slice(-40))}: ${code}: ${message}`);
      }
      service.complete(plan, end);
      service.hover(plan, end);
    }
  });
}
