import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { checkCatalogue } from '../../server/src/checks/index.ts';
import { parsePlan } from '../../server/src/service/plan/planDocument.ts';
import { schemaAt } from '../../server/src/service/plan/planSchema.ts';
import { codes } from '../../server/src/service/codes.ts';

declare const __projectRoot: string;

interface Fact {
  readonly id: string;
  readonly fact: string;
  readonly keys?: readonly string[];
  readonly steps?: readonly string[];
  readonly open?: string;
}

const { facts } = JSON.parse(readFileSync(path.join(__projectRoot, 'server', 'data', 'guidance.json'), 'utf8')) as { facts: readonly Fact[] };
const named = new Set([...codes, ...checkCatalogue].flatMap(({ guidance }) => guidance));

test('every fact of the guidance has a place', () => {
  const without = facts.filter(({ id, keys = [], steps = [], open }) => !named.has(id) && keys.length === 0 && steps.length === 0 && open === undefined);
  assert.deepEqual(without.map(({ id }) => id), []);
});

test('every fact is listed once, and rules and checks name no other', () => {
  const ids = facts.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual([...named].filter((id) => !ids.includes(id)), []);
});

test('the numbers of the facts leave no gap but those between the chapters', () => {
  const numbers = [...new Set(facts.map(({ id }) => Number(/^G([0-9]+)[a-z]?$/.exec(id)?.[1])))];
  const expected = Array.from({ length: 47 }, (_, index) => index + 1).filter((number) => number !== 28 && number !== 29);
  assert.deepEqual(numbers, expected);
});

for (const { id, keys = [] } of facts) {
  for (const key of keys) {
    test(`${id}: "${key}" is a key of plans`, () => {
      // An asterisk stands for an organization's id or for an item of a list.
      const parts = key.split('.').map((part, index, all) => (part !== '*' ? part : all[index - 1] === 'organizations' ? 'any' : 0));
      assert.notEqual(schemaAt(parts), undefined);
    });
  }
}

for (const { id, steps = [] } of facts) {
  for (const step of steps) {
    test(`${id}: "${step}" is a step of an example`, () => {
      const [plan = '', name] = step.split('/');
      const { value } = parsePlan(readFileSync(path.join(__projectRoot, 'examples', `${plan}.fedplan.yaml`), 'utf8'));
      const stated = (value as { steps?: readonly { id?: string }[] }).steps ?? [];
      assert.ok(stated.some((each) => each.id === name));
    });
  }
}
