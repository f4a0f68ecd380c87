import assert from 'node:assert/strict';
import test from 'node:test';
import { marked } from '../support/marked.ts';
import { service } from '../support/service.ts';

function helpAt(script: string): ReturnType<typeof service.signatureHelp> {
  const { text, offset } = marked(`steps:\n  - id: one\n    run: |\n${script.split('\n').map((line) => `      ${line}\n`).join('')}`);
  return service.signatureHelp(service.read(text), offset);
}

/** `‸` is the cursor; the parameter that is being written, as its form shows it. */
const written: Readonly<Record<string, readonly [script: string, shown: string | undefined]>> = {
  'the next one by position': ['Set-OrganizationRelationship -Enabled $true ‸', '[-Identity] <OrganizationRelationshipIdParameter>'],
  'none that is known': ['Set-OrganizationRelationship Mail -Nonsense‸', undefined],
  'by position': ['New-OrganizationRelationship Ma‸il', '[-Name] <String>'],
  'by its name': ['New-OrganizationRelationship -DomainN‸', '-DomainNames <MultiValuedProperty>'],
  'its value': ['New-OrganizationRelationship Mail -DomainNames a.example, b‸', '-DomainNames <MultiValuedProperty>'],
  'an optional one': ['New-OrganizationRelationship Mail -FreeBusyAccessLevel Lim‸', '[-FreeBusyAccessLevel <FreeBusyAccessLevel>]'],
  'behind a line’s end': ['New-OrganizationRelationship Mail `\n  -DomainNames ‸', '-DomainNames <MultiValuedProperty>'],
};

for (const [name, [script, shown]] of Object.entries(written)) {
  test(`the form of a call, ${name}`, () => {
    const help = helpAt(script);
    const form = help?.forms[help.active];
    assert.ok(form);
    assert.match(form.label, /^(?:New|Set)-OrganizationRelationship \[-(?:Name|Identity)\] </);
    const range = form.parameters[form.active ?? -1]?.range;
    assert.equal(range === undefined ? undefined : form.label.slice(range.start, range.end), shown);
    for (const each of form.parameters) assert.match(form.label.slice(each.range.start, each.range.end), /^\[?-?\[?-\w+/);
  });
}

test('what is given narrows the forms', () => {
  const all = helpAt('Get-Mailbox ‸')?.forms.length ?? 0;
  const narrowed = helpAt('Get-Mailbox -Anr x ‸')?.forms ?? [];
  assert.ok(narrowed.length > 0 && narrowed.length < all, `${narrowed.length} of ${all}`);
  assert.ok(narrowed.every(({ label }) => label.includes('-Anr')));
});

for (const [name, script] of Object.entries({ 'on the name': 'Get-Mail‸box', 'an unknown command': 'Get-Nothing -A ‸', 'a comment': '# Get-Mailbox -A ‸', 'an empty script': '‸' })) {
  test(`no form for ${name}`, () => {
    assert.equal(helpAt(script), undefined);
  });
}
