import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { Parser } from 'yaml';
import { plainTokens } from '../../server/src/service/plan/plainTokens.ts';
import { sliceItems } from '../../server/src/service/plan/planItems.ts';
import { examples } from '../support/examples.ts';
import { runs } from '../support/fuzz.ts';

/** What is read at all is read as yaml reads it, to the last token. True where it is. */
function reads(text: string): boolean {
  const token = plainTokens(text);
  if (token !== undefined) assert.deepEqual([token], [...new Parser().parse(text)], JSON.stringify(text));
  return token !== undefined;
}

const plain = [
  'title: A plan\n',
  'steps:\n',
  'steps:\n\n',
  '  a:\n    role: partner\n    exchange: { version: 2016, update: CU23 }\n    acceptedDomains:\n      - name: a.example\n        primary: true\n      - b.example\n',
  '  - id: one\n    title: One\n    run: |\n      Get-A\n\n        Get-B: "x" # no comment\n    verify: >-\n      Get-C\n\n',
  '  - id: one\n    run: |\n      Get-A\n   \n      \n        \n    undo: |-\n      Get-B\n\n\n',
  '- id: one\n  notes:\n  - a\n  - "b: c"\n',
  '- a\n-  b\n',
  "a: 'it''s'\nb: \"x\\\"y\"\nc: []\nd: [ a, b.c ]\ne: {a: b}\nf: {a: b,c: d }\n",
  'a: http://a.example/x?y=z#w\r\nb:\r\n  c: |\r\n    d\r\n\r\n  e: f\r\n',
  'a:   b\n\nc:\n\n  d: e\n\n\nf: g\n',
  'a: b # c\nd: # e\n  - f  # g\n  - [h] # i\n  - "j # k" # l\nm: n  \n',
  'a: b\n# c\n',
  '  a:\n    b: c\n    # of the map\n\n  # of the one around it\n',
  '- a: b\n  c:\n    d: e\n    # f\n  # g\n  h: i\n# j\n- k: |\n    l\n  # m\n\n# n\n- o\n',
];

for (const text of plain) test(`read plainly: ${JSON.stringify(text)}`, () => assert.ok(reads(text)));

const notPlain = [
  '', '\n', '# a\na: b\n', 'a: b', 'a: b\n  # c\n', 'a:\n# b\n  c: d\n', 'a: "b"# c\n', 'a: | # b\n  c\n', 'a:\nb: c\n', 'a: b\n  c\n', 'a: b\n  c: d\n', '- a\n  - b\n', 'a: b\n- c\n', 'a: |\nb: c\n', 'a: |2\n    b\n', 'a: |+\n  b\n\n', 'a: |\n\n  b\n', 'a: b: c\n', 'a: b:\n', 'a:\tb\n',
  'a: &x b\n', 'a: *x\n', 'a: !x b\n', 'a: ? b\n', '? a\n', '- - a\n', '-\n', '- |\n  a\n', 'a: [b\n', 'a: [ ]\n', 'a: [[b]]\n', 'a: [b: c]\n', 'a: "b\n', 'a: "b" c\n', "a: 'b\n  c'\n", '---\na: b\n', 'a: b\n...\n', '%a\n', 'a b: c\n', '"a": b\n', 'a: b\rc: d\n', 'a:\n    b: c\n  d: e\n', '  - a: b\n   c: d\n', '﻿a: b\n',
];

for (const text of notPlain) test(`left to yaml: ${JSON.stringify(text)}`, () => assert.ok(!reads(text)));

test('a value of any length is somebody’s to read', () => {
  assert.ok(reads(`a: ${'b'.repeat(2_000)}\n`));
  assert.ok(!reads(`a: ${'b'.repeat(2_001)}\n`));
});

test('lists in lists without end are left to who counts them', () => assert.ok(!reads(Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''))));

test('of the pieces of the examples most are read plainly', () => {
  const pieces = Object.values(examples).flatMap((text) => sliceItems(text).map(({ start, end }) => text.slice(start, end)));
  assert.ok(pieces.filter(reads).length > pieces.length / 2, `${pieces.filter(reads).length} of ${pieces.length}`);
});

const lines = fc.array(
  fc.tuple(fc.constantFrom('', ' ', '  ', '   ', '    ', '      '), fc.constantFrom('', '- ', '-  '), fc.constantFrom('a:', 'b: ', 'c:  '), fc.constantFrom('', 'x', 'x y', '|', '>-', '|-', "'x'", '"x"', '[x]', '[x, y ]', '{ a: b }', 'x:', ': x', '# x', 'x # y', '"x" # y', "'x'# y", '[x] # y', '...', '-', '- x', '"x'), fc.constantFrom('\n', '\n', '\n', '\n\n', '\r\n', ' \n', '\n    \n', '\n# x\n', '\n  # x\n\n', '\n    # x\n')),
  { maxLength: 7 },
);
const written = lines.map((all) => all.map((parts) => parts.join('')).join(''));
const bare = fc.array(fc.tuple(fc.constantFrom('', '  ', '    ', '      '), fc.constantFrom('- x', '- a: x', 'a: x', 'a:', 'a: |', 'x', '', '- - x', '-', '# x', 'a: x # x', 'a: # x'), fc.constantFrom('\n', '\r\n')), { maxLength: 8 }).map((all) => all.map((parts) => parts.join('')).join(''));
const changed = fc.tuple(fc.constantFrom(...Object.values(examples)), fc.nat(), fc.nat({ max: 20 }), fc.constantFrom('', ' ', '\n', '"', '- ', '  ', ':', ': ', ' #', '[', ']', '{', ',', '|', '\n\n', '\r\n')).map(([text, at, length, insert]) => {
  const from = at % (text.length + 1);
  const now = text.slice(0, from) + insert + text.slice(from + length);
  const slice = sliceItems(now).find(({ end }) => end > from) ?? { start: 0, end: now.length };
  return now.slice(slice.start, slice.end);
});

test('whatever is read plainly is read as yaml reads it', () => {
  fc.assert(fc.property(fc.oneof(written, bare, changed), (text) => void reads(text)), { numRuns: runs * 5 });
});
