import assert from 'node:assert/strict';
import test from 'node:test';
import { edited, marked } from '../support/marked.ts';
import { service } from '../support/service.ts';

const step = (script: string): string => `steps:\n  - id: one\n    run: |\n${script.split('\n').map((line) => (line === '' ? '\n' : `      ${line}\n`)).join('')}`;
const refactors = (script: string): { readonly text: string; readonly found: ReturnType<typeof service.refactors> } => {
  const { text, offset } = marked(step(script));
  return { text, found: service.refactors(service.read(text), { start: offset, end: offset }) };
};

/** `‸` is the cursor. */
const rewritten: readonly (readonly [title: string, script: string, result: string])[] = [
  ['Expand "fl" to "Format-List"', 'Get-FederationTrust | f‸l', 'Get-FederationTrust | Format-List'],
  ['Expand "?" to "Where-Object"', 'Get-Mailbox | ?‸ { $_.Name }', 'Get-Mailbox | Where-Object { $_.Name }'],
  ['Correct the casing to "Get-FederationTrust"', 'get-f‸ederationtrust', 'Get-FederationTrust'],
  ['Correct the casing to "-Identity"', 'Get-Mailbox -ident‸ity:x', 'Get-Mailbox -Identity:x'],
  ['Correct the casing to "-Verbose"', 'Get-Mailbox -VERB‸OSE', 'Get-Mailbox -Verbose'],
  ['Spell "-Ident" out as "-Identity"', 'Get-Mailbox -Ide‸nt x', 'Get-Mailbox -Identity x'],
  ['Spell "-ea" out as "-ErrorAction"', 'Get-Mailbox x -e‸a Stop', 'Get-Mailbox x -ErrorAction Stop'],
  ['One parameter a line', 'New-Organ‸izationRelationship Mail -Enabled $true -DomainNames a.example, b.example', 'New-OrganizationRelationship Mail `\n    -Enabled $true `\n    -DomainNames a.example, b.example'],
  ['All parameters on one line', 'New-Organ‸izationRelationship Mail `\n    -Enabled $true `\n    -DomainNames a.example', 'New-OrganizationRelationship Mail -Enabled $true -DomainNames a.example'],
  [
    'Pass the parameters by splatting',
    "$new = New-Organ‸izationRelationship \"Practice Mail\" -DomainNames a.example, 'b.example' -Enab $true -TargetApplicationUri $uri.Value -Confirm:$false -WhatIf",
    "$parameters = @{\n    DomainNames = 'a.example', 'b.example'\n    Enabled = $true\n    TargetApplicationUri = $uri.Value\n    Confirm = $false\n    WhatIf = $true\n}\n$new = New-OrganizationRelationship \"Practice Mail\" @parameters",
  ],
  ['Pass the parameters by splatting', '$parameters = 1\nif ($parameters) {\n    Get-Mail‸box -Identity x -ResultSize 5\n}', "$parameters = 1\nif ($parameters) {\n    $parameters2 = @{\n        Identity = 'x'\n        ResultSize = 5\n    }\n    Get-Mailbox @parameters2\n}"],
  ['Write the splatted parameters out', "$p = @{\n    Identity = 'x'\n    ResultSize = 2 + 3\n    Archive = $true; Verbose = $false\n}\nGet-Mail‸box @p", "Get-Mailbox -Identity 'x' -ResultSize (2 + 3) -Archive -Verbose:$false"],
  ['Write the splatted parameters out', "$p = @{ Identity = 007; ResultSize = 5 }\n$x = 2\nGet-Mail‸box @p", '$x = 2\nGet-Mailbox -Identity (007) -ResultSize 5'],
];

for (const [title, script, result] of rewritten) {
  test(`${title}: ${script.slice(0, 40).replaceAll('\n', '⏎')}`, () => {
    const { text, found } = refactors(script);
    const refactor = found.find((each) => each.title === title);
    assert.ok(refactor, found.map((each) => each.title).join(', '));
    assert.equal(edited(text, refactor.edits), step(result));
  });
}

/** Where a rewriting would not do the same, or there is nothing to rewrite. */
const silent: readonly (readonly [why: string, title: RegExp, script: string])[] = [
  ['a name that is no alias', /Expand/, 'Get-Mail‸box'],
  ['names as they are documented', /casing|Spell/, 'Get-Mailbox -Ident‸ity x'],
  ['a parameter that is not known', /casing|Spell/, 'Get-Mailbox -Ident‸idy x'],
  ['the cursor elsewhere', /Expand|casing/, 'get-mailbox x | fl -Prop‸erty Name'],
  ['a call of one parameter', /One parameter/, 'Get-Mail‸box -Identity x'],
  ['lines that are parted already', /One parameter/, 'Get-Mail‸box `\n  -Identity x `\n  -ResultSize 5'],
  ['the object of a pipeline', /splatting/, 'Get-Mailbox | Set-Mail‸box -Identity $_.Name -Office x'],
  ['a value that reads otherwise as an expression', /splatting/, 'Get-Mail‸box -Identity a$b -ResultSize 5'],
  ['a call behind a condition on its line', /splatting/, 'if ($a) { Get-Mail‸box -Identity x -ResultSize 5 }'],
  ['what PowerShell refuses', /splatting/, 'Get-Mail‸box -Identity x -Identity y'],
  ['a hashtable that serves two calls', /Write the splatted/, "$p = @{ Identity = 'x' }\nGet-Mail‸box @p\nGet-Mailbox @p"],
  ['a hashtable that is filled later', /Write the splatted/, "$p = @{ Identity = 'x' }\n$p.ResultSize = 5\nGet-Mail‸box @p"],
  ['a number that is text as it is written', /splatting/, 'Get-Mail‸box -Identity 007 -ResultSize 5'],
  ['a hashtable whose values are others by then', /Write the splatted/, '$p = @{ Identity = $x }\n$x = 2\nGet-Mail‸box @p'],
  ['a hashtable before a loop', /Write the splatted/, '$p = @{ Identity = (Get-Date) }\nforeach ($a in 1, 2) {\n  Get-Mail‸box @p\n}'],
  ['a script with an error', /./, 'get-mail‸box -ident x | fl ('],
  ['text in quotes', /./, '$x = "get-mail‸box -ident x"'],
];

for (const [why, title, script] of silent) {
  test(`no rewriting for ${why}`, () => {
    assert.deepEqual(refactors(script).found.map((each) => each.title).filter((each) => title.test(each)), []);
  });
}

test('a plan outside of its scripts has none', () => {
  assert.deepEqual(service.refactors(service.read('title: get-mailbox\n'), { start: 9, end: 9 }), []);
});
