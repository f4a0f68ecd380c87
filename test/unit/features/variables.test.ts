import assert from 'node:assert/strict';
import test from 'node:test';
import { marked } from '../../support/marked.ts';
import { service } from '../../support/service.ts';

const step = (script: string): string => `steps:\n  - id: one\n    run: |\n${script.trimEnd().split('\n').map((line) => `      ${line}\n`).join('')}`;

/** `‸` is the cursor; «…» stands around each place of the variable; as many of them give it a value. */
const places: Readonly<Record<string, { readonly script: string; readonly written: number }>> = {
  'from its use to its assignment': { script: '«$trust» = Get-FederationTrust\nSet-X «$tr‸ust».Name "«$TRUST»" $(«$trust»)', written: 1 },
  'from a splat to its hashtable': { script: "«$parameters» = @{ Name = 'NHSmail' }\nNew-OrganizationRelationship «@para‸meters»", written: 1 },
  'in braces': { script: '«${a b}» = 1\nGet-X «${a ‸b}»', written: 1 },
  'of a loop': { script: 'foreach («$server» in Get-ExchangeServer) { Set-X «$ser‸ver» }', written: 1 },
  'in the blocks of a pipeline': { script: '«$na‸me» = 1\nGet-X | ForEach-Object { «$name» } | Where-Object { $_.Name -eq «$name» }', written: 1 },
  'assigned twice, with a type': { script: '[string]«$x‸» = 1\n«$x», $y = 1, 2\n«$x».Name = 3', written: 2 },
  'written with its scope': { script: '«$script:x» = 1\nGet-X «$x‸»', written: 1 },
  'of a function, apart from the script’s': { script: '$x = 1\nfunction Get-It { param(«$x») Get-X «$‸x» }\nGet-X $x', written: 1 },
  'that a function only reads': { script: '«$x» = 1\nfunction Get-It { Get-X «$‸x» }', written: 1 },
  'that is never assigned': { script: 'Get-X «$tr‸ust»', written: 0 },
  'and not of the environment': { script: '$path = 1\n$env:pa‸th', written: 0 },
  'and not what PowerShell sets itself': { script: 'Get-X | Where-Object { $‸_.A } | Where-Object { $_.B -eq $true }', written: 0 },
  'and not in single quotes': { script: "$x = 1\n'$‸x'", written: 0 },
};

for (const [name, { script, written }] of Object.entries(places)) {
  test(`a variable ${name}`, () => {
    const { text, ranges, offset } = marked(step(script));
    const plan = service.read(text);
    const highlights = service.highlights(plan, offset);
    assert.deepEqual(highlights.map(({ range }) => text.slice(range.start, range.end)), ranges.map(({ start, end }) => text.slice(start, end)));
    assert.deepEqual(highlights.map(({ range }) => ({ ...range })), ranges);
    assert.equal(service.definitions(plan, offset).length, written);
  });
}

test('a variable of one script is none of another', () => {
  const { text, ranges, offset } = marked('steps:\n  - id: one\n    run: |\n      «$x» = Get-X\n      Set-X «$‸x»\n    undo: |\n      Remove-X $x\n');
  assert.deepEqual(service.references(service.read(text), offset, true).map((range) => ({ ...range })), ranges);
});
