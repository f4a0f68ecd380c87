import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import type { LanguageService } from '../../../server/src/service/index.ts';
import { edited } from '../../support/marked.ts';
import { service } from '../../support/service.ts';
import { runs } from '../../support/fuzz.ts';

declare const __projectRoot: string;

type Plan = ReturnType<LanguageService['read']>;

/** Every range that an answer holds, wherever in it. */
function rangesIn(value: unknown): { start: number; end: number }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'start' in value && 'end' in value ? [value as { start: number; end: number }] : [];
  return [...own, ...Object.values(value).flatMap(rangesIn)];
}

/** Asks all that an editor asks; whatever the text, there is an answer and it speaks of places in the text. */
function askAll(plan: Plan, offset: number): void {
  const { length } = plan.document.text;
  const answers: Record<string, unknown> = {
    references: service.references(plan, offset, true),
    renameStart: service.renameStart(plan, offset),
    rename: service.rename(plan, offset, 'x.example'),
    outline: service.outline(plan),
    folding: service.foldingRanges(plan),
    selection: service.selection(plan, offset),
    links: service.links(plan),
    tokens: service.semanticTokens(plan),
    lenses: service.runChecksLenses(plan),
    repair: service.repairPdf(plan),
    hover: service.hover(plan, offset),
    fixes: plan.findings.slice(0, 3).map((finding) => service.fixes(plan, finding)),
  };
  for (const [name, answer] of Object.entries(answers)) {
    for (const { start, end } of rangesIn(answer)) assert.ok(start >= 0 && start <= end && end <= length, `${name}: ${start}–${end} of ${length}`);
  }
  for (const { offset: at } of service.profileHints(plan)) assert.ok(at >= 0 && at <= length);
  edited(plan.document.text, service.format(plan));
  edited(plan.document.text, service.fixAll(plan, plan.findings));
  edited(plan.document.text, service.repairPdf(plan).flatMap(({ edits }) => edits));
}

const hostile: Readonly<Record<string, string>> = {
  'nothing': '',
  'a sentence': 'This is not a plan.',
  'a list': '- a\n- b\n',
  'brackets without end': '['.repeat(5000),
  'dashes without end': '- '.repeat(5000),
  'an alias of itself': 'organizations: &a\n  b: *a\n',
  'ids of all kinds': 'organizations:\n  __proto__: { acceptedDomains: [a.example] }\n  constructor: {}\n  "": {}\n  1: {}\n  null: {}\n  ? [x]\n  : {}\nsteps:\n  - id: __proto__\n    organization: constructor\n',
  'values of other types': 'organizations: [a]\nsteps: { a: 1 }\norganizationRelationships: x\n',
  'a key twice': 'steps:\n  - id: a\nsteps:\n  - id: b\n',
  'an item that broken YAML makes two of': 'organizations: { a: {} }\nsteps:\n  - id: a\n  -   organization: a\n    run: c\n  - id: d\n    organization: x    run: y\n',
  'two documents': 'title: a\n---\ntitle: b\n',
  'half a surrogate pair': 'title: \ud83d\norganizations:\n  \ud83d: {}\n',
  'a lone carriage return': 'title: a\rsteps:\r  - id: b\r',
  'tabs': 'organizations:\n\ta:\n\t\trole: partner\n',
  'a long line': `title: ${'x '.repeat(20_000)}\nsteps:\n  - run: ${'a.example,'.repeat(2000)}\n`,
};

for (const [name, text] of Object.entries(hostile)) {
  test(`each feature answers: ${name}`, () => {
    const plan = service.read(text);
    for (const offset of [0, Math.floor(text.length / 2), text.length]) askAll(plan, offset);
  });
}

const example = readFileSync(path.join(__projectRoot, 'examples', 'practice', 'healthy.fedplan.yaml'), 'utf8');

test('each feature answers while a plan is being typed', () => {
  for (let end = 0; end <= example.length; end += 97) askAll(service.read(example.slice(0, end)), end);
});

test('each feature answers for a plan with scars', () => {
  const scar = fc.record({ at: fc.nat({ max: example.length }), remove: fc.nat({ max: 30 }), insert: fc.constantFrom('', ' ', '\n', ':', '- ', '|', '>', '"', "'", '[', '{', '&a ', '*a', '\u00ad', '\u201c', '\u2013', '\t', '`', '$(', '@{', '\ud83d') });
  fc.assert(
    fc.property(fc.array(scar, { minLength: 1, maxLength: 5 }), fc.nat(), (scars, at) => {
      const text = scars.reduce((before, { at: place, remove, insert }) => before.slice(0, place) + insert + before.slice(place + remove), example);
      askAll(service.read(text), at % (text.length + 1));
    }),
    { numRuns: runs },
  );
});
