import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counter, isEnough, newComparison, summary } from './comparison.ts';

/** Of `asked` texts `wrong` disagree, where 99 % must agree. */
function compared(asked: number, wrong: number): ReturnType<typeof newComparison<'values'>> {
  const comparison = newComparison(['values'], { values: 0.99 });
  for (let at = 0; at < asked; at++) counter(comparison, `text-${at}`)('values', at >= wrong, 'differs');
  return comparison;
}

/** What is wanted is 99 %: how many may disagree of the recorded texts, and how many of a sample of fresh ones. */
const cases: readonly { readonly asked: number; readonly wrong: number; readonly recorded: boolean; readonly fresh: boolean }[] = [
  { asked: 0, wrong: 0, recorded: true, fresh: true },
  { asked: 12, wrong: 0, recorded: true, fresh: true },
  { asked: 12, wrong: 1, recorded: false, fresh: true },
  { asked: 12, wrong: 2, recorded: false, fresh: true },
  { asked: 12, wrong: 3, recorded: false, fresh: false },
  { asked: 100, wrong: 1, recorded: true, fresh: true },
  { asked: 100, wrong: 6, recorded: false, fresh: false },
  { asked: 2000, wrong: 20, recorded: true, fresh: true },
  { asked: 2000, wrong: 30, recorded: false, fresh: true },
  { asked: 2000, wrong: 40, recorded: false, fresh: false },
  { asked: 10_000, wrong: 140, recorded: false, fresh: false },
];

for (const { asked, wrong, recorded, fresh } of cases) {
  test(`${wrong} of ${asked} that disagree are ${recorded ? 'enough' : 'too many'} of recorded texts, ${fresh ? 'no proof of too many' : 'too many'} of fresh ones`, () => {
    assert.equal(isEnough(compared(asked, wrong)), recorded);
    assert.equal(isEnough(compared(asked, wrong), true), fresh);
  });
}

test('a row of which too few were asked says so', () => {
  assert.match(summary(compared(12, 1), true)[0] ?? '', /11 of 12 +91\.67 % too few to tell$/);
  assert.match(summary(compared(12, 1))[0] ?? '', /less than 99\.0 %$/);
});
