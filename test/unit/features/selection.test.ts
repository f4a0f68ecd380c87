import assert from 'node:assert/strict';
import test from 'node:test';
import { marked } from '../../support/marked.ts';
import { service } from '../../support/service.ts';

/** What is selected step by step, the whole text left out. */
const cases: Readonly<Record<string, readonly [text: string, steps: readonly string[]]>> = {
  'word, value, entry, mapping': [
    'organizations:\n  a:\n    name: Battle Cal‸Fed\n    role: partner\n',
    ['CalFed', 'Battle CalFed', 'name: Battle CalFed', 'name: Battle CalFed\n    role: partner', 'a:\n    name: Battle CalFed\n    role: partner', 'organizations:\n  a:\n    name: Battle CalFed\n    role: partner'],
  ],
  'a list: value, item, list, entry': ['domains:\n  - one\n  - t‸wo\n', ['two', '- two', '- one\n  - two', 'domains:\n  - one\n  - two']],
  'inside quotes first': ['title: "one t‸wo"\n', ['two', 'one two', '"one two"', 'title: "one two"']],
  'inside brackets first': ['domains: [a, ‸b]\n', ['b', 'a, b', '[a, b]', 'domains: [a, b]']],
  'a script: word, argument, command, line': [
    'steps:\n  - id: a\n    run: |\n      Get-A | Set-B -C "x ‸y"\n      Get-D\n',
    ['y', '"x y"', 'Set-B -C "x y"', 'Get-A | Set-B -C "x y"', 'Get-A | Set-B -C "x y"\n      Get-D', '      Get-A | Set-B -C "x y"\n      Get-D'],
  ],
};

for (const [name, [source, steps]] of Object.entries(cases)) {
  test(`selection: ${name}`, () => {
    const { text, offset } = marked(source);
    const chain = service.selection(service.read(text), offset);
    assert.deepEqual(chain.slice(0, steps.length).map(({ start, end }) => text.slice(start, end).trimEnd()), steps);
    assert.deepEqual(chain.at(-1), { start: 0, end: text.length });
    for (const [index, { start, end }] of chain.entries()) {
      const inner = chain[index - 1] ?? { start: offset, end: offset };
      assert.ok(start <= inner.start && inner.end <= end && end - start > (index === 0 ? 0 : inner.end - inner.start), 'each holds the one before it and more');
    }
  });
}

test('a selection in an empty or broken plan is the plan', () => {
  assert.deepEqual(service.selection(service.read(''), 0), []);
  assert.deepEqual(service.selection(service.read('{{{'), 3), [{ start: 0, end: 3 }]);
});
