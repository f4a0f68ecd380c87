import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import { openCatalogue } from '../../server/src/service/catalogue/catalogue.ts';
import { scriptRegions } from '../../server/src/service/embedded/scriptRegions.ts';
import { parsePlan } from '../../server/src/service/plan/planDocument.ts';
import { sliceItems } from '../../server/src/service/plan/planItems.ts';
import { readPlan, type ReadPlan } from '../../server/src/service/readPlan.ts';
import { catalogueText } from '../support/service.ts';
import { runs } from '../support/fuzz.ts';

declare const __projectRoot: string;

const examples = readdirSync(path.join(__projectRoot, 'examples'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.fedplan.yaml'))
  .map((file) => readFileSync(path.join(__projectRoot, 'examples', file), 'utf8'));

const catalogue = openCatalogue(catalogueText);

/** Pieces that fit together in any order, and some that do not; what YAML can do with lines, in short. */
const pieces = [
  'federationPlan: 1\n', 'title: a # b\n', '# a comment\n', '\n', "title: 'a\n  b'\n", 'title: >-\n  a\n\n  b\n', 'title: |+\n  a\n\n\n', '"title": a\n', 'organizations:\n', '  a: { role: partner }\n', '  b:\n    role: service\n', '   c: {}\n',
  '  # inside\n', '    acceptedDomains: [a.example, &x b.example]\n', '    acceptedDomains:\n    - name: *x\n', 'steps: # many\n', '- id: one\n', '- id: two\n  run: |\n    Get-A\n\n    Get-B "\n', '  - id: three\n', '    run: |2\n        Get-C\n', '    verify: "x\\ty"\n', '  -\n',
  'checks: {\n', '  testUsers: [a]\n', '}\n', 'checks:\n  testUsers:\n  - a\n', ': x\n', '? title\n', '- a\n', 'a:b\n', '---\n', '\ttitle: x\n', '"open\n', '[\n', 'steps: &s []\n', 'x: *s\n', '    role: partnr\n', '    role: [x]\n', '- 5\n', '- id: 5\n  colour: red\n', '  "bad id": {}\n', 'title: {}\n', 'organizations: []\n',
];
const plans = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom(...examples), fc.nat(), fc.nat({ max: 40 }), fc.constantFrom('', ' ', '\n', '"', '- ', '  ', ':', '#', '[', '&a ', '*a ')).map(([text, at, length, insert]) => {
    const from = at % (text.length + 1);
    return text.slice(0, from) + insert + text.slice(from + length);
  }),
);

/** The same plan, kept in one piece: a document marker is never cut. */
const marker = '---\n';

test('in pieces a plan reads as it does whole', () => {
  fc.assert(
    fc.property(plans.filter((text) => !/^(?:---|\.\.\.|%)/m.test(text)), (text) => {
      const cut = parsePlan(text);
      const whole = parsePlan(marker + text);
      assert.equal(cut.problems.length === 0, whole.problems.length === 0, `cut: ${cut.problems[0]?.message ?? 'good'}\nwhole: ${whole.problems[0]?.message ?? 'good'}`);
      if (whole.problems.length > 0) return;
      assert.deepEqual(JSON.parse(JSON.stringify(cut.value)), JSON.parse(JSON.stringify(whole.value)));
      assert.deepEqual(facts(readPlan(text), 0), facts(readPlan(marker + text), marker.length));
      assert.deepEqual(regions(text, 0), regions(marker + text, marker.length));
    }),
    { numRuns: runs },
  );
});

test('after a change a plan reads as if it were new', () => {
  fc.assert(
    fc.property(plans, plans, (before, after) => {
      assert.deepEqual(facts(readPlan(after, readPlan(before)), 0), facts(readPlan(after), 0));
    }),
    { numRuns: runs },
  );
});

/** Edits of an example one after another, each cutting something out and putting something in. */
const edits = fc.tuple(
  fc.constantFrom(...examples),
  fc.array(fc.tuple(fc.nat(), fc.nat({ max: 60 }), fc.oneof(fc.constantFrom('', ' ', '\n', '"', '- ', '  - id: x\n', '  ', ':', '#', '[', '&a ', '*a ', '\r', '---\n', '<<<<<<<', 'a.example', '\nsteps:\n'), fc.constantFrom(...pieces))), { minLength: 1, maxLength: 6 }),
);

