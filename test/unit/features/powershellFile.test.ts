import assert from 'node:assert/strict';
import test from 'node:test';
import { edited, marked } from '../../support/marked.ts';
import { service } from '../../support/service.ts';

const labelsAt = (source: string): string[] => {
  const { text, offset } = marked(source);
  return service.completePowershellFile(text, offset).map(({ label }) => label);
};

test('Exchange’s cmdlets, parameters and values are completed in a PowerShell file', () => {
  assert.ok(labelsAt('$x = 1\r\nNew-Organi‸').includes('New-OrganizationRelationship'));
  assert.ok(labelsAt('New-OrganizationRelationship -Free‸').includes('-FreeBusyAccessLevel'));
  assert.deepEqual(labelsAt('New-OrganizationRelationship -FreeBusyAccessLevel Lim‸'), ['LimitedDetails']);
  assert.ok(labelsAt('$p = @{ Free‸ }\nNew-OrganizationRelationship @p').includes('FreeBusyAccessLevel'));
});

for (const [name, source] of Object.entries({
  'a command of PowerShell': 'Get-ChildItem -Pa‸',
  'a variable': '$abc = 1\n$a‸',
  'a variable of an Exchange call': '$abc = 1\nGet-Mailbox $a‸',
  'a hashtable of no call': '$p = @{ Na‸ }',
  'a comment': '# New-Organi‸',
})) {
  test(`nothing is completed for ${name}`, () => {
    assert.deepEqual(labelsAt(source), []);
  });
}

test('of command names only Exchange’s are offered', () => {
  const labels = labelsAt('Get-‸');
  assert.ok(labels.includes('Get-FederationTrust'));
  assert.ok(!labels.includes('Get-ChildItem') && !labels.includes('Get-ADUser'));
});

test('Exchange’s cmdlets are explained, others not', () => {
  const hoverOf = (source: string): string | undefined => {
    const { text, offset } = marked(source);
    return service.hoverPowershellFile(text, offset)?.markdown;
  };
  assert.match(hoverOf('Get-Feder‸ationTrust') ?? '', /federationtrust/i);
  assert.equal(hoverOf('Get-Chi‸ldItem'), undefined);
});

test('calls of Exchange’s cmdlets are judged, and fixed', () => {
  const { text, ranges } = marked('Set-OrganizationRelationship Mail -Enabled «true»\r\nGet-ChildItem -Enabled true\r\n');
  const found = service.judgePowershellFile(text, {});
  assert.deepEqual(found.map(({ range }) => ({ ...range })), ranges);
  assert.equal(edited(text, found[0]?.fixes[0]?.edits ?? []), text.replace('-Enabled true\r\nGet', '-Enabled $true\r\nGet'));
});

/** What the PowerShell extension says itself, or nobody can know of a file. */
for (const [name, text] of Object.entries({
  'syntax': 'Get-Mailbox (',
  'unknown commands': 'Get-MailboxOfMine -X\nSet-MyThing $true',
  'a trial': 'Set-Mailbox x -Office y -WhatIf',
  'a removal': 'Remove-OrganizationRelationship Mail -Confirm:$false',
  'damage outside of Exchange’s calls': 'Write-Host \u2010Object <name>',
  'a finding that a comment suppresses': '# fedplan-disable-next-line script/boolean-value\nSet-OrganizationRelationship Mail -Enabled true',
})) {
  test(`nothing is said of ${name}`, () => {
    assert.deepEqual(service.judgePowershellFile(text, {}).map(({ code, message }) => `${code} ${message}`), []);
  });
}
