import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import { edited } from '../../support/marked.ts';
import { service } from '../../support/service.ts';
import { runs } from '../../support/fuzz.ts';

declare const __projectRoot: string;

function formatted(text: string): string {
  return edited(text, service.format(service.read(text)));
}

const cases: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'four blanks a level': ['a:\n    b:\n        c: 1\n    d: 2\n', 'a:\n  b:\n    c: 1\n  d: 2\n'],
  'a list at the column of its key': ['a:\n- b: 1\n  c: 2\n-   d: 3\n    e: 4\n', 'a:\n  - b: 1\n    c: 2\n  - d: 3\n    e: 4\n'],
  'lists in lists': ['a:\n-   - b\n    - c\n', 'a:\n  - - b\n    - c\n'],
  'blanks behind colons and dashes': ['a:   1\nb:\n  -    x\nc: { d:    1,   "e":2 }\n', 'a: 1\nb:\n  - x\nc: { d: 1,   "e": 2 }\n'],
  'a tab behind a colon': ['a:\t1\n', 'a: 1\n'],
  'blanks at a line’s end': ['a: 1  \nb:   \n  c: x \n   \nd: |  \n  text  \n', 'a: 1\nb:\n  c: x\n\nd: |\n  text  \n'],
  'a block moves with its key': ['steps:\n- id: a\n  run: |\n         Get-A\n           -B\n\n         Get-C\n', 'steps:\n  - id: a\n    run: |\n      Get-A\n        -B\n\n      Get-C\n'],
  'a block with a digit': ['a:\n    b: |2\n         x\n      y\n', 'a:\n  b: |2\n       x\n    y\n'],
  'a block whose blank lines have blanks': ['a: |\n    x\n  \n       \n    y\n', 'a: |\n  x\n\n     \n  y\n'],
  'a folded block keeps its style': ['a: >-\n     x\n     y\n', 'a: >-\n  x\n  y\n'],
  'comments keep to what they speak of': ['# top\na:\n    # of b\n    b: 1 #  right\n    # at the end\n# below\nc:\n- x\n# of y\n- y\n', '# top\na:\n  # of b\n  b: 1 #  right\n  # at the end\n# below\nc:\n  - x\n  # of y\n  - y\n'],
  'a comment behind a block stays a comment': ['a:\n    b: |\n        x\n      # c\n    d: 1\n', 'a:\n  b: |\n    x\n  # c\n  d: 1\n'],
  'a comment between the levels of a list': ['a:\n  - b:\n      c: 1\n    # of d\n    d: 1\n  # of e\n  - e: 1\n', 'a:\n  - b:\n      c: 1\n    # of d\n    d: 1\n  # of e\n  - e: 1\n'],
  'no blank of a comment': ['#   a   b  \na: 1   #  c  \n', '#   a   b  \na: 1   #  c  \n'],
  'texts of several lines': ['a:\n    b: one\n      two\n    c: "three\n       four"\n    d:\n             five\n', 'a:\n  b: one\n    two\n  c: "three\n     four"\n  d:\n    five\n'],
  'brackets over several lines': ['a:\n    b: [x,\n        y ]\n    c: {\n      d: 1\n      }\n', 'a:\n  b: [x,\n      y ]\n  c: {\n    d: 1\n    }\n'],
  'a value below its dash': ['a:\n-\n     b: 1\n     c: 2\n', 'a:\n  -\n    b: 1\n    c: 2\n'],
  'anchors and aliases': ['a:   &x\n    b: 1\nc:    *x\n', 'a: &x\n  b: 1\nc: *x\n'],
  CRLF: ['a:\r\n    b:   1  \r\n    c: |\r\n        x\r\n', 'a:\r\n  b: 1\r\n  c: |\r\n    x\r\n'],
  'a byte order mark': ['\ufeffa:\n    b: 1\n', '\ufeffa:\n  b: 1\n'],
  'no line end at the end': ['a:\n    b: 1 ', 'a:\n  b: 1'],
  'a wildcard that reads as an alias': ['a:\n    b: [*.x.example]\n', 'a:\n  b: [*.x.example]\n'],
};