test('after a series of changes a plan has the findings that it has when it is read anew', () => {
  fc.assert(
    fc.property(edits, ([text, changes]) => {
      let [now, plan] = [text, readPlan(text, undefined, catalogue)];
      for (const [at, length, insert] of changes) {
        const from = at % (now.length + 1);
        now = now.slice(0, from) + insert + now.slice(from + length);
        plan = readPlan(now, plan, catalogue);
        const anew = readPlan(now, undefined, catalogue);
        assert.deepEqual(cuts(plan), cuts(anew));
        assert.deepEqual(facts(plan, 0), facts(anew, 0));
      }
    }),
    { numRuns: runs },
  );
});

/** Changes that a random draw seldom makes: before and after. */
const turns: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'a line break before the next piece is deleted': ['organizations:\n  a:\n    exchange: { domains: [a.example] }\n  b:\n    role: service\n', 'organizations:\n  a:\n    exchange: { dom  b:\n    role: service\n'],
  'a step is deleted': ['steps:\n  - id: one\n  - id: two\n  - id: three\n', 'steps:\n  - id: one\n  - id: three\n'],
  'the first step is deleted': ['steps:\n  - id: one\n  - id: two\n', 'steps:\n  - id: two\n'],
  'a key stands twice, the second time in one piece': ['organizations:\n  one: text\n', 'organizations:\n  one: text\norganizations:\n  two: text"\n  - id: a\n'],
  'a key stands twice, the first time in one piece': ['organizations:\n  one: text\n', 'organizations: { two: text }\norganizations:\n  one: text\n'],
  'a list stands twice': ['steps:\n  - id: one\n  - text\n', 'steps:\n  - id: one\n  - text\n  - text\nsteps:\n  - text\n  - id: two\n'],
};
for (const [name, [before, after]] of Object.entries(turns)) {
  test(`a plan reads as if it were new where ${name}`, () => {
    const plan = readPlan(after, readPlan(before));
    assert.deepEqual(cuts(plan), cuts(readPlan(after)));
    assert.deepEqual(facts(plan, 0), facts(readPlan(after), 0));
  });
}

test('a step that moves takes along what was found in it', () => {
  const step = (id: string, run: string): string => `  - id: ${id}\n    organization: a\n    run: ${run}\n`;
  const text = (...steps: string[]): string => `federationPlan: 1\norganizations:\n  a: { exchange: { version: 2010 }, acceptedDomains: [a.example] }\nsteps:\n${steps.join('')}`;
  const first = readPlan(text(step('a', 'Get-ClientAccessService'), step('b', 'Get-Mailbox')), undefined, catalogue);
  const second = readPlan(text(step('b', 'Get-Mailbox'), step('a', 'Get-ClientAccessService')), first, catalogue);
  const [place] = second.findings.filter(({ code }) => code === 'step/cmdlet-not-available').map(({ range }) => second.document.text.slice(range.start, range.end));
  assert.equal(place, 'Get-ClientAccessService');
});

test('a change in one piece leaves the others as they are', () => {
  const [text = ''] = examples.filter((example) => example.includes('steps:'));
  const before = readPlan(text);
  const after = readPlan(text.replace('steps:\n', 'steps:\n\n'), before);
  const kept = after.document.items.filter(({ parsed }) => before.document.items.some((item) => item.parsed === parsed));
  assert.ok(kept.length >= after.document.items.length - 1 && kept.length > 5);
});

test('the pieces of a plan are its text', () => {
  fc.assert(fc.property(plans, (text) => assert.equal(sliceItems(text).map(({ start, end }) => text.slice(start, end)).join(''), text)));
});

function cuts({ document }: ReadPlan): unknown {
  return document.items.map(({ parsed, start, path: place, offset }) => ({ start, place, offset, text: parsed.text }));
}

function facts({ findings }: ReadPlan, shift: number): unknown {
  return findings.map(({ code, message, range, fixes }) => ({
    code,
    message,
    // A finding of the plan as a whole stands on its first line, wherever that is.
    range: message.startsWith('The plan') ? 'first line' : [range.start - shift, range.end - shift],
    fixes: fixes.map(({ title, edits }) => ({ title, edits: edits.map((edit) => [edit.range.start - shift, edit.range.end - shift, edit.newText]) })),
  }));
}

function regions(text: string, shift: number): unknown {
  return scriptRegions(parsePlan(text)).map(({ path: at, text: script, start, end }) => ({ at, script, start: start - shift, end: end - shift }));
}
