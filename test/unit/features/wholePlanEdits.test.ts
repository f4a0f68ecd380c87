import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { examples } from '../../support/examples.ts';
import { runs } from '../../support/fuzz.ts';
import { edited } from '../../support/marked.ts';
import { service } from '../../support/service.ts';

/** What hands and a PDF do to a plan. */
const damage: readonly ((text: string, at: number) => string)[] = [
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at) => text.slice(0, at) + text.charAt(at) + text.slice(at),
  (text, at) => text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2),
  (text, at) => `${text.slice(0, at)}\u00AD${text.slice(at)}`,
  (text, at) => replacedFrom(text, at, '-', '\u2013'),
  (text, at) => replacedFrom(text, at, '-', ''),
  (text, at) => replacedFrom(text, at, '"', '\u201D'),
  (text, at) => replacedFrom(text, at, "'", '\u2019'),
  (text, at) => replacedFrom(text, at, ' ', '\n'),
  (text, at) => replacedFrom(text, at, ' ', '\u00A0'),
  (text, at) => replacedFrom(text, at, '\n', ' '),
  (text, at) => replacedFrom(text, at, ' |', ' >'),
  (text, at) => replacedFrom(text, at, ': ', ': *'),
  (text, at) => replacedFrom(text, at, 'true', 'yes'),
  (text) => text.replaceAll('\n', '\r\n'),
];

function replacedFrom(text: string, from: number, what: string, by: string): string {
  const at = text.indexOf(what, from);
  return at < 0 ? text : text.slice(0, at) + by + text.slice(at + what.length);
}

const damaged = fc
  .tuple(fc.constantFrom(...Object.values(examples)), fc.array(fc.tuple(fc.constantFrom(...damage), fc.nat()), { minLength: 1, maxLength: 8 }))
  .map(([example, steps]) => steps.reduce((text, [change, at]) => change(text, at % (text.length + 1)), example));

const faults = (text: string): number => service.read(text).document.problems.length;

function fixAll(text: string): string {
  const plan = service.read(text);
  return edited(text, service.fixAll(plan, service.judge(plan, {})));
}

function repair(text: string): string {
  return edited(text, service.repairPdf(service.read(text)).flatMap(({ edits }) => edits));
}

/** Both may leave for the next time what stands at the same place. */
for (const [name, change] of Object.entries({ 'fixing all': fixAll, 'repairing what a PDF has done': repair })) {
  test(`${name} never breaks the YAML, and comes to an end`, () => {
    fc.assert(
      fc.property(damaged, (text) => {
        let before = text;
        for (let round = 0; round < 8; round++) {
          const after = change(before);
          if (after === before) return;
          assert.ok(faults(after) <= faults(before), `${before}\nbecame\n${after}`);
          before = after;
        }
        assert.fail(`There is always something to be done in: ${before}`);
      }),
      { numRuns: Math.ceil(runs / 4) },
    );
  });
}

for (const [name, text] of Object.entries(examples)) {
  if (name.includes('faulty')) continue;
  test(`nothing is repaired in ${name}`, () => assert.equal(repair(text), text));
}
