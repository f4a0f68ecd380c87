import assert from 'node:assert/strict';
import test from 'node:test';
import { service } from '../../support/service.ts';
import type { OutlineItem } from '../../../server/src/service/features/outline.ts';

const text = `federationPlan: 1
organizations:
  ours:
    name: Battle
    acceptedDomains:
      - name: Ours.example
        primary: true
      - more.example
  theirs: { role: service }
organizationRelationships:
  - name: Mail
    owner: ours
    target: theirs
  - { owner: theirs, target: ours }
steps:
  - id: one
    title: The first
    run: |
      Get-A

  - title: no id yet
`;

const show = (items: readonly OutlineItem[]): unknown[] => items.map(({ kind, name, detail, children }) => (children.length === 0 ? `${kind} ${name} (${detail})` : [`${kind} ${name} (${detail})`, show(children)]));

test('the outline has organizations with domains, relationships and steps', () => {
  assert.deepEqual(show(service.outline(service.read(text))), [
    ['group organizations ()', [['organization ours (Battle)', ['domain ours.example (primary)', 'domain more.example ()']], 'organization theirs (service)']],
    ['group organizationRelationships ()', ['relationship Mail (ours → theirs)', 'relationship theirs → ours ()']],
    ['group steps ()', ['step one (The first)', 'step step 2 (no id yet)']],
  ]);
});

test('each range holds its name and what is below it', () => {
  const look = (items: readonly OutlineItem[], around: { start: number; end: number }): void => {
    for (const { range, selection, children } of items) {
      assert.ok(around.start <= range.start && range.end <= around.end);
      assert.ok(range.start <= selection.start && selection.end <= range.end);
      assert.doesNotMatch(text.slice(range.start, range.end), /\s$/);
      look(children, range);
    }
  };
  look(service.outline(service.read(text)), { start: 0, end: text.length });
});

test('a plan that is being written has an outline of what is there', () => {
  for (let end = 0; end <= text.length; end++) for (const { name } of service.outline(service.read(text.slice(0, end)))) assert.notEqual(name, '');
});

for (const [query, names] of [
  ['', ['ours', 'ours.example', 'more.example', 'theirs', 'Mail', 'theirs → ours', 'one', 'step 2']],
  ['OURS.EX', ['ours.example']],
  ['first', ['one']],
  ['nothing of it', []],
] as const) {
  test(`symbols of a plan for "${query}"`, () => assert.deepEqual(service.matchingSymbols(service.read(text), query).map(({ name }) => name), names));
}