for (const [name, [before, after]] of Object.entries(cases)) {
  test(`formatting: ${name}`, () => {
    assert.equal(formatted(before), after);
    assert.equal(formatted(after), after);
  });
}

const untouched: Readonly<Record<string, string>> = {
  'what is formatted': 'a:\n  b: 1\n  c:\n    - x\n',
  'broken YAML': 'a:\n    b: "open\n    c:   1\n',
  'explicit keys': '? a\n:    b\n',
  'a merge that is not finished': 'a:\n    b: 1\n<<<<<<< x\n',
  'no plan': '',
  'aligned comments': 'a: 1      # one\nbcd: 2    # two\n',
};

for (const [name, text] of Object.entries(untouched)) {
  test(`formatting leaves alone ${name}`, () => assert.deepEqual(service.format(service.read(text)), []));
}

test('formatting of some lines edits only them', () => {
  const text = 'a:   1\nb:   2\nc:   3\n';
  assert.equal(edited(text, service.format(service.read(text), { start: 7, end: 13 })), 'a:   1\nb: 2\nc:   3\n');
});

const examples = ['examples', 'examples/practice'].flatMap((folder) =>
  readdirSync(path.join(__projectRoot, folder))
    .filter((name) => name.endsWith('.fedplan.yaml'))
    .map((name) => readFileSync(path.join(__projectRoot, folder, name), 'utf8')),
);

test('the examples are formatted', () => {
  for (const text of examples) assert.deepEqual(service.format(service.read(text)), []);
});

test('a plan that is indented otherwise becomes the plan again', () => {
  for (const text of examples) {
    const wide = text.replaceAll(/^( *)(- )?/gm, (_whole, blanks: string, dash = '') => `${blanks}${blanks}${dash === '' ? '' : '-   '}`).replaceAll(/^( *[A-Za-z]+:) (?=\S)/gm, '$1   ');
    // Lines that a script indents further keep what was added to them.
    const flat = (plan: string): string => plan.replaceAll(/^ +(?=New-Org)/gm, '');
    assert.notEqual(flat(wide), flat(text));
    assert.equal(flat(formatted(wide)), flat(text));
  }
});

/** Characters that YAML has its own ideas about, and a few that it has not. */
const pieces = [' ', '  ', '\n', '\n\n', '\t', ':', ': ', '- ', '-', '#', ' # ', '|', '>', '|2', '"', "'", '[', ']', '{', '}', ',', '&a ', '*a', '? ', '!x ', '%', '---\n', '\r\n', '\\', 'key: ', 'ä', '😀'];
const mutation = fc.record({ at: fc.nat(), remove: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat({ max: 12 }) }), insert: fc.oneof(fc.constant(''), fc.constantFrom(...pieces)) });
const mutated = fc.tuple(fc.constantFrom(...examples), fc.nat(), fc.array(mutation, { minLength: 1, maxLength: 6 })).map(([example, from, mutations]) => {
  // A part of an example suffices for each case, and is quicker.
  const lines = example.split('\n');
  const first = from % lines.length;
  let text = lines.slice(first, first + 40).join('\n');
  for (const { at, remove, insert } of mutations) {
    const place = text.length === 0 ? 0 : at % text.length;
    text = text.slice(0, place) + insert + text.slice(place + remove);
  }
  return text;
});

test('whatever is formatted reads as before, and twice is once', () => {
  fc.assert(
    fc.property(mutated, (text) => {
      const plan = service.read(text);
      const once = edited(text, service.format(plan));
      const after = service.read(once);
      assert.deepEqual(after.document.value, plan.document.value);
      assert.equal(after.document.problems.length, plan.document.problems.length);
      assert.equal(once.replaceAll(/[ \t]/g, ''), text.replaceAll(/[ \t]/g, ''));
      assert.equal(edited(once, service.format(after)), once);
    }),
    { numRuns: runs },
  );
});
