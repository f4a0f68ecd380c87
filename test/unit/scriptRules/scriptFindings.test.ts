import assert from 'node:assert/strict';
import test from 'node:test';
import { judge } from '../../../server/src/service/judgement.ts';
import { suppressFix } from '../../../server/src/service/features/suppressFix.ts';
import { findingsIn, planWith, readWithCatalogue } from '../../support/checkScript.ts';
import { edited, marked } from '../../support/marked.ts';

const head = `federationPlan: 1
organizations:
  a: { exchange: { version: 2016 }, acceptedDomains: [a.example] }
steps:
`;
const soft = '\u00ad';

for (const [name, source] of Object.entries({
  'a block with CRLF': `${head}  - id: s\n    organization: a\n    run: |\n      Get-Mailbox\n      «Get-Federation${soft}Trust»\n`.replaceAll('\n', '\r\n'),
  'a block indented by hand': `${head}  - id: s\n    organization: a\n    run: |2\n        «Get-Federation${soft}Trust»\n`,
  'a folded block': `${head}  - id: s\n    organization: a\n    run: >\n      «Get-Federation${soft}Trust»\n`,
  'plain text': `${head}  - { id: s, organization: a, run: «Get-Federation${soft}Trust» }\n`,
  'the second of two steps, to look at and to take back': `${head}  - id: r\n    organization: a\n    run: Get-Mailbox\n  - id: s\n    organization: a\n    verify: '«Get-Federation${soft}Trust»'\n    undo: "«Get-Federation${soft}Trust»"\n`,
})) {
  test(`a finding stands at its place in the plan, and its fix mends it: ${name}`, () => {
    const { text, ranges } = marked(source);
    const found = findingsIn('script/character', text);
    assert.deepEqual(found.map(({ range }) => range), ranges);
    const mended = edited(text, found.flatMap(({ fixes }) => fixes[0]?.edits ?? []));
    assert.deepEqual(findingsIn('script/character', mended), []);
    assert.equal(mended, text.replaceAll(soft, ''));
  });
}

test('where a script is written elsewhere, its key stands for it', () => {
  const { text, ranges } = marked(`${head}  - id: s\n    organization: a\n    verify: &script «Get-Federation${soft}Trust»\n    «undo»: *script\n`);
  const found = findingsIn('script/character', text);
  assert.deepEqual(found.map(({ range }) => range).sort((a, b) => a.start - b.start), ranges);
  assert.deepEqual(found.find(({ range }) => range.start === ranges[1]?.start)?.fixes, []);
});

test('levels and a comment in the script apply', () => {
  const text = planWith({ script: `# fedplan-disable-next-line script/character\nGet-Federation${soft}Trust\nGet-Federation${soft}Trust`, exchange: '' });
  const { findings } = readWithCatalogue(text);
  assert.deepEqual(judge(text, findings).map(({ code }) => code), ['script/character']);
  assert.deepEqual(judge(text, findings, { 'script/character': 'off' }).map(({ code }) => code), []);
});

test('a change elsewhere keeps a script’s findings, moved to where it is', () => {
  const text = planWith({ script: '(Get-Mailbox' });
  const before = readWithCatalogue(text);
  const after = readWithCatalogue(`# a note\n${text}`, before);
  const places = (findings: typeof before.findings, shift: number): number[] => findings.filter(({ code }) => code === 'script/syntax').map(({ range }) => range.start - shift);
  assert.equal(places(before.findings, 0).length, 1);
  assert.deepEqual(places(after.findings, '# a note\n'.length), places(before.findings, 0));
});

test('another version of Exchange, or a function of another step, judges a script anew', () => {
  const script = 'Get-Mailbox && Get-User';
  const before = readWithCatalogue(planWith({ script, exchange: 'exchange: { version: Online }' }));
  const after = readWithCatalogue(planWith({ script, exchange: 'exchange: { version: 2019 }' }), before);
  assert.deepEqual([before, after].map(({ findings }) => findings.filter(({ code }) => code === 'script/newer-syntax').length), [0, 1]);
});

for (const [name, script, has] of [
  ['above a command', 'Get-Mailbox a\nSet-OrganizationRelationship X -Enabled true', true],
  ['in a block', 'if ($a) {\n  Set-OrganizationRelationship X -Enabled true\n}', true],
  ['not inside a command that goes on', 'Set-OrganizationRelationship X `\n  -Enabled true', false],
] as const) {
  test(`a finding in a script is suppressed by a comment ${name}`, () => {
    const text = planWith({ script });
    const plan = readWithCatalogue(text);
    const finding = plan.findings.find(({ code }) => code === 'script/boolean-value');
    const fix = finding === undefined ? undefined : suppressFix(plan, finding);
    assert.equal(fix !== undefined, has);
    if (fix === undefined) return;
    const after = edited(text, fix.edits);
    assert.deepEqual(judge(after, readWithCatalogue(after).findings).filter(({ code }) => code === 'script/boolean-value' || code === 'plan/unused-suppression'), []);
  });
}
