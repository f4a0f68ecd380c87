import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { examples } from '../../support/examples.ts';
import { edited, marked } from '../../support/marked.ts';
import { service } from '../../support/service.ts';

const head = 'federationPlan: 1\nsteps:\n  - id: one\n    run: |\n';
const script = '      Get-Mailbox\n';

/** Before, with the cursor on the line that was begun; after. The same text where nothing is to be done. */
const cases: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'the first line of a block': [`${head}‸`, `${head}      `],
  'the first line, which the editor has indented': [`${head}      ‸`, `${head}      `],
  'the first line of a dash’s own key': ['steps:\n  - run: |\n  ‸', 'steps:\n  - run: |\n      '],
  'the first line before others': [`${head}‸\n        Get-Mailbox\n`, `${head}        \n        Get-Mailbox\n`],
  'a header with signs and a comment': ['steps:\n  - id: one\n    verify: |2- # what\n‸', 'steps:\n  - id: one\n    verify: |2- # what\n      '],
  'a folded text': ['organizations:\n  a:\n    notes: >-\n‸', 'organizations:\n  a:\n    notes: >-\n      '],
  'a further line': [`${head}${script}‸`, `${head}${script}      `],
  'behind a blank line': [`${head}${script}\n‸`, `${head}${script}\n      `],
  'behind a colon, where the editor takes it for a key': [`${head}      Write-Host hint:\n        ‸`, `${head}      Write-Host hint:\n      `],
  'behind a comment': [`${head}      # why\n‸`, `${head}      # why\n      `],
  'a deeper line': [`${head}      if ($x) {\n        Get-Mailbox\n‸`, `${head}      if ($x) {\n        Get-Mailbox\n        `],
  'the rest of a line that was cut': [`${head}${script}‸Get-User\n`, `${head}${script}      Get-User\n`],
  'tabs behind the indentation stay': [`${head}      \tGet-Mailbox\n‸`, `${head}      \tGet-Mailbox\n      \t`],
  'behind an open bracket the editor knows': [`${head}      if ($x) {\n        ‸`, `${head}      if ($x) {\n        `],
  'before a closing bracket the editor knows': [`${head}      if ($x) {\n        Get-Mailbox\n      ‸}\n`, `${head}      if ($x) {\n        Get-Mailbox\n      }\n`],
  'with CRLF': [`${head}${script}`.replaceAll('\n', '\r\n') + '‸', `${head}${script}`.replaceAll('\n', '\r\n') + '      '],
  'outside of blocks': ['federationPlan: 1\n‸', 'federationPlan: 1\n'],
  'behind a key': ['organizations:\n  ‸', 'organizations:\n  '],
  'an item of a list': ['organizations:\n  a:\n    acceptedDomains:\n      - a.example\n      ‸', 'organizations:\n  a:\n    acceptedDomains:\n      - a.example\n      '],
  'the first line of all': ['‸', ''],
  'a line that was typed too far left': [`${head}${script}     Get-User\n     ‸`, `${head}${script}      Get-User\n      `],
  'a command that was pasted at the margin': [`${head}${script}Set-User -Identity a |\n‸`, `${head}${script}      Set-User -Identity a |\n      `],
  'a variable that was pasted at the margin': [`${head}${script}$x = 1\n‸`, `${head}${script}      $x = 1\n      `],
  'a key behind a block': [`${head}${script}    undo\n    ‸`, `${head}${script}    undo\n    `],
  'a key with its colon behind a block': [`${head}${script}checks:\n  ‸`, `${head}${script}checks:\n  `],
  'a comment behind a block': [`${head}${script}# Set-User\n‸`, `${head}${script}# Set-User\n`],
  'an item behind a block': [`${head}${script}  - id: two\n    ‸`, `${head}${script}  - id: two\n    `],
  'right before the next item': [`${head}${script}\n  ‸- id: two\n`, `${head}${script}\n  - id: two\n`],
  'right before the next item, with CRLF': [`${head}${script}\n  ‸- id: two\n`.replaceAll('\n', '\r\n'), `${head}${script}\n  - id: two\n`.replaceAll('\n', '\r\n')],
  'right before the next key': [`${head}${script}\n    ‸"undo": |\n      Get-User\n`, `${head}${script}\n    "undo": |\n      Get-User\n`],
  'right before the next part of the plan': [`${head}${script}\n‸checks:\n`, `${head}${script}\nchecks:\n`],
  'right before the next key, below a header without text': [`${head}\n    ‸undo: x\n`, `${head}\n    undo: x\n`],
  'right before a comment of the plan': [`${head}${script}\n  ‸# next\n  - id: two\n`, `${head}${script}\n  # next\n  - id: two\n`],
  'right before the next document': [`${head}${script}‸---\n`, `${head}${script}---\n`],
};

for (const [name, [before, after]] of Object.entries(cases)) {
  test(`a new line: ${name}`, () => {
    const { text, offset } = marked(before);
    assert.equal(edited(text, service.newLineEdits(service.read(text), offset)), after);
  });
}

test('whatever the text, only indentation changes', () => {
  const lines = fc.array(fc.constantFrom('steps:', '  - id: one', '    run: |', '      Get-Mailbox', '     Set-User', 'Set-User', '', '   ', '      if ($x) {', '      }', '\tx', '# y', '  a: >-'), { maxLength: 12 });
  fc.assert(
    fc.property(lines, fc.constantFrom('\n', '\r\n'), fc.nat(200), (parts, lineBreak, at) => {
      const text = parts.join(lineBreak);
      const offset = Math.min(at, text.length);
      const edits = service.newLineEdits(service.read(text), offset);
      for (const { range, newText } of edits) assert.match(text.slice(range.start, range.end) + newText, /^[ \t]*$/);
      const after = edited(text, edits);
      assert.deepEqual(after.split(/\r?\n/).map((line) => line.trim()), text.split(/\r?\n/).map((line) => line.trim()));
    }),
    { seed: 1, numRuns: 300 },
  );
});

for (const [name, example] of Object.entries(examples)) {
  if (name.includes('faulty')) continue;
  test(`a line begun right before any other leaves what is read: ${name}`, () => {
    const plan = service.read(example);
    const read = (text: string): string => JSON.stringify(service.read(text, plan).document.value).replaceAll(/\\n|\s/g, '');
    const before = read(example);
    for (const { index } of example.matchAll(/^ *(?=\S)/gm)) {
      const blanks = /^ */.exec(example.slice(index))?.[0] ?? '';
      for (const [text, offset] of [
        [`${example.slice(0, index)}\n${example.slice(index)}`, index + 1],
        [`${example.slice(0, index)}${blanks}\n${example.slice(index)}`, index + 2 * blanks.length + 1],
      ] as const) {
        const after = edited(text, service.newLineEdits(service.read(text, plan), offset));
        if (after !== text) assert.equal(read(after), before, example.slice(index, index + 60));
      }
    }
  });
}
